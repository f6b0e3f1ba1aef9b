/** Devices that are part of a board or of another device: the binaries have them, and nobody can add one. */
export const unpluggableDevices: Readonly<Record<string, readonly string[]>> = {
  "allwinner-emac": ["arm"],
  "allwinner-sun8i-emac": ["arm"],
  cadence_gem: ["arm", "riscv"],
  ftgmac100: ["arm"],
  igbvf: ["x86", "arm", "ppc64", "ppc", "s390", "riscv", "loongarch"],
  lan9118: ["arm"],
  "npcm-gmac": ["arm"],
  "npcm7xx-emc": ["arm"],
  smc91c111: ["arm"],
  stellaris_enet: ["arm"],
  xgmac: ["arm"],
  "vt82c686b-usb-uhci": ["ppc64", "ppc"],
};

/** Boards of QEMU 10.0 without the bus that a device needs, by the name of the machine, each measured by starting it. */
export interface BoardWants {
  /** There is no ISA bus. */
  readonly isa?: false;
  /** The ISA bus knows no direct memory access. */
  readonly isaDma?: false;
  /** There is no floppy controller, and libvirt adds none. */
  readonly floppy?: false;
}

/** What boards lack, by the start of their name; boards that are not here have it all, or nobody has looked. */
const boardWants: Readonly<Record<string, BoardWants>> = {
  microvm: { isaDma: false, floppy: false },
  pseries: { isa: false },
  powernv: { isaDma: false, floppy: false },
  mac99: { isa: false, floppy: false },
  g3beige: { isa: false, floppy: false },
  ppce500: { isa: false, floppy: false },
  "40p": { floppy: false },
  r2d: { isa: false },
};

/** What the board of a machine lacks, by its canonical name. */
export function boardWantsOf(machine: string): BoardWants {
  const board = Object.keys(boardWants).find((name) => machine.startsWith(name));
  return board === undefined ? {} : (boardWants[board] ?? {});
}
