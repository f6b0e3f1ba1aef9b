/** Devices that libvirt hands an ISA address on to QEMU for, by what they are in domain XML. */
export type IsaSort = "serial" | "debug" | "panic";

/** A port, and the interrupt that goes with it; no interrupt is 0, as in an address. */
export interface IsaPlace {
  readonly iobase: number;
  readonly irq: number;
}

/**
 * Where such devices sit on a PC: the four serial ports by their number, the ports that firmware writes its log to, and
 * the port of pvpanic. They are what QEMU takes for a device without address (`info qtree`, QEMU 10.0); 0x402 is the
 * port that SeaBIOS and OVMF write to.
 */
export const isaPlaces = {
  serial: [
    { iobase: 0x3f8, irq: 4 },
    { iobase: 0x2f8, irq: 3 },
    { iobase: 0x3e8, irq: 4 },
    { iobase: 0x2e8, irq: 3 },
  ],
  debug: [
    { iobase: 0xe9, irq: 0 },
    { iobase: 0x402, irq: 0 },
  ],
  panic: [{ iobase: 0x505, irq: 0 }],
} as const satisfies Record<IsaSort, readonly IsaPlace[]>;

export const isaSorts = Object.keys(isaPlaces) as readonly IsaSort[];
