import type { Problem } from "../../check/problem.ts";
import type { DefinedDevice } from "../../define/definition.ts";
import { type PlacedNodes, placeElement } from "../../domain/place.ts";
import type { Refusal, RefusalValues } from "../../domain/refusal.ts";
import type { Change } from "../../edit/change.ts";
import type { Element } from "../../xml/document.ts";
import type { DomainView } from "../snapshot.ts";

/** What a cure looks at: one problem, and the device and XML it blames. */
export interface Site {
  readonly domain: DomainView;
  readonly about: Refusal | Problem;
  readonly values: RefusalValues;
  /** The blamed device; absent where the domain is to blame, or a device that libvirt adds. */
  readonly defined?: DefinedDevice;
  /** The element of the blamed device. */
  readonly device?: Element;
  /** The element and attribute that are underlined. */
  readonly nodes: PlacedNodes;
}

/** One way to cure a problem, before anybody has tried it. */
export interface Fix {
  readonly title: string;
  /** The only sensible one, or the one nearly everybody wants; "otherwise": only where no better one holds. */
  readonly preferred?: true | "otherwise";
  /** Only right if libvirt takes the whole domain afterwards. */
  readonly mustBeClean?: true;
  /** What to change, best first; the first that proves right is taken. */
  readonly ways: Iterable<readonly Change[]>;
}

/** Cures of one family for a problem; none where it is not of this sort. */
export type Cure = (site: Site) => Fix[];

/** Gathers what cures ask about a problem. */
export function siteOf(domain: DomainView, about: Refusal | Problem): Site {
  const { subject } = about;
  const device = subject.device === undefined ? undefined : domain.reading.elements.get(subject.device);
  const defined =
    device && domain.definition.devices.find((candidate) => candidate.device.id === subject.device);
  return {
    domain,
    about,
    values: about.values,
    nodes: placeElement(domain.reading, subject),
    ...(device && { device }),
    ...(defined && { defined }),
  };
}

/** A fix with one way; none where there is nothing to change. */
export function fix(title: string, changes: readonly Change[], preferred = false): Fix[] {
  if (changes.length === 0) return [];
  return [preferred ? { title, ways: [changes], preferred } : { title, ways: [changes] }];
}

/** The fix that most people want. */
export function bestFix(title: string, changes: readonly Change[]): Fix[] {
  return fix(title, changes, true);
}

/** Fixes that are preferred where no better one holds. */
export function otherwise(fixes: readonly Fix[]): Fix[] {
  return fixes.map(({ title, ways }) => ({ title, ways, preferred: "otherwise" }));
}
