import type { Definition } from "../define/definition.ts";
import { listOf } from "./devices.ts";

/** Guest addresses, in bytes, that memory devices may have. */
export interface MemoryWindow {
  readonly start: bigint;
  readonly length: bigint;
}

const kib = 1024n;
const mib = 1024n * kib;
const gib = 1024n * mib;

/** What a machine's window follows from, in bytes. */
interface MemoryPlan {
  /** Memory that the guest starts with. */
  readonly ram: bigint;
  readonly max: bigint;
  readonly slots: bigint;
}

/** The window of each machine class of QEMU 10.0, read from its own messages; classes that are not here are unknown. */
const windows: Readonly<Record<string, (plan: MemoryPlan) => MemoryWindow>> = {
  i440fx: (plan) => pcWindow(plan, plan.ram >= 3584n * mib ? plan.ram - 3n * gib : 0n),
  q35: (plan) => pcWindow(plan, plan.ram >= 2816n * mib ? plan.ram - 2n * gib : 0n),
  "arm-virt": ({ ram, max, slots }) => ({ start: gib + ram, length: max - ram + slots * gib }),
  pseries: ({ ram, max }) => ({ start: roundUp(ram, gib), length: max - ram }),
};

function pcWindow({ ram, max, slots }: MemoryPlan, above4g: bigint): MemoryWindow {
  return { start: roundUp(4n * gib + above4g, gib), length: max - ram + slots * gib };
}

/** The window for memory devices; undefined where the domain has none, or nobody has measured the machine. */
export function memoryWindowOf(definition: Definition): MemoryWindow | undefined {
  const { max, total, cells } = definition.domain.memory;
  const plugged = listOf(definition, "memory").reduce((sum, { size }) => sum + size, 0n);
  const initial = cells > 0n ? cells : total === undefined ? undefined : total - plugged;
  if (max === undefined || initial === undefined || initial < 0n || max.size < initial) return undefined;
  const plan = { ram: initial * kib, max: max.size * kib, slots: BigInt(max.slots) };
  return windows[definition.target.class]?.(plan);
}

function roundUp(value: bigint, unit: bigint): bigint {
  return ((value + unit - 1n) / unit) * unit;
}
