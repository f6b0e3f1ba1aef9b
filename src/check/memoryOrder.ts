import type { Definition } from "../define/definition.ts";
import type { MemoryDevice } from "../domain/device.ts";
import type { Place } from "../domain/refusal.ts";
import { listOf } from "./devices.ts";
import { memoryBaseOf } from "./memoryBases.ts";
import { type MemoryWindow, memoryWindowOf } from "./memoryWindow.ts";
import { type Problem, problem } from "./problem.ts";

/** A stretch of guest memory, in bytes, with the device that has it. */
interface Stretch {
  readonly device: MemoryDevice;
  readonly start: bigint;
  readonly end: bigint;
}

/**
 * Memory devices whose base QEMU has given to an earlier one that names none: it makes them in the order of the file
 * and takes the lowest free stretch (memory_device_get_free_addr, QEMU 10.0).
 */
export function checkMemoryOrder(definition: Definition): Problem[] {
  const window = memoryWindowOf(definition);
  if (window === undefined) return [];
  const chosen: Stretch[] = [];
  const all: Stretch[] = [];
  return listOf(definition, "memory").flatMap((device) => {
    const base = memoryBaseOf(device);
    const stretch = stretchAt(device, base ?? firstFree(window, all, sizeOf(device)));
    all.push(stretch);
    if (base === undefined) chosen.push(stretch);
    const rival = base === undefined ? undefined : chosen.find((other) => overlaps(other, stretch));
    if (rival === undefined) return [];
    const values = { base: `0x${base?.toString(16)}` };
    return [problem("memory-base-conflict", values, basePlace(device), [{ device: rival.device.id }])];
  });
}

function basePlace({ id, address }: MemoryDevice): Place {
  return { device: id, part: address?.type === "dimm" ? "address@base" : "target/address@base" };
}

const mib = 1024n * 1024n;

/** Sizes are rounded up to what all backends can map. */
function sizeOf({ size }: MemoryDevice): bigint {
  return roundUp(size * 1024n, 2n * mib);
}

function stretchAt(device: MemoryDevice, start: bigint): Stretch {
  return { device, start, end: start + sizeOf(device) };
}

function firstFree({ start }: MemoryWindow, taken: readonly Stretch[], size: bigint): bigint {
  let free = start;
  for (const stretch of taken.toSorted((one, other) => (one.start < other.start ? -1 : 1))) {
    if (free + size <= stretch.start) break;
    if (stretch.end > free) free = roundUp(stretch.end, 2n * mib);
  }
  return free;
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

function roundUp(value: bigint, unit: bigint): bigint {
  return ((value + unit - 1n) / unit) * unit;
}
