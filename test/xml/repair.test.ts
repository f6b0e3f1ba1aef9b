import { describe, expect, test } from "vitest";
import { childElements, firstChild } from "../../src/xml/document.ts";
import { parse } from "../../src/xml/parse.ts";
import { skeleton } from "./outline.ts";
import { homes, sample } from "./samples.ts";

/** Whether the sample's interface with its source is still a child of /domain/devices. */
function keepsInterface(text: string): boolean {
  const root = parse(text).root;
  const devices = root?.name === "domain" ? firstChild(root, "devices") : undefined;
  const found = devices === undefined ? [] : childElements(devices, "interface");
  return found.some((element) => firstChild(element, "source") !== undefined);
}

describe("the later interface stays in /domain/devices after", () => {
  const target = "<target dev='vda' bus='virtio'/>";
  test.each([
    ["an unclosed element", "    </disk>\n", ""],
    ["a missing closing quote", "dev='vda' bus", "dev='vda bus"],
    ["a missing closing quote at the tag's end", "bus='virtio'/>", "bus='virtio/>"],
    ["a stray <", target, `<\n      ${target}`],
    ["half a tag name", target, "<targ"],
    ["a mismatched end tag", "</disk>", "</disc>"],
    ["an attribute without value", "dev='vda'", "dev="],
    ["an attribute name and no >", target, "<target dev"],
    ["a duplicate attribute", "dev='vda'", "dev='vda' dev='vdb'"],
    ["text before the root", "<domain", "junk\n<domain"],
    ["an unclosed comment", "<!-- the network -->", "<!-- the network"],
    ["an unclosed CDATA", "<!-- the network -->", "<![CDATA[ the network"],
    ["a bare ampersand", "/var/lib/vm.qcow2", "/var/a & b &foo;"],
    ["a comment that swallows a comment's start", "<driver", "<!-- <driver"],
    ["half an end tag", "</disk>", "</"],
    ["an end tag's start and some of its name", "</disk>", "</di"],
    ["an end tag too many", "</disk>", "</disk>\n    </disk>"],
    ["an unfinished start tag", "<disk type='file' device='disk'>", "<disk type='file'"],
    ["half a tag before the root", "<domain", "<dom\n<domain"],
    ["a missing / of an end tag", "</disk>", "<disk>"],
    ["a missing / of an empty element", "bus='virtio'/>", "bus='virtio'>"],
    ["an open DOCTYPE", "<domain type", "<!DOCTYPE domain\n<domain type"],
    ["an open instruction", "<domain type", "<?xml version='1.0'>\n<domain type"],
    ["a missing end of the document", "  </devices>\n</domain>\n", ""],
  ])("%s", (_, from, to) => {
    expect(sample).toContain(from);
    const broken = sample.replace(from, to);
    expect(keepsInterface(broken)).toBe(true);
    expect(parse(broken).problems).not.toEqual([]);
    expect(keepsInterface(broken.replaceAll("\n", "\r\n"))).toBe(true);
    expect(keepsInterface(broken.replaceAll("  ", "\t"))).toBe(true);
  });
});

/** Each line of the pattern is a line of the text. */
const lines = (...text: string[]): string => text.join("\n");

