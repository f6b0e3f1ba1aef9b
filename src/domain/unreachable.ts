/** Ends a switch over a closed union: the compiler asks for the missing case, and a broken value is our own mistake. */
export function unreachable(value: never): never {
  throw new RangeError(`unexpected value ${JSON.stringify(value)}`);
}
