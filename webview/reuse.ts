/**
 * Gives back `next` with every part that equals the same part of `previous` replaced by it, so that what did not
 * change keeps its identity and is not drawn again. For plain data only.
 */
export function reuse<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) return reuseArray(previous, next);
  if (isPlain(previous) && isPlain(next)) return reuseRecord(previous, next);
  return next;
}

function reuseArray<T extends unknown[]>(previous: readonly unknown[], next: T): T {
  const merged = next.map((item, at) => reuse(previous[at], item));
  const same = previous.length === merged.length && merged.every((item, at) => item === previous[at]);
  return (same ? previous : merged) as T;
}

function reuseRecord<T extends Record<string, unknown>>(previous: Record<string, unknown>, next: T): T {
  const keys = Object.keys(next);
  const merged = Object.fromEntries(keys.map((key) => [key, reuse(previous[key], next[key])]));
  const same =
    keys.length === Object.keys(previous).length && keys.every((key) => merged[key] === previous[key]);
  return (same ? previous : merged) as T;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
