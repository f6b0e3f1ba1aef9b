import type { Definition } from "../define/definition.ts";
import type { MemoryDevice } from "../domain/device.ts";
import { listOf, seatPlace } from "./devices.ts";
import { type MemoryWindow, memoryWindowOf } from "./memoryWindow.ts";
import { type Problem, problem } from "./problem.ts";

const kib = 1024n;

/** Memory devices at a guest address where the machine takes none. */
export function checkMemoryBases(definition: Definition): Problem[] {
  const window = memoryWindowOf(definition);
  if (window === undefined) return [];
  return listOf(definition, "memory").flatMap((device) => {
    const base = memoryBaseOf(device);
    if (base === undefined || fits(window, base, device.size * kib)) return [];
    const { start, length } = window;
    const values = { base: hex(base), size: hex(device.size * kib), start: hex(start), length: hex(length) };
    const place =
      device.address?.type === "dimm"
        ? seatPlace(definition, device, "address@base")
        : { device: device.id, part: "target/address@base" };
    return [problem("dimm-base-window", { ...values, end: hex(start + length - 1n) }, place)];
  });
}

/** The guest address that a memory device names, in bytes; undefined where QEMU is to choose. */
export function memoryBaseOf({ address, targetBase }: MemoryDevice): bigint | undefined {
  const base = address?.type === "dimm" ? address.base : targetBase;
  return base === undefined || base === 0n ? undefined : base;
}

function fits({ start, length }: MemoryWindow, base: bigint, size: bigint): boolean {
  return base >= start && base + size <= start + length;
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
