import { describe, expect, test } from "vitest";
import { parse } from "../../src/xml/parse.ts";
import { meaningOf, readStrictly, sameMeaning, sameTree } from "../../src/xml/strict.ts";

test("a strict tree holds names, attributes, children and text", () => {
  expect(readStrictly("<a b='1'>\n  <c>x &lt; <![CDATA[<y>]]></c>\n  <!-- no -->\n</a>")).toEqual({
    name: "a",
    attributes: new Map([["b", "1"]]),
    text: "",
    children: [{ name: "c", attributes: new Map(), children: [], text: "x < <y>" }],
  });
});

const pairs: [string, string, boolean][] = [
  ["<a b='1' c='2'/>", '<a c="2"\n b="1"></a>', true],
  ["<a><b/><c/></a>", "\ufeff<?xml version='1.0'?>\n<a>\r\n\t<b/>\r\n\t<!-- x --><c/>\r\n</a>\n", true],
  ["<a>&lt;&#65;</a>", "<a><![CDATA[<A]]></a>", true],
  ["<a b='x&#10;y'/>", "<a b='x\ny'/>", false],
  ["<a b='x y'/>", "<a b='x\ny'/>", true],
  ["<a>x\r\ny</a>", "<a>x\ny</a>", true],
  ["<a>x</a>", "<a> x</a>", false],
  ["<a>x<b/></a>", "<a> x <b/></a>", true],
  ["<a>x<b/></a>", "<a>y<b/></a>", false],
  ["<a><b/><c/></a>", "<a><c/><b/></a>", false],
  ["<a><b/></a>", "<a><b/><b/></a>", false],
  ["<a b='1'/>", "<a b='2'/>", false],
  ["<a b='1'/>", "<a c='1'/>", false],
  ["<a b='1'/>", "<a b='1' c='2'/>", false],
  ["<a/>", "<b/>", false],
  ["<a b='007'/>", "<a b='7'/>", false],
  ["<a><toString valueOf='1'/></a>", "<a><toString/></a>", false],
];

describe("two texts mean the same", () => {
  test.each(pairs)("%j and %j: %s", (one, other, expected) => {
    const first = readStrictly(one);
    const second = readStrictly(other);
    expect(first && second && sameMeaning(first, second)).toBe(expected);
    expect(first && second && sameMeaning(second, first)).toBe(expected);
    expect(sameTree(parse(one), parse(other))).toBe(expected);
    expect(meaningOf(parse(one).root!)).toEqual(first);
  });
});

describe("refused, so that our own trees are compared instead", () => {
  test.each(["<a><constructor/></a>", "<a><prototype/></a>", "<a><__proto__/></a>"])(
    "a well-formed text with a name that harms objects: %s",
    (text) => {
      expect(readStrictly(text)).toBeUndefined();
      expect(sameTree(parse(text), parse(text.replace("/>", " />")))).toBe(true);
      expect(sameTree(parse(text), parse("<a><x/></a>"))).toBe(false);
      expect(Object.keys({})).toEqual([]);
    },
  );

  test.each([
    "",
    "x",
    "<a>",
    "<a></b>",
    "<a b=1/>",
    "<a b='1' b='2'/>",
    "<a/><b/>",
    "<a><!--</a>",
    "<a b='></a>",
  ])("a broken text: %j", (text) => {
    expect(readStrictly(text)).toBeUndefined();
  });
});

test("an attribute may have any name", () => {
  const text = "<a __proto__='1' constructor='2' toString='3'/>";
  expect([...(readStrictly(text)?.attributes ?? [])]).toEqual([
    ["__proto__", "1"],
    ["constructor", "2"],
    ["toString", "3"],
  ]);
});

test("declared entities are not used, and nothing grows", () => {
  const text = "<!DOCTYPE a [<!ENTITY x 'yyyy'>]><a b='&x;'>&x;</a>";
  const strict = readStrictly(text);
  expect(strict?.text).toBe("&x;");
  expect(strict?.attributes.get("b")).toBe("&x;");
});

test("documents without a root mean the same only as each other", () => {
  expect(sameTree(parse(""), parse("<!-- x -->"))).toBe(true);
  expect(sameTree(parse(""), parse("<a/>"))).toBe(false);
});
