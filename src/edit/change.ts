import type { Element } from "../xml/document.ts";

/** An element that does not exist yet, in meaning; how it is laid out is up to the file it goes into. */
export interface Markup {
  readonly name: string;
  /** In the order they are written. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly MarkupChild[];
  /** Text instead of children. */
  readonly text?: string;
}

/** A new element, or one that is copied from elsewhere in the file as it stands there. */
export type MarkupChild = Markup | { readonly copyOf: Element };

/** What shall be different in one element of a file. A list of changes names every element at most once. */
export interface Change {
  readonly element: Element;
  readonly attributes?: readonly AttributeChange[];
  readonly added?: readonly Added[];
  readonly removed?: readonly Element[];
  readonly replaced?: readonly { readonly child: Element; readonly by: Markup }[];
}

export interface AttributeChange {
  readonly name: string;
  /** Undefined removes the attribute. */
  readonly value: string | undefined;
  /** The attributes libvirt prints before this one; a new attribute goes behind the last of them. */
  readonly behind: readonly string[];
}

export interface Added {
  readonly markup: Markup;
  /** A child of the element to stand next to; without one the new element comes last. */
  readonly before?: Element;
  readonly after?: Element;
}

/** Attributes without value are left out. */
export function attributesOf(
  values: Readonly<Record<string, string | number | bigint | undefined>>,
): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** The change without empty lists, or undefined where it would change nothing. */
export function changeOf(change: Change): Change | undefined {
  const isEmpty = !(
    change.attributes?.length ||
    change.added?.length ||
    change.removed?.length ||
    change.replaced?.length
  );
  return isEmpty ? undefined : change;
}

/** One change per element: additions to the same one are joined in the order given. */
export function joinChanges(changes: readonly Change[]): Change[] {
  const joined = new Map<Element, Change>();
  for (const change of changes) {
    const known = joined.get(change.element);
    joined.set(change.element, known ? join(known, change) : change);
  }
  return [...joined.values()];
}

function join(one: Change, other: Change): Change {
  return {
    element: one.element,
    attributes: [...(one.attributes ?? []), ...(other.attributes ?? [])],
    added: [...(one.added ?? []), ...(other.added ?? [])],
    removed: [...(one.removed ?? []), ...(other.removed ?? [])],
    replaced: [...(one.replaced ?? []), ...(other.replaced ?? [])],
  };
}
