import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DefineOptions } from "../../src/domain/target.ts";
import { getDomainService } from "../../src/service.ts";
import { differencesOf } from "../conformance/compare.ts";
import { type Seat, seatsOfDevices, seatsOfXml } from "../conformance/seats.ts";
import { corpusIsRequired, hasCorpus, readCorpus } from "../support/corpus.ts";
import { repository } from "../support/repository.ts";
import { type Defined, definedOf, isClean, pinEdits, pinned, promised, unpinned } from "./pinning.ts";
import { inStyle, type StyleName, styles } from "./styles.ts";

interface Sample {
  readonly id: string;
  readonly text: string;
  readonly options: DefineOptions;
}

const known = new Map(
  [...examples(), ...(hasCorpus() ? readCorpus() : [])].flatMap((sample): [Sample, Defined][] => {
    const defined = definedOf(sample.text, sample.options);
    return defined ? [[sample, defined]] : [];
  }),
);
const samples = [...known.keys()];

function examples(): Sample[] {
  const folder = path.join(repository, "examples");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".xml"))
    .map((file) => ({ id: file, text: readFileSync(path.join(folder, file), "utf8"), options: {} }));
}

/** Runs a check on every sample and names those that fail it. */
function forAll(check: (defined: Defined, sample: Sample) => readonly string[]): void {
  const failures = samples.flatMap((sample) => {
    const defined = known.get(sample) as Defined;
    return check(defined, sample).map((line) => `${sample.id}: ${line}`);
  });
  expect(failures).toEqual([]);
}

function redefined(text: string, { options }: Sample): Defined {
  const defined = definedOf(text, options);
  if (defined === undefined) throw new Error(`the pinned text is refused:\n${text}`);
  return defined;
}

const seats = (defined: Defined) => seatsOfDevices(defined.definition.devices.map(({ device }) => device));
const listedSeats = (defined: Defined) =>
  seatsOfDevices(
    defined.definition.devices
      .filter(({ written, device }) => written && device.kind !== "controller")
      .map(({ device }) => device),
  );
/** Files list devices in another order than libvirt. */
const byPlace = (list: readonly Seat[]) =>
  list.toSorted((one, other) => String(one.address).localeCompare(String(other.address)));
const addressed = (text: string) =>
  seatsOfXml(text).filter(({ kind, address }) => kind === "controller" || address !== undefined);

describe("edit/pin, on every domain we have", () => {
  test("there are domains to pin", () => {
    expect(samples.length).toBeGreaterThan(corpusIsRequired() || hasCorpus() ? 1500 : 3);
  });

  test("defining the pinned text gives what defining the text gave, every address is given, and pinning again changes nothing", () => {
    forAll((defined, sample) => {
      const once = pinned(defined);
      const again = redefined(once, sample);
      const open = again.definition.devices.filter(({ placement }) => placement.state === "assigned");
      return [
        ...differencesOf(seats(defined), seats(again)),
        ...open.map(({ device }) => `${device.kind} is still open`),
        ...(pinned(again) === once ? [] : ["changed again"]),
      ];
    });
  });

  test("the text itself says every address, also to a reader that is not ours", () => {
    forAll((defined, { text }) => {
      const meant = seatsOfDevices(promised(defined.definition).map(({ device }) => device));
      // What a file leaves out because it is 0 stays left out.
      return isTerse(text) ? [] : differencesOf(byPlace(meant), byPlace(addressed(pinned(defined))));
    });
  });

  test("with only what is present, no device is added and the listed ones keep their places", () => {
    let refused = 0;
    forAll((defined, sample) => {
      const service = getDomainService(sample.options);
      const snapshot = service.snapshot(sample.id, 0, sample.text);
      const answer = service.pinAll(snapshot, { onlyPresent: true });
      if (answer.edits === undefined) {
        refused++;
        return [];
      }
      const again = redefined(service.apply(snapshot, answer.edits), sample);
      const count = defined.reading.domain.devices.length;
      if (again.reading.domain.devices.length !== count) return ["devices were added"];
      return differencesOf(listedSeats(defined), listedSeats(again));
    });
    // Places behind controllers that are not listed would be lost, so that those files are not pinned.
    expect(refused / samples.length).toBeLessThan(0.1);
  });

  test("only values, self-closing ends and addresses are ever replaced", () => {
    forAll((defined) =>
      pinEdits(defined)
        .map(({ range }) => defined.document.text.slice(range.start, range.end))
        .filter((replaced) => !/^(?:[^<>]*|\s*\/>|<address[\s\S]*>)$/.test(replaced)),
    );
  });

  test("unpinning takes every address away that pinning wrote, and leaves the rest", () => {
    forAll((defined) => {
      const closed = (text: string) => inStyle(text, ["closedEnds"]);
      const bare = unpinned(defined.document.text);
      const again = unpinned(pinned(defined, { onlyPresent: true }));
      const told = (text: string) =>
        text
          .split("\n")
          .filter((line) => !filledIn.test(line))
          .join("\n");
      return told(closed(again)) === told(closed(bare)) ? [] : ["differs"];
    });
  });
});

/** Lines of controllers, where pinning writes more than addresses. */
const filledIn = /<\/?(controller|target|model|master)\b/;

/** Addresses without the numbers that are 0 mean the same, but look different to a plain reader. */
function isTerse(text: string): boolean {
  const terse = [
    /<address (?=[^>]*type=['"]drive)(?!(?=[^>]*controller=)(?=[^>]*bus=)(?=[^>]*target=)(?=[^>]*unit=))/,
    /<address (?=[^>]*type=['"]virtio-serial)(?!(?=[^>]*controller=)(?=[^>]*bus=)(?=[^>]*port=))/,
    /<address (?=[^>]*type=['"]usb)(?!(?=[^>]*bus=)(?=[^>]*port=))/,
    /<address (?=[^>]*type=['"]virtio-serial)(?=[^>]*port=['"]0['"])/,
    /<address (?=[^>]*type=['"]isa)(?=[^>]*(iobase|irq)=['"]0)/,
    /<address (?=[^>]*type=['"]ccid)(?!(?=[^>]*controller=)(?=[^>]*slot=))/,
  ];
  return terse.some((pattern) => pattern.test(text));
}

describe("edit/pin, in anybody's hand", () => {
  const sample = fc.constantFrom(...samples);
  const names = Object.keys(styles) as StyleName[];
  const hand = fc.subarray(names);

  test("keeps the hand and the meaning", () => {
    fc.assert(
      fc.property(sample, hand, (chosen, style) => {
        const text = inStyle(chosen.text, style);
        const defined = redefined(text, chosen);
        const result = pinned(defined);
        const again = redefined(result, chosen);
        expect(differencesOf(seats(redefined(chosen.text, chosen)), seats(again))).toEqual([]);
        expect(pinned(again)).toBe(result);
        expect(isClean(result, text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("leaves every line that it does not change as it is", () => {
    fc.assert(
      fc.property(sample, hand, (chosen, style) => {
        const text = inStyle(chosen.text, style);
        const result = pinned(redefined(text, chosen)).split(/\r?\n/);
        let at = 0;
        for (const line of text.split(/\r?\n/).filter((it) => !/<|>/.test(it))) {
          at = result.indexOf(line, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});
