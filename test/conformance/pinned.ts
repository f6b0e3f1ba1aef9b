import { getDomainService } from "../../src/service.ts";
import type { Case } from "../support/corpus.ts";
import { differencesOf } from "./compare.ts";
import { seatsOfXml } from "./seats.ts";

/**
 * What is wrong with the text after "Pin all addresses", read without our own code: every controller and every address
 * that libvirt chose has to stand in it. Empty when all do.
 */
export function pinDifferences({ text, options }: Case, expectedXml: string): string[] {
  const service = getDomainService(options);
  const snapshot = service.snapshot("domain.xml", 1, text);
  const answer = service.pinAll(snapshot);
  if (answer.edits === undefined) return [`pin: refused, ${answer.refused}`];
  const pinned = service.apply(snapshot, answer.edits);
  return differencesOf(seatsOfXml(expectedXml), seatsOfXml(pinned)).map((line) => `pin: ${line}`);
}
