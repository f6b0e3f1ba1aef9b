import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Case } from "../support/corpus.ts";
import { recordedQemu } from "../support/corpus.ts";
import { repository } from "../support/repository.ts";

/** Where the domains lie (one folder a theme), where libvirt's answers to them, and with what they were recorded. */
const folder = path.join(repository, "test/golden");
export const domainsFolder = path.join(folder, "domains");
export const answersFolder = path.join(folder, "answers");
export const provenanceFile = path.join(folder, "provenance.json");

/** What the answers were recorded with. */
export interface Provenance {
  readonly libvirt: string;
  readonly qemu: string;
  readonly date: string;
}

export function readProvenance(): Provenance {
  return JSON.parse(readFileSync(provenanceFile, "utf8"));
}

/** The domains by theme and name, such as `usb/none`. */
export function goldenNames(): string[] {
  const files = readdirSync(domainsFolder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".xml"))
    .map((file) => file.slice(0, -".xml".length))
    .sort();
}

export function readGoldenDomain(name: string): string {
  return readFileSync(path.join(domainsFolder, `${name}.xml`), "utf8");
}

/** The recorded answer as a case: the XML libvirt printed, or its words. */
export function goldenCase(name: string): Case {
  const accepted = path.join(answersFolder, `${name}.xml`);
  const verdict = existsSync(accepted)
    ? ({ outcome: "accepted", expected: readFileSync(accepted, "utf8"), start: "untried" } as const)
    : ({ outcome: "rejected", error: readRefusal(name), counts: true } as const);
  return { set: "golden", id: name, text: readGoldenDomain(name), options: recordedQemu, verdict };
}

function readRefusal(name: string): string {
  return readFileSync(path.join(answersFolder, `${name}.error`), "utf8").trimEnd();
}
