import type { AddressAttribute } from "../domain/address.ts";

type NumberAttribute = Pick<AddressAttribute, "base" | "digits">;

/** How numbers of one attribute are written in a file. */
interface Habit {
  readonly hex: boolean;
  readonly width: number;
  readonly upper: boolean;
}

/**
 * The text of a number the way the samples are written, libvirt's own spelling where there are none. Attributes that
 * libvirt reads as decimal are always decimal, octal is never written, and hexadecimal never without its 0x: some
 * attributes do without, but a reader may not know which.
 */
export function spell(
  value: number | bigint,
  attribute: NumberAttribute,
  samples: readonly string[],
): string {
  if (attribute.base === 10) return value.toString();
  const { hex, width, upper } = habitOf(attribute, samples);
  if (!hex) return value.toString();
  const digits = value.toString(16).padStart(width, "0");
  return `0x${upper ? digits.toUpperCase() : digits}`;
}

function habitOf({ base, digits }: NumberAttribute, samples: readonly string[]): Habit {
  const known = samples.filter((sample) => /^(?:0[xX])?[0-9a-fA-F]+$/.test(sample));
  const isHex = (sample: string) => base === 16 || /^0[xX]/.test(sample);
  const hex = known.filter(isHex);
  const canonical = { hex: true, width: digits === "decimal" ? 1 : digits, upper: false };
  if (known.length === 0) return canonical;
  if (hex.length * 2 < known.length) return { ...canonical, hex: false };
  return {
    hex: true,
    width: Math.min(...hex.map((sample) => sample.replace(/^0x/i, "").length)),
    upper: hex.some((sample) => /[A-F]/.test(sample)),
  };
}
