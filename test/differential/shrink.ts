import type { StrictElement } from "../support/strictXml.ts";
import { withChildren } from "./element.ts";

/** Says for many candidates at once which of them still show what is looked for. */
export type StillShows = (candidates: readonly StrictElement[]) => Promise<readonly boolean[]>;

/** Asking takes long, so candidates go in handfuls; the largest cuts first. */
const handful = 48;

/**
 * Takes away elements and attributes as long as the finding stays, until nothing more can go. Whole runs of devices
 * are tried first, so that large domains shrink in few rounds.
 */
export async function shrink(domain: StrictElement, stillShows: StillShows): Promise<StrictElement> {
  let smallest = domain;
  for (;;) {
    const smaller = await firstThatShows(cutsOf(smallest), stillShows);
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
}

async function firstThatShows(
  candidates: readonly StrictElement[],
  stillShows: StillShows,
): Promise<StrictElement | undefined> {
  for (let start = 0; start < candidates.length; start += handful) {
    const some = candidates.slice(start, start + handful);
    const shows = await stillShows(some);
    const found = some.find((_, index) => shows[index]);
    if (found) return found;
  }
  return undefined;
}

/** Every domain that is one cut smaller, the largest cut first. */
export function cutsOf(root: StrictElement): StrictElement[] {
  return [...runCuts(root), ...childCuts(root), ...attributeCuts(root)];
}

/** Halves, quarters and eighths of the devices. */
function runCuts(root: StrictElement): StrictElement[] {
  const devices = root.children.find(({ name }) => name === "devices");
  if (!devices) return [];
  const count = devices.children.length;
  const lengths = [2, 4, 8].map((part) => Math.floor(count / part)).filter((length) => length > 1);
  return lengths.flatMap((length) =>
    Array.from({ length: Math.ceil(count / length) }, (_, at) => {
      const kept = devices.children.filter((_, index) => index < at * length || index >= (at + 1) * length);
      return replaceChild(root, devices, withChildren(devices, kept));
    }),
  );
}

/** The machine stays, so that the finding stays about it. */
const kept = "os";

function childCuts(parent: StrictElement): StrictElement[] {
  const cuttable = parent.children.filter(({ name }) => name !== kept);
  return cuttable.flatMap((child) => [
    withChildren(
      parent,
      parent.children.filter((other) => other !== child),
    ),
    ...childCuts(child).map((smaller) => replaceChild(parent, child, smaller)),
  ]);
}

function attributeCuts(subject: StrictElement): StrictElement[] {
  const own = Object.keys(subject.attributes).map((name) => {
    const { [name]: _, ...attributes } = subject.attributes;
    return { ...subject, attributes };
  });
  const cuttable = subject.children.filter(({ name }) => name !== kept);
  const inner = cuttable.flatMap((child) =>
    attributeCuts(child).map((smaller) => replaceChild(subject, child, smaller)),
  );
  return [...own, ...inner];
}

function replaceChild(
  parent: StrictElement,
  child: StrictElement,
  replacement: StrictElement,
): StrictElement {
  return withChildren(
    parent,
    parent.children.map((other) => (other === child ? replacement : other)),
  );
}
