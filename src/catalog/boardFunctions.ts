import type { MachineClass } from "./machines.ts";

/** A PCI function that the board itself has, whether the domain lists a device for it or not. */
export interface BoardFunction {
  readonly slot: number;
  readonly function: number;
  /** QEMU's name of what sits there. */
  readonly driver: string;
}

/** What QEMU 10.0 puts on bus 0 without being asked, by machine class (read from `info pci`). */
export const boardFunctions: { readonly [K in MachineClass]?: readonly BoardFunction[] } = {
  i440fx: [
    { slot: 0, function: 0, driver: "i440FX" },
    { slot: 1, function: 0, driver: "PIIX3" },
    { slot: 1, function: 1, driver: "piix3-ide" },
    { slot: 1, function: 3, driver: "PIIX4_PM" },
  ],
  q35: [
    { slot: 0, function: 0, driver: "mch" },
    { slot: 0x1f, function: 0, driver: "ICH9-LPC" },
    { slot: 0x1f, function: 2, driver: "ich9-ahci" },
    { slot: 0x1f, function: 3, driver: "ICH9-SMB" },
  ],
  "arm-virt": [{ slot: 0, function: 0, driver: "gpex-root" }],
  "riscv-virt": [{ slot: 0, function: 0, driver: "gpex-root" }],
  "loongarch-virt": [{ slot: 0, function: 0, driver: "gpex-root" }],
};
