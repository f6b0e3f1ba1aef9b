/** A device that libvirt writes on the command line although some QEMU binaries do not have it. */
export interface AbsentDevice {
  /** QEMU's name of the device. */
  readonly driver: string;
  /** Binaries without it, by the names of `binaryOf`; all of them where absent. */
  readonly binaries?: readonly string[];
}

/**
 * Devices that QEMU 10.0 lacks (`-device help` of each binary) and that libvirt 11.3 does not miss at define. The key
 * is element, type or bus, and model.
 */
export const absentDevices: Readonly<Record<string, AbsentDevice>> = {
  "controller scsi ibmvscsi": {
    driver: "spapr-vscsi",
    binaries: ["x86", "arm", "riscv", "s390", "loongarch"],
  },
  "controller scsi dc390": { driver: "dc-390" },
  "controller scsi am53c974": { driver: "am53c974", binaries: ["s390"] },
  "sound sb16": { driver: "sb16", binaries: ["arm", "riscv", "s390", "loongarch"] },
  "sound ac97": { driver: "AC97", binaries: ["s390"] },
  "sound es1370": { driver: "ES1370", binaries: ["s390"] },
  "sound ich6": { driver: "intel-hda", binaries: ["s390"] },
  parallel: { driver: "isa-parallel", binaries: ["arm", "riscv", "s390", "loongarch"] },
  "disk fdc": { driver: "floppy", binaries: ["arm", "riscv", "s390", "loongarch", "sh4"] },
  "watchdog i6300esb": { driver: "i6300esb", binaries: ["s390"] },
};

/** Boards that QEMU dropped before 10.0 and that libvirt still knows. */
export const droppedMachines: ReadonlySet<string> = new Set([
  "akita",
  "borzoi",
  "cheetah",
  "connex",
  "mainstone",
  "n800",
  "n810",
  "spitz",
  "terrier",
  "tosa",
  "verdex",
  "z2",
]);
