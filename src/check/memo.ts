import type { Definition } from "../define/definition.ts";

/** Works something out once per definition: many checks ask the same of the same one. */
export function once<T>(compute: (definition: Definition) => T): (definition: Definition) => T {
  const known = new WeakMap<Definition, { readonly value: T }>();
  return (definition) => {
    const entry = known.get(definition) ?? { value: compute(definition) };
    known.set(definition, entry);
    return entry.value;
  };
}
