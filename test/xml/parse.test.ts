import { describe, expect, test } from "vitest";
import { parse } from "../../src/xml/parse.ts";
import { outline } from "./outline.ts";

describe("a well-formed text keeps its tree and has no problems", () => {
  test.each([
    ["<a/>", "a"],
    ["<a></a>", "a"],
    ["<a ></a >", "a"],
    ["<a b='1' c=\"2\"/>", "a[b=1 c=2]"],
    ["<a\n\tb = '1'\r\n/>", "a[b=1]"],
    ["<a b='x > y'/>", "a[b=x > y]"],
    ["<a b='x/>y'/>", "a[b=x/>y]"],
    ["<a b='say \"hi\"'/>", 'a[b=say "hi"]'],
    ["<a b='one\ntwo\tthree\r\nfour'/>", "a[b=one two three four]"],
    ["<a b='x c='/>", "a[b=x c=]"],
    ["\ufeff<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'y>'><!-- ]> -->]>\n<a/>\n", "?xml ! a"],
    ["<!--x--><a><!-- <b> --><?p q='<c>'?></a><!--y-->", "# a(# ?p) #"],
    ["<a><![CDATA[<b>&amp;]]></a>", 'a(cdata"<b>&amp;")'],
    ["<a>x<b/>y</a>", 'a("x" b "y")'],
    ["<a>1 > 0 ]] ></a>", 'a("1 > 0 ]] >")'],
    ["<q:a xmlns:q='u'><q:b-1.c/></q:a>", "q:a[xmlns:q=u](q:b-1.c)"],
    ["<дом имя='ё'/>", "дом[имя=ё]"],
    [
      "<a><toString/><constructor/><__proto__ hasOwnProperty='1'/></a>",
      "a(toString constructor __proto__[hasOwnProperty=1])",
    ],
    ["<a><a><a></a></a></a>", "a(a(a))"],
  ])("%j", (text, expected) => {
    const document = parse(text);
    expect(outline(document)).toBe(expected);
    expect(document.problems).toEqual([]);
    expect(document.root?.parent).toBeUndefined();
  });
});

describe("references", () => {
  test.each([
    ["&lt;&gt;&amp;&quot;&apos;", "<>&\"'"],
    ["&#65;&#x42;&#x1F600;", "AB😀"],
    ["&#10;&#9;&#13;", "\n\t\r"],
    ["&amp;lt;", "&lt;"],
  ])("%s means %j in values and in text", (written, meant) => {
    const document = parse(`<a b='${written}'>${written}</a>`);
    expect(document.problems).toEqual([]);
    expect(document.root?.attributes[0]?.value).toBe(meant);
    expect(document.root?.children[0]).toMatchObject({ kind: "text", value: meant });
  });

  test.each([
    ["&foo;", "unknown-entity"],
    ["&toString;", "unknown-entity"],
    ["&#0;", "bad-character-reference"],
    ["&#xFFFF;", "bad-character-reference"],
    ["&#99999999;", "bad-character-reference"],
    ["&#X41;", "bad-character-reference"],
    ["&", "bare-ampersand"],
    ["& b", "bare-ampersand"],
    ["&lt", "bare-ampersand"],
  ])("%s stays as written and is reported as %s", (written, code) => {
    const document = parse(`<a b='${written}'>${written}</a>`);
    expect(document.root?.attributes[0]?.value).toBe(written);
    expect(document.root?.children[0]).toMatchObject({ value: written });
    expect(document.problems.map((problem) => problem.code)).toEqual([code, code]);
  });
});

test("entities that the text declares are never used", () => {
  const document = parse(
    "<!DOCTYPE a [<!ENTITY x 'secret'><!ENTITY y SYSTEM 'file:///etc/passwd'>]><a>&x;&y;</a>",
  );
  expect(outline(document)).toBe('! a("&x;&y;")');
  expect(document.problems.map((problem) => problem.code)).toEqual(["unknown-entity", "unknown-entity"]);
});

test("line ends in text and CDATA are read as LF", () => {
  const document = parse("<a>x\r\ny\rz<![CDATA[x\r\ny]]></a>");
  expect(document.root?.children.map((node) => "value" in node && node.value)).toEqual(["x\ny\nz", "x\ny"]);
});

describe("an attribute's ranges", () => {
  const shown = (text: string): string => {
    const document = parse(text);
    const attribute = document.root?.attributes[0];
    if (attribute === undefined) return "none";
    const { nameRange, valueRange, range } = attribute;
    return [nameRange, valueRange, range].map(({ start, end }) => `${start}-${end}`).join(" ");
  };
  test.each([
    ["<a bc='de'/>", "3-5 7-9 3-10"],
    ["<a bc = 'de'/>", "3-5 9-11 3-12"],
    ["<a bc=''/>", "3-5 7-7 3-8"],
    ["<a bc/>", "3-5 5-5 3-5"],
    ["<a bc=/>", "3-5 6-6 3-6"],
    ["<a bc= />", "3-5 6-6 3-6"],
    ["<a bc=de/>", "3-5 6-8 3-8"],
    ["<a bc='de/>", "3-5 7-9 3-9"],
    ["<a bc='", "3-5 7-7 3-7"],
    ["<a bc='de'fg=''/>", "3-5 7-9 3-10"],
  ])("%s: %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
