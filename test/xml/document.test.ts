import { describe, expect, test } from "vitest";
import {
  attributeOf,
  childElements,
  elementAt,
  firstChild,
  nodeAt,
  pathOf,
  textOf,
  // biome-ignore lint/suspicious/noShadowRestrictedNames: see its declaration.
  valueOf,
} from "../../src/xml/document.ts";
import { parse } from "../../src/xml/parse.ts";

const { root } = parse("<a x='1' y='&lt;'>t<b/><!-- c --><d n='1'/>u<![CDATA[<v>]]><d n='2'/><b/></a>");
const a = root!;

test("attributes are found by name", () => {
  expect(attributeOf(a, "y")?.valueRange).toEqual({ start: 12, end: 16 });
  expect(valueOf(a, "y")).toBe("<");
  expect(valueOf(a, "z")).toBeUndefined();
  expect(attributeOf(a, "toString")).toBeUndefined();
});

test("children are found by name, in order", () => {
  expect(childElements(a).map((element) => element.name)).toEqual(["b", "d", "d", "b"]);
  expect(childElements(a, "d").map((element) => valueOf(element, "n"))).toEqual(["1", "2"]);
  expect(valueOf(firstChild(a, "d")!, "n")).toBe("1");
  expect(firstChild(a, "e")).toBeUndefined();
});

test("an element's own text joins text and CDATA", () => {
  expect(textOf(a)).toBe("tu<v>");
});

test("a path names an element and those around it", () => {
  const document = parse("<domain><devices><disk><source/></disk></devices></domain>");
  expect(pathOf(elementAt(document, document.text.indexOf("source"))!)).toBe("/domain/devices/disk/source");
  expect(pathOf(document.root!)).toBe("/domain");
});

describe("at | is", () => {
  const shown = (marked: string): string => {
    const offset = marked.indexOf("|");
    const document = parse(marked.replace("|", ""));
    const element = elementAt(document, offset);
    return `${nodeAt(document, offset)?.kind ?? "nothing"} in ${element === undefined ? "nothing" : pathOf(element)}`;
  };
  test.each([
    ["|<a/>", "element in /a"],
    ["<a/>|", "nothing in nothing"],
    ["\n|<a/>", "element in /a"],
    ["<a>|<b/></a>", "element in /a/b"],
    ["<a><b/>|</a>", "element in /a"],
    ["<a><b/>|x</a>", "text in /a"],
    ["<a><b/>x|</a>", "element in /a"],
    ["<a><!--|--></a>", "comment in /a"],
    ["<a><b c='|'/></a>", "element in /a/b"],
    ["<a><b></b|></a>", "element in /a/b"],
    ["<a><b |", "element in /a/b"],
    ["<a><b|\n  <c/></a>", "element in /a/b"],
    ["<a><b c='|\n  <c/></a>", "element in /a/b"],
    ["<a><b c=|</a>", "element in /a/b"],
    ["<a><b/><c |<d/></a>", "element in /a/c"],
    ["<a>|", "nothing in nothing"],
    ["", "nothing in nothing"],
  ])("%j: %s", (marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});
