import { getDomainService } from "../../src/service.ts";
import type { Case } from "../support/corpus.ts";
import { byName, differencesOf } from "./compare.ts";
import { type Seat, seatsOfXml } from "./seats.ts";

/**
 * What is wrong with the text after "Pin all addresses", read without our own code: every controller and every address
 * that libvirt chose has to stand in it. Empty when all do.
 */
export function pinDifferences({ text, options }: Case, expectedXml: string): string[] {
  const service = getDomainService(options);
  const snapshot = service.snapshot("domain.xml", 1, text);
  const answer = service.pinAll(snapshot);
  if (answer.edits === undefined) return [`pin: refused, ${answer.refused}`];
  const pinned = seatsOfXml(service.apply(snapshot, answer.edits));
  const expected = seatsOfXml(expectedXml);
  const kept = withoutDropped(pinned, seatsOfXml(text), expected);
  return differencesOf(expected, kept).map((line) => `pin: ${line}`);
}

/** Addresses of the author's own that libvirt reads over or drops, as of a device that is none, may stay. */
function withoutDropped(
  pinned: readonly Seat[],
  written: readonly Seat[],
  expected: readonly Seat[],
): Seat[] {
  const wanted = byName(expected);
  const given = new Set(written.map(({ kind, address }) => `${kind} ${address}`));
  return [...byName(pinned)].map(([name, seat]) => {
    const isDropped = wanted.has(name) && wanted.get(name)?.address === undefined;
    return isDropped && given.has(`${seat.kind} ${seat.address}`) ? { ...seat, address: undefined } : seat;
  });
}
