import { Draft } from "../../src/defaults/draft.ts";
import type { Address } from "../../src/domain/address.ts";
import type { Device, DeviceKind } from "../../src/domain/device.ts";
import type { Domain } from "../../src/domain/domain.ts";
import { type DefineOptions, targetOf } from "../../src/domain/target.ts";

/** A device without its id, which is its place in the list. Distributes over the kinds. */
export type Bare = Device extends infer D ? (D extends Device ? Omit<D, "id"> : never) : never;

export interface Machine {
  readonly arch?: string;
  readonly machine?: string;
  readonly slots?: number;
  readonly options?: DefineOptions;
}

/** Machines by the short names of the tables. */
export const machines = {
  pc: {},
  q35: { machine: "q35" },
  pseries: { arch: "ppc64", machine: "pseries" },
  s390: { arch: "s390x", machine: "s390-ccw-virtio" },
  virt: { arch: "aarch64", machine: "virt" },
  vexpress: { arch: "armv7l", machine: "vexpress-a15" },
  riscv: { arch: "riscv64", machine: "virt" },
} as const satisfies Record<string, Machine>;

/** A draft of a domain that has just these devices, so that a pass can be run alone. */
export function draftOf(devices: readonly Bare[], machine: Machine = {}): Draft {
  const domain = domainOf(devices, machine);
  return new Draft(domain, targetOf(domain, machine.options));
}

export function domainOf(devices: readonly Bare[], machine: Machine = {}): Domain {
  const { arch = "x86_64", machine: name = "pc", slots } = machine;
  return {
    type: "qemu",
    os: { type: "hvm", arch, machine: name, boot: [] },
    vcpus: 1,
    numaCells: 0,
    memory: { cells: 0n, ...(slots !== undefined && { max: { size: 1n, slots } }) },
    features: { listed: true, acpi: true },
    devices: devices.map((device, id) => ({ ...device, id }) as Device),
    commandLine: [],
  };
}

/** Adds an address to a bare device, where there is one. */
export function at(device: Bare, address: Address | undefined): Bare {
  return address ? { ...device, address } : device;
}

/** The first words of a cell: "a b@1 | c" has the parts [["a", "b@1"], ["c"]]. */
export function partsOf(line: string): string[][] {
  return line.split("|").map((part) => part.split(/\s+/).filter((word) => word !== ""));
}

/** "name@place" as its two halves. */
export function halvesOf(word: string): [string, string | undefined] {
  const [name = "", place] = word.split("@");
  return [name, place];
}

/** The devices that the pass added, of one kind. */
export function addedOf<K extends DeviceKind>(draft: Draft, kind: K) {
  return draft.list(kind).filter((device) => !draft.isWritten(device.id));
}

/** Refusals as " ! code@device" with the place in the file, in libvirt's order. */
export function refusalsOf(draft: Draft): string {
  return draft.refusals
    .map(({ code, subject, related }) => {
      const others = related.map((place) => place.device ?? place.part).join(",");
      return ` ! ${code} ${subject.device}${others === "" ? "" : `←${others}`}`;
    })
    .join("");
}
