// biome-ignore-all format: the carets must stay below what they mark.
import { describe, expect, test } from "vitest";
import { parse } from "../../src/xml/parse.ts";

/** Each fault's code, with carets below the text it marks; a fault without length is marked once. */
function shown(text: string): string[] {
  return parse(text).problems.map(({ code, range }) => {
    const carets = "^".repeat(Math.max(1, range.end - range.start));
    return `${" ".repeat(range.start)}${carets} ${code}`;
  });
}

const oneLine: [string, ...string[]][] = [
  ["<a b='1' c='2' b='3'/>",
   "               ^ duplicate-attribute"],
  ["<a b='x<y'/>",
   "       ^ less-than-in-value"],
  ["<a><!-- x -- y --></a>",
   "          ^^ double-hyphen-in-comment"],
  ["<a><!-- x ---></a>",
   "          ^^ double-hyphen-in-comment"],
  ["<a>x ]]> y</a>",
   "     ^^^ cdata-end-in-text"],
  ["<a>\u0001</a>",
   "   ^ forbidden-character"],
  ["<a b='\u001f'/>",
   "      ^ forbidden-character"],
  ["<a>\ud800</a>",
   "   ^ forbidden-character"],
  ["<a/><b/>",
   "    ^^^^ second-root"],
  ["<a/>x",
   "    ^ text-outside-root"],
  ["x<a/>",
   "^ text-outside-root"],
  ["<a/><![CDATA[]]>",
   "    ^^^^^^^^^^^^ text-outside-root"],
  ["",
   "^ no-root"],
  ["<!-- nothing -->",
   "^ no-root"],
  ["<a><disk></disc></a>",
   "         ^^^^^^^ mismatched-end-tag"],
  ["<a></b></a>",
   "   ^^^^ mismatched-end-tag",
   "       ^^^^ stray-end-tag"],
  ["<a/></b>",
   "    ^^^^ stray-end-tag"],
  ["<a><b></a>",
   "   ^^ unclosed-element"],
  ["<a>",
   "^^ unclosed-element"],
  ["<a><b</a>",
   "   ^^ unfinished-tag"],
  ["<a><b/></a",
   "       ^^^ unfinished-tag"],
  ["<a></a b>",
   "       ^ end-tag-content"],
  ["<a>&b;</a>",
   "   ^^^ unknown-entity"],
  ["<a b='&'/>",
   "      ^ bare-ampersand"],
  ["<a> < </a>",
   "    ^ stray-less-than"],
  ["<a>1<2</a>",
   "    ^ stray-less-than"],
  ["<a><!x></a>",
   "   ^ stray-less-than"],
  ["<a b/>",
   "   ^ missing-value"],
  ["<a b=c/>",
   "     ^ unquoted-value"],
  ["<a b='1'c='2'/>",
   "        ^ missing-space"],
  ["<a b='1/>",
   "     ^^ missing-quote"],
  ["<a b='1' =/>",
   "         ^ unexpected-character"],
  ["<a><!-- x</a>",
   "   ^^^^ unclosed-comment"],
  ["<a><![CDATA[x</a>",
   "   ^^^^^^^^^ unclosed-cdata"],
  ["<a><?x </a>",
   "   ^^^ unclosed-instruction"],
  ["<a><? x?></a>",
   "   ^^^^^^ nameless-instruction"],
  [" <?xml version='1.0'?><a/>",
   " ^^^^^^^^^^^^^^^^^^^^^ misplaced-declaration"],
  ["<!DOCTYPE a<a/>",
   "^^^^^^^^^ unclosed-doctype"],
  ["<a/><!DOCTYPE a>",
   "    ^^^^^^^^^^^^ misplaced-doctype"],
];

describe("a strict reader's faults are marked", () => {
  test.each(oneLine)("%j", (text, ...expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

test("messages say what to do, and the other end is linked", () => {
  const [unclosed] = parse("<a><disk></a>").problems;
  expect(unclosed).toEqual({
    code: "unclosed-element",
    message: "Close <disk> with </disk>.",
    range: { start: 3, end: 8 },
    related: [{ message: "</a> comes first.", range: { start: 9, end: 13 } }],
  });
  const [repeated] = parse("<a b='1' b='2'/>").problems;
  expect(repeated?.related).toEqual([{ message: "It is given here first.", range: { start: 3, end: 4 } }]);
});

test("every message is one plain sentence", () => {
  for (const [text] of oneLine) {
    for (const { message } of parse(text).problems) expect(message).toMatch(/^[A-Z&].*\.$/);
  }
});
