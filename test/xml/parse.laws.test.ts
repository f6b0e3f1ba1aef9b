import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, type Range } from "../../src/text/range.ts";
import { type Document, type Element, elementAt, type Node, nodeAt } from "../../src/xml/document.ts";
import { parse } from "../../src/xml/parse.ts";
import { mostProblems } from "../../src/xml/problems.ts";
import { meaningOf, readStrictly, sameMeaning } from "../../src/xml/strict.ts";
import { placesByLibrary, placesByUs } from "./places.ts";
import { damaged, soup, wellFormed } from "./randomXml.ts";
import { homes, sample } from "./samples.ts";

const runs = { numRuns: 500 };

test("a well-formed document has no problems, and another parser's meaning and places", () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      const document = parse(text);
      expect(document.problems).toEqual([]);
      expect(placesByUs(document)).toEqual(placesByLibrary(text));
      const strict = readStrictly(text);
      expect(strict).toBeDefined();
      expect(meaningOf(document.root!)).toEqual(strict);
      expect(sameMeaning(meaningOf(document.root!), strict!)).toBe(true);
    }),
    runs,
  );
});

test("a well-formed document is covered without gaps", () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      const check = (children: readonly Node[], start: number, end: number): void => {
        let at = start;
        for (const child of children) {
          expect(child.range.start).toBe(at);
          at = child.range.end;
          if (child.kind === "element" && child.endTag !== undefined) {
            check(child.children, child.startTag.end, child.endTag.start);
          }
        }
        expect(at).toBe(end);
      };
      check(parse(text).children, 0, text.length);
    }),
    runs,
  );
});

describe("in any text every range says where its thing is", () => {
  test.each([
    ["damaged documents", damaged(wellFormed)],
    ["the damaged sample", damaged(fc.constant(sample))],
    ["the damaged sample on one line", damaged(fc.constant(sample.replace(/\n */g, "")))],
    ["markup soup", soup],
    ["any string", fc.string({ unit: "binary", maxLength: 60 })],
  ])("%s", (_, texts) => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, knowsHomes) => {
        checkRanges(parse(text, knowsHomes ? { homes } : {}));
      }),
      runs,
    );
  });
});

test("an offset finds the innermost node around it", () => {
  fc.assert(
    fc.property(damaged(fc.constant(sample)), fc.nat({ max: 600 }), (text, offset) => {
      const document = parse(text);
      const node = nodeAt(document, offset);
      const element = elementAt(document, offset);
      if (element !== undefined) expect(covers(element.range, { start: offset, end: offset })).toBe(true);
      if (node === undefined) expect(element).toBeUndefined();
      else if (node.kind === "element") expect(element).toBe(node);
      else if (element !== undefined) expect(element.children).toContain(node);
      else expect(document.children).toContain(node);
    }),
    runs,
  );
});

function checkRanges(document: Document): void {
  const whole = { start: 0, end: document.text.length };
  checkSiblings(document, document.children, whole, undefined);
  expect(document.problems.length).toBeLessThanOrEqual(mostProblems);
  let last = 0;
  for (const { range, related } of document.problems) {
    for (const marked of [range, ...(related ?? []).map((place) => place.range)]) {
      expect(covers(whole, marked) && marked.start <= marked.end).toBe(true);
    }
    expect(range.start).toBeGreaterThanOrEqual(last);
    last = range.start;
  }
}

/** Siblings lie in their parent, one after the other. */
function checkSiblings(
  document: Document,
  nodes: readonly Node[],
  within: Range,
  parent: Element | undefined,
): void {
  let last = within.start;
  for (const node of nodes) {
    expect(node.range.start).toBeGreaterThanOrEqual(last);
    expect(node.range.end).toBeGreaterThan(node.range.start);
    last = node.range.end;
    if (node.kind === "element") {
      expect(node.parent).toBe(parent);
      checkElement(document, node);
    } else {
      checkOther(document, node);
    }
  }
  expect(last).toBeLessThanOrEqual(within.end);
}

function checkElement(document: Document, element: Element): void {
  const { text } = document;
  const { name, nameRange, range, startTag, endTag } = element;
  const at = (place: Range): string => text.slice(place.start, place.end);
  expect(at(nameRange)).toBe(name);
  expect(startTag.start).toBe(range.start);
  expect(nameRange.start).toBe(startTag.start + 1);
  expect(text[startTag.start]).toBe("<");
  expect(at(startTag).endsWith("/>") || !element.selfClosing).toBe(true);
  if (endTag !== undefined) {
    expect(at(endTag).startsWith("</")).toBe(true);
    expect(endTag.end).toBe(range.end);
  }
  let last = nameRange.end;
  for (const attribute of element.attributes) {
    expect(at(attribute.nameRange)).toBe(attribute.name);
    expect(attribute.range.start).toBe(attribute.nameRange.start);
    expect(attribute.range.start).toBeGreaterThanOrEqual(last);
    expect(covers(attribute.range, attribute.valueRange)).toBe(true);
    if (attribute.quote !== undefined) expect(text[attribute.valueRange.start - 1]).toBe(attribute.quote);
    if (!/[&\t\r\n]/.test(at(attribute.valueRange))) expect(attribute.value).toBe(at(attribute.valueRange));
    last = attribute.range.end;
  }
  expect(last).toBeLessThanOrEqual(startTag.end);
  checkSiblings(
    document,
    element.children,
    { start: startTag.end, end: endTag?.start ?? range.end },
    element,
  );
}

const openings = { comment: "<!--", cdata: "<![CDATA[", instruction: "<?", doctype: "<!DOCTYPE", text: "" };

function checkOther(document: Document, node: Exclude<Node, Element>): void {
  expect(document.text.startsWith(openings[node.kind], node.range.start)).toBe(true);
  if (node.kind === "comment" || node.kind === "cdata")
    expect(covers(node.range, node.valueRange)).toBe(true);
  if (node.kind === "instruction") {
    expect(document.text.slice(node.nameRange.start, node.nameRange.end)).toBe(node.name);
  }
}
