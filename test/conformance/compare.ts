import type { Seat } from "./seats.ts";

/**
 * Everything in which two lists of seats differ, one readable line each: first the controllers, then the devices, in
 * the order expected. Empty when they agree. Order of elements does not count, except that devices of one kind
 * without a name of their own are told apart by their order.
 */
export function differencesOf(expected: readonly Seat[], actual: readonly Seat[]): string[] {
  const wanted = byName(expected);
  const got = byName(actual);
  const names = [...new Set([...wanted.keys(), ...got.keys()])];
  names.sort((a, b) => Number(isController(b)) - Number(isController(a)));
  return names.flatMap((name) => seatDifferences(name, wanted.get(name), got.get(name)));
}

function isController(name: string): boolean {
  return name.startsWith("controller ");
}

/** Names are unique: the second device of a name is `disk vda (2)`. */
export function byName(seats: readonly Seat[]): Map<string, Seat> {
  const named = new Map<string, Seat>();
  const counts = new Map<string, number>();
  for (const seat of seats) {
    const base = seat.identity === "" ? seat.kind : `${seat.kind} ${seat.identity}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    named.set(seat.identity !== "" && count === 1 ? base : `${base} (${count})`, seat);
  }
  return named;
}

function seatDifferences(name: string, expected: Seat | undefined, actual: Seat | undefined): string[] {
  if (isController(name)) {
    if (!actual) return [`${name}: missing, expected ${describe(expected)}`];
    if (!expected) return [`${name}: not expected, got ${describe(actual)}`];
  }
  const lines = factDifferences(name, expected?.facts ?? {}, actual?.facts ?? {});
  if (expected?.address === actual?.address) return lines;
  return [...lines, `${name}: expected ${expected?.address ?? "no address"}, got ${addressOf(actual)}`];
}

function addressOf(actual: Seat | undefined): string {
  return actual ? (actual.address ?? "no address") : "no such device";
}

function describe(seat: Seat | undefined): string {
  const facts = Object.entries(seat?.facts ?? {}).map(([name, value]) => `${name}=${value}`);
  return [...facts, `at ${seat?.address ?? "no address"}`].join(" ");
}

function factDifferences(name: string, expected: Seat["facts"], actual: Seat["facts"]): string[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return keys
    .filter((key) => expected[key] !== actual[key])
    .map((key) => `${name}: ${key} expected ${expected[key] ?? "none"}, got ${actual[key] ?? "none"}`);
}
