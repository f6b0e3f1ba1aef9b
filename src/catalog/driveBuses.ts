import type { ProblemCode } from "./problems.ts";

/** The places of a disk controller on the board, as QEMU 10.0 has them. */
export interface DriveBus {
  /** The highest bus, where a controller has more than one, and the problem of a higher one. */
  readonly bus?: { readonly last: number; readonly code: ProblemCode };
  readonly unit: { readonly last: number; readonly code: ProblemCode };
}

/** Buses whose units QEMU counts and libvirt does not, by the bus of the disk. */
export const driveBuses: Readonly<Record<string, DriveBus>> = {
  ide: { bus: { last: 1, code: "ide-bus-range" }, unit: { last: 1, code: "ide-unit-range" } },
  sata: { unit: { last: 5, code: "sata-unit-range" } },
  fdc: { unit: { last: 1, code: "fdc-unit-range" } },
};
