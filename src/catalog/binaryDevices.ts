import type { QemuVersion } from "./capabilities.ts";
import type { RefusalCode } from "./refusals.ts";

/** A device that some QEMU binaries do not have, and what libvirt says about it there. */
export interface MissingDevice {
  /** Binaries without it, by the names of `binaryOfArch`. */
  readonly binaries: readonly string[];
  readonly code: RefusalCode;
  /** The first QEMU that has it, per binary; `*` stands for all binaries that have it at all. */
  readonly since?: Readonly<Record<string, QemuVersion>>;
}

/**
 * Devices beyond those that decide about addresses, by kind and model, with the binaries of QEMU 10.0 that lack them.
 * Binaries that are not listed have the device, or nobody has looked.
 */
export const missingDevices: Readonly<Record<string, MissingDevice>> = {
  "memory dimm": { binaries: ["s390", "riscv", "sh4"], code: "memory-hotplug-unsupported" },
  "memory nvdimm": { binaries: ["s390", "riscv", "sh4"], code: "memory-model-unsupported" },
  "memory virtio-pmem": {
    binaries: ["arm", "ppc", "riscv", "s390", "loongarch"],
    code: "memory-model-unsupported",
  },
  "memory virtio-mem": {
    binaries: ["ppc", "riscv", "loongarch", "sh4", "alpha"],
    code: "memory-model-unsupported",
    since: { s390: [10, 0] },
  },
  "shmem ivshmem-plain": { binaries: ["s390", "alpha"], code: "shmem-model-unsupported" },
  "shmem ivshmem-doorbell": { binaries: ["s390", "alpha"], code: "shmem-model-unsupported" },
  "sound ich9": { binaries: ["s390"], code: "sound-ich9-unsupported" },
  "pstore acpi-erst": {
    binaries: ["s390", "sh4", "alpha"],
    code: "pstore-unsupported",
    since: { "*": [7, 0] },
  },
};
