import { type Setting, settings } from "../../catalog/settings.ts";
import { valueOf as attributeValue, childElements, type Element, firstChild } from "../../xml/document.ts";

/** A setting's path in pieces: `driver/iothreads`, `driver@rss` or `codec@type=micro`. */
interface Path {
  readonly part: string;
  readonly child: string;
  readonly grandchild?: string;
  readonly attribute?: string;
  readonly value?: string;
}

/** By kind of device, then by the child that they stand in; the empty name is the device itself. */
const paths: ReadonlyMap<string, ReadonlyMap<string, readonly Path[]>> = new Map(
  Object.entries(settings).map(([kind, rows]) => [kind, byChild(rows)]),
);

function byChild(rows: readonly Setting[]): ReadonlyMap<string, readonly Path[]> {
  const groups = new Map<string, Path[]>();
  for (const path of rows.map(({ part }) => pathOf(part))) {
    groups.set(path.child, [...(groups.get(path.child) ?? []), path]);
  }
  return groups;
}

function pathOf(part: string): Path {
  const [, child = "", grandchild, attribute, value] =
    /^([^/@]*)(?:\/([^@]+))?(?:@([^=]+))?(?:=(.+))?$/.exec(part) ?? [];
  return {
    part,
    child,
    ...(grandchild === undefined ? {} : { grandchild }),
    ...(attribute === undefined ? {} : { attribute }),
    ...(value === undefined ? {} : { value }),
  };
}

/** Which of the settings that not every QEMU knows are written in a device, by their `part`. */
export function settingsOf(element: Element): string[] {
  const written: string[] = [];
  for (const [child, rows] of paths.get(element.name) ?? []) {
    const bearers = child === "" ? [element] : bearersOf(element, child);
    for (const row of rows) if (bearers.some((bearer) => isWritten(bearer, row))) written.push(row.part);
  }
  return written;
}

/** Most devices have no such child, and then nothing is made. */
function bearersOf(element: Element, child: string): readonly Element[] {
  return firstChild(element, child) === undefined ? [] : childElements(element, child);
}

function isWritten(bearer: Element, { grandchild, attribute, value }: Path): boolean {
  if (grandchild !== undefined) return firstChild(bearer, grandchild) !== undefined;
  const written = attribute === undefined ? undefined : attributeValue(bearer, attribute);
  return written !== undefined && (value === undefined || written === value);
}