describe("the place of a line tells whose child an element is", () => {
  test.each([
    [
      "siblings of an unclosed element go back",
      lines("<a>", " <b>", "  <c/>", " <d/>", " <e/>", "</a>"),
      "a(b(c) d e)",
    ],
    ["even when the parent is unclosed as well", lines("<a>", " <b>", "  <c>", " <d/>"), "a(b(c) d)"],
    ["and with them a comment", lines("<a>", " <b>", " <!-- x -->", " <d/>", "</a>"), "a(b # d)"],
    ["deeper ones stay", lines("<a>", " <b>", "  <c/>", "  <d/>", "</a>"), "a(b(c d))"],
    ["a tab reaches the next column of eight", lines("<a>", "\t<b>", "        <c/>", "</a>"), "a(b c)"],
    [
      "in a file without indentation the tags are believed",
      lines("<a>", "<b>", "<c>", "<d/>", "</c>", "</a>"),
      "a(b(c(d)))",
    ],
    ["and an unclosed root keeps everything", lines("<a>", "<b/>", "<c/>"), "a(b c)"],
    ["on one line the tags are believed", "<a><b><c/></a>", "a(b(c))"],
    ["but an unfinished tag keeps nothing", "<a><b <c/><d/></a>", "a(b c d)"],
    ["unless it is closed after all", "<a><b <c/></b><d/></a>", "a(b(c) d)"],
    ["or its children are below it", lines("<a>", " <b", "  <c/>", " <d/>", "</a>"), "a(b(c) d)"],
  ])("%s", (_, text, expected) => {
    expect(skeleton(parse(text))).toBe(expected);
  });
});

describe("an end tag without a partner closes", () => {
  test.each([
    [
      "the element with its indentation",
      lines("<a>", " <b>", "  <c>", " </x>", " <d/>", "</a>"),
      "a(b(c) d)",
    ],
    [
      "not one with another",
      lines("<a>", " <b>", "  <c/>", "   </x>", "  <d/>", " </b>", "</a>"),
      "a(b(c d))",
    ],
    ["on one line, a name that is much the same", "<a><disk><c/></disc><d/></a>", "a(disk(c) d)"],
    ["on one line, an element that holds only text", "<a><b>x</nothing><d/></a>", "a(b d)"],
    ["nothing, when the name has nothing of it", "<a><b><c/></x><d/></b></a>", "a(b(c d))"],
  ])("%s", (_, text, expected) => {
    expect(skeleton(parse(text))).toBe(expected);
  });
});

describe("an element whose home is known goes home", () => {
  test.each([
    [
      "out of an unclosed neighbour",
      "<devices><disk><interface/><video/></devices>",
      "devices(disk interface video)",
    ],
    ["out of its children", "<devices><disk><source><video/></devices>", "devices(disk(source) video)"],
    ["but stays in a closed element", "<devices><disk><video/></disk></devices>", "devices(disk(video))"],
    ["and stays where no home is open", "<x><disk><video/></x>", "x(disk(video))"],
  ])("%s", (_, text, expected) => {
    expect(skeleton(parse(text, { homes }))).toBe(expected);
  });
});

describe("a value whose quote is missing ends", () => {
  const values = (text: string): string =>
    (parse(text).root?.attributes ?? []).map(({ name, value }) => `${name}=${value}`).join(" ");
  test.each([
    ["before the next attribute", "<a b='1 c='2' d='3'/>", "b=1 c=2 d=3"],
    ["before the next attribute in other quotes", '<a b=\'1 c="2"/>', "b=1 c=2"],
    ["before an attribute on the next line", "<a b='\n c='2'/>", "b= c=2"],
    ["before >", "<a b='1>x</a>", "b=1"],
    ["before />", "<a b='/x/y/>", "b=/x/y"],
    ["before the line's end", "<a b='1\n<c/></a>", "b=1"],
    ["before <", "<a b='1<c d='2'/></a>", "b=1"],
    ["at the end of the text", "<a b='1", "b=1"],
    ["unless the quote comes on the same line", "<a b='1<c' d='2'/>", "b=1<c d=2"],
  ])("%s", (_, text, expected) => {
    expect(values(text)).toBe(expected);
  });
});

test("elements nested too deeply lose their children but not their neighbours", () => {
  const text = `<r>${"<a>".repeat(300)}${"</a>".repeat(300)}<b/></r>`;
  const document = parse(text);
  expect(document.problems.map((problem) => problem.code)).toEqual(["too-deep"]);
  expect(document.root?.children.map((node) => node.kind === "element" && node.name)).toEqual(["a", "b"]);
});
