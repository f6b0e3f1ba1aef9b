import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DefinedDevice } from "../../src/define/definition.ts";
import type { Device } from "../../src/domain/device.ts";
import { getDomainService } from "../../src/service.ts";
import { differencesOf } from "../conformance/compare.ts";
import { seatsOfDevices } from "../conformance/seats.ts";
import { withDevices, writeElement } from "../differential/element.ts";
import { generateDomain } from "../differential/generate.ts";
import { type Answer, defineText } from "../support/pipeline.ts";
import { childOf, readStrictly } from "../support/strictXml.ts";

/** Random domains of every machine; a seed names one, so that a failure can be looked at again. */
const seeds = fc.nat(1_000_000);

const removableKinds: ReadonlySet<string> = new Set([
  "disk",
  "interface",
  "channel",
  "rng",
  "sound",
  "filesystem",
  "crypto",
  "redirdev",
  "shmem",
]);

function textOf(seed: number): string {
  return writeElement(generateDomain(seed));
}

/** The answer to a domain that libvirt takes; undefined for the others, about which a law says nothing. */
function acceptedAnswer(text: string): Answer | undefined {
  const answer = defineText(text);
  return answer && answer.refusals.length === 0 ? answer : undefined;
}

function devicesOf(answer: Answer): Device[] {
  return answer.definition.devices.map(({ device }) => device);
}

/** The text with every address written down; undefined where nothing is to be pinned. */
function pinned(text: string): string | undefined {
  const service = getDomainService();
  const snapshot = service.snapshot("law.xml", 1, text);
  const { edits } = service.pinAll(snapshot);
  return edits && service.apply(snapshot, edits);
}

describe("define", () => {
  test("says the same about the same text", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first, second] = [defineText(textOf(seed)), defineText(textOf(seed))];
        expect(second?.refusals).toEqual(first?.refusals);
        expect(second?.definition.devices).toEqual(first?.definition.devices);
      }),
      { numRuns: 150 },
    );
  });

  test("never throws for half of any document, nor do diagnostics and board", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, part) => {
        const text = textOf(seed);
        const service = getDomainService();
        const snapshot = service.snapshot("half.xml", 1, text.slice(0, Math.floor(text.length * part)));
        expect(() => [service.diagnostics(snapshot), service.board(snapshot)]).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  test("never moves what was given, and at most completes it", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const answer = acceptedAnswer(textOf(seed));
        for (const { device, placement, written } of answer?.definition.devices ?? []) {
          if (placement.state !== "given" || !written) continue;
          const given = answer?.reading.domain.devices[device.id]?.address;
          expect(device.address).toMatchObject(given ?? {});
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("pinning all addresses", () => {
  test("writes down exactly what libvirt would choose, and libvirt then chooses the same", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const before = acceptedAnswer(textOf(seed));
        const text = pinned(textOf(seed));
        if (before === undefined || text === undefined) return;
        const after = defineText(text);
        expect(after?.refusals).toEqual([]);
        expect(differencesOf(seatsOfDevices(devicesOf(before)), seatsOfDevices(devicesOf(after!)))).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const once = acceptedAnswer(textOf(seed)) && pinned(textOf(seed));
        if (once !== undefined) expect(pinned(once)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  test("lets nobody move when a device is taken away", () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, choice) => {
        const text = acceptedAnswer(textOf(seed)) && pinned(textOf(seed));
        const before = text === undefined ? undefined : defineText(text);
        const domain = text === undefined ? undefined : readStrictly(text);
        const leaves = before?.definition.devices.filter(isRemovable) ?? [];
        if (before === undefined || domain === undefined || leaves.length === 0) return;
        const { device: removed } = leaves[choice % leaves.length]!;
        const { children } = childOf(domain, "devices")!;
        expect(children[removed.id]?.name).toBe(removed.kind);
        const rest = children.filter((_, place) => place !== removed.id);
        const after = acceptedAnswer(writeElement(withDevices(domain, rest)));
        if (after === undefined) return;
        const stay = devicesOf(before).filter((device) => device !== removed);
        expect(differencesOf(seatsOfDevices(stay), seatsOfDevices(devicesOf(after)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** A written device that nobody else leans on and that libvirt does not bring back. */
function isRemovable({ device, written }: DefinedDevice): boolean {
  return written && removableKinds.has(device.kind);
}
