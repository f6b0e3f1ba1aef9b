import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { DefineOptions, HostFacts, HostPciDevice } from "../../src/domain/target.ts";
import { repository } from "./repository.ts";

/** What libvirt is known to make of one domain. */
export interface Case {
  readonly set: string;
  readonly id: string;
  readonly text: string;
  readonly options: DefineOptions;
  readonly verdict: CaseVerdict;
}

/** Whether a guest that libvirt accepts starts: refused by QEMU, kept by something else, or nobody tried. */
export type Start = "works" | "qemu-refuses" | "fails" | "untried";

export type CaseVerdict =
  | { readonly outcome: "accepted"; readonly expected: string | undefined; readonly start: Start }
  /** `counts`: the refusal is about devices and addresses, so we have to foretell it. */
  | { readonly outcome: "rejected"; readonly error: string; readonly counts: boolean };

/** One row of the corpora's manifests; which fields are there depends on the set. */
interface Row {
  readonly id: string;
  readonly input: string;
  readonly outcome?: string;
  readonly expected?: string;
  readonly error?: string;
  readonly hostArch?: string;
  readonly qemu?: string;
  readonly abiUpdate?: boolean;
  readonly baseline?: boolean;
  readonly addressRelated?: boolean;
  readonly withoutQemuCapabilities?: readonly string[];
  readonly startError?: string;
  readonly qemuError?: string;
  readonly libvirt?: string;
  readonly libvirtError?: string;
}

/** The QEMU that the live recordings were made with, Debian's 10.0.13, is built without SPICE, QXL and the kernel's crypto. */
export const recordedQemu: DefineOptions = { withoutQemu: ["QXL", "SPICE", "OBJECT_CRYPTO_LKCF"] };

/** Where the shared corpora lie beside the repository. */
export const corpusFolder = path.resolve(repository, "../shared/conformance");

export function hasCorpus(): boolean {
  return existsSync(path.join(corpusFolder, "libvirt/manifest.json"));
}

/** Every case of every corpus, in the order of the manifests. */
export function readCorpus(): Case[] {
  return [...libvirtSuite(), ...randomDomains(), ...qemuDomains()];
}

function libvirtSuite(): Case[] {
  const host = readHost(path.join(corpusFolder, "libvirt/host.json"));
  return rowsOf("libvirt").map((row) => ({
    set: row.baseline ? "libvirt baseline" : "libvirt variants",
    id: row.id,
    text: readText("libvirt", row.input),
    options: {
      existingGuest: row.abiUpdate === false,
      hostArch: row.hostArch ?? "x86_64",
      ...(row.qemu === undefined || row.qemu.startsWith("latest") ? {} : { qemuVersion: row.qemu }),
      withoutQemu: row.withoutQemuCapabilities ?? [],
      host,
    },
    verdict:
      row.outcome === "accepted"
        ? accepted("libvirt", row)
        : { outcome: "rejected", error: row.error ?? "", counts: row.addressRelated === true },
  }));
}

function randomDomains(): Case[] {
  return rowsOf("random").map((row) => ({
    set: "random",
    id: row.id,
    text: readText("random", row.input),
    options: recordedQemu,
    verdict:
      row.outcome === "accepted"
        ? accepted("random", row)
        : { outcome: "rejected", error: row.error ?? "", counts: true },
  }));
}

function qemuDomains(): Case[] {
  return rowsOf("qemu").map((row) => ({
    set: "qemu",
    id: row.id,
    text: readText("qemu", row.input),
    options: recordedQemu,
    verdict:
      row.libvirt === "accepts"
        ? accepted("qemu", row)
        : { outcome: "rejected", error: row.libvirtError ?? "", counts: true },
  }));
}

function accepted(set: string, row: Row): CaseVerdict {
  return {
    outcome: "accepted",
    expected: row.expected === undefined ? undefined : readText(set, row.expected),
    start: set === "random" ? "untried" : startOf(row),
  };
}

function startOf({ startError, qemuError }: Row): Start {
  if (qemuError !== undefined) return "qemu-refuses";
  return startError === undefined ? "works" : "fails";
}

function rowsOf(set: string): readonly Row[] {
  const manifest: { cases: Row[] } = JSON.parse(readText(set, "manifest.json"));
  return manifest.cases;
}

function readText(set: string, file: string): string {
  return readFileSync(path.join(corpusFolder, set, file), "utf8");
}

function readHost(file: string): HostFacts {
  interface Row {
    readonly address: string;
    readonly iommuGroup?: number;
    readonly pciExpress: boolean;
  }
  const facts: { pciDevices: Row[] } = JSON.parse(readFileSync(file, "utf8"));
  return {
    pciDevices: facts.pciDevices.map(
      ({ address, ...device }): HostPciDevice => ({ ...device, address: hostAddress(address) }),
    ),
  };
}

/** Reads `0000:06:12.0`; all numbers are hexadecimal. */
function hostAddress(text: string): HostPciDevice["address"] {
  const [domain, bus, slot, fn] = text.split(/[:.]/).map((part) => Number.parseInt(part, 16));
  if (domain === undefined || bus === undefined || slot === undefined || fn === undefined) {
    throw new RangeError(`a host PCI address looks like 0000:06:12.0, got ${text}`);
  }
  return { domain, bus, slot, function: fn };
}

/** Whether the corpora must be there: a run that proves the product may not pass by leaving them out. */
export function corpusIsRequired(): boolean {
  return process.env.LIBVIRT_SLOTS_CORPUS === "required";
}
