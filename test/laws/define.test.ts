import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Device } from "../../src/domain/device.ts";
import { getDomainService } from "../../src/service.ts";
import { differencesOf } from "../conformance/compare.ts";
import { seatsOfDevices, seatsOfXml } from "../conformance/seats.ts";
import { withDevices, writeElement } from "../differential/element.ts";
import { generateDomain } from "../differential/generate.ts";
import { type Answer, defineText } from "../support/pipeline.ts";
import { childOf, readStrictly, type StrictElement } from "../support/strictXml.ts";

/** Random domains of every machine; a seed names one, so that a failure can be looked at again. */
const seeds = fc.nat(1_000_000);

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

  test("never moves what was given", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const answer = acceptedAnswer(textOf(seed));
        for (const { device, placement, written } of answer?.definition.devices ?? []) {
          if (placement.state !== "given" || !written) continue;
          expect(seatsOfDevices([device])[0]?.address).toBe(
            seatsOfDevices([answer!.reading.domain.devices[device.id]!])[0]?.address,
          );
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
        const domain = text === undefined ? undefined : readStrictly(text);
        const leaves = domain ? removableDevices(domain) : [];
        if (domain === undefined || leaves.length === 0) return;
        const removed = leaves[choice % leaves.length];
        const rest = childOf(domain, "devices")!.children.filter((device) => device !== removed);
        const smaller = writeElement(withDevices(domain, rest));
        const after = acceptedAnswer(smaller);
        if (after === undefined) return;
        expect(differencesOf(seatsOfXml(smaller), seatsOfDevices(devicesOf(after)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Devices that nobody else leans on and that libvirt does not bring back. */
function removableDevices(domain: StrictElement): StrictElement[] {
  const kinds = ["disk", "interface", "channel", "rng", "sound", "filesystem", "crypto", "redirdev", "shmem"];
  return childOf(domain, "devices")?.children.filter(({ name }) => kinds.includes(name)) ?? [];
}
