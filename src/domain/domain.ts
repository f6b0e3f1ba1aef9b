import type { Toggle } from "./address.ts";
import type { Device } from "./device.ts";

/** A domain as its XML says it, before libvirt fills anything in. */
export interface Domain {
  /** Domain type: kvm, qemu, xen, bhyve, … */
  readonly type: string;
  readonly name?: string;
  readonly os: Os;
  /** Number of vCPUs at most, the text of `<vcpu>`; 1 where absent. */
  readonly vcpus: number;
  /** Number of `<cpu><numa><cell>`. */
  readonly numaCells: number;
  readonly memory: DomainMemory;
  readonly features: Features;
  readonly emulator?: string;
  /** Every child of `<devices>` that libvirt knows, in document order; `id` is the place in this list. */
  readonly devices: readonly Device[];
  /** The `<qemu:arg value>` texts of `<qemu:commandline>`, in order. */
  readonly commandLine: readonly string[];
}

export interface Os {
  /** hvm, xen, exe, linux; absent where `<os><type>` is missing. */
  readonly type?: string;
  readonly arch?: string;
  readonly machine?: string;
  /** A `<loader>` with a path is there. */
  readonly loader?: true;
  /** A `<bootloader>` is there. */
  readonly bootloader?: true;
  readonly firmware?: string;
  /** `<os><boot dev>` in order. */
  readonly boot: readonly string[];
}

export interface DomainMemory {
  /** Total size in KiB as written; absent where there is no readable `<memory>`. */
  readonly total?: bigint;
  /** `<maxMemory>` in KiB, with its slots. */
  readonly max?: { readonly size: bigint; readonly slots: number };
  /** Sum of the NUMA cells' memory in KiB. */
  readonly cells: bigint;
}

export interface Features {
  /** A `<features>` is there. */
  readonly listed: boolean;
  readonly acpi: boolean;
  readonly ps2?: Toggle;
}
