import type { MachineClass } from "./machines.ts";

/** How many virtio-mmio transports QEMU 10.0 gives a machine; classes that are not here have not been tried. */
export const mmioSlots: { readonly [K in MachineClass]?: number } = {
  "arm-virt": 32,
  "riscv-virt": 8,
  vexpress: 4,
  q35: 0,
  i440fx: 0,
  pseries: 0,
  "s390-ccw": 0,
  "loongarch-virt": 0,
};
