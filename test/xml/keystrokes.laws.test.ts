import { describe, expect, test } from "vitest";
import { childElements, firstChild, pathOf } from "../../src/xml/document.ts";
import { type ParseOptions, parse } from "../../src/xml/parse.ts";
import { homes, sample } from "./samples.ts";

const neighbours = ["disk", "controller", "interface", "serial", "input", "video"];
const shape = (name: string): string =>
  `    <${name} type='x'>\n      <model name='${name}'/>\n    </${name}>\n`;
const before = `<domain type='kvm'>\n  <name>vm</name>\n  <devices>\n${neighbours.slice(0, 3).map(shape).join("")}`;
const after = `${neighbours.slice(3).map(shape).join("")}  </devices>\n</domain>\n`;
const typed =
  "    <disk type='file' device='disk'>\n      <!-- boot -->\n      <source file='/var/lib/a.qcow2'/>\n      <target dev='vdb' bus='virtio'/>\n    </disk>\n";

/** The neighbours that are children of /domain/devices and still hold their model. */
function intactNeighbours(text: string, options: ParseOptions): string[] {
  const devices = firstChild(parse(text, options).root ?? parse("<none/>").root!, "devices");
  const children = devices === undefined ? [] : childElements(devices);
  return neighbours.filter((name) =>
    children.some(
      (child) => child.name === name && firstChild(child, "model")?.attributes[0]?.value === name,
    ),
  );
}

/** The keystrokes after which a neighbour is lost. */
function losses(head: string, keys: string, tail: string, options: ParseOptions): string[] {
  const lost: string[] = [];
  for (let length = 1; length <= keys.length; length++) {
    const text = head + keys.slice(0, length) + tail;
    if (intactNeighbours(text, options).length < neighbours.length) lost.push(keys.slice(0, length));
  }
  return lost;
}

const oneLine = (text: string): string => text.replace(/\n\s*/g, "");

describe("while a device is typed between six others, none of them is lost", () => {
  test("in an indented file", () => {
    expect(losses(before, typed, `\n${after}`, {})).toEqual([]);
  });

  test("in an indented file with Windows line ends and tabs", () => {
    const windows = (text: string): string => text.replaceAll("  ", "\t").replaceAll("\n", "\r\n");
    expect(losses(windows(before), windows(typed), windows(`\n${after}`), {})).toEqual([]);
  });

  test("right before the next device on its line", () => {
    expect(losses(before, typed.trim(), after, { homes })).toEqual([]);
  });

  test("in a file on one line, when the devices' home is known", () => {
    expect(losses(oneLine(before), oneLine(typed), oneLine(after), { homes })).toEqual([]);
  });

  test("with wrong indentation, when the devices' home is known", () => {
    const unindented = typed.replace(/^ +/gm, "");
    expect(losses(before, unindented, `\n${after}`, { homes })).toEqual([]);
  });
});

test("while an attribute is retyped, no neighbour is lost", () => {
  const whole = " bus='virtio'";
  for (let length = 0; length <= whole.length; length++) {
    const text = before + typed.replace(whole, whole.slice(0, length)) + after;
    expect(intactNeighbours(text, {}), whole.slice(0, length)).toEqual(neighbours);
  }
});

/** The start and end tags that put the interface in its place: without one of them no tree can tell. */
const frame = /<domain type='kvm'>|<devices>|<interface type='network'>|<source network='default'\/>/g;

test("without any one character, the sample's interface stays in its place", () => {
  const isFrame = new Set<number>();
  for (const hit of sample.matchAll(frame)) {
    for (let at = 0; at < hit[0].length; at++) isFrame.add(hit.index + at);
  }
  const lost: string[] = [];
  for (let at = 0; at < sample.length; at++) {
    const document = parse(sample.slice(0, at) + sample.slice(at + 1));
    const devices = document.root && firstChild(document.root, "devices");
    const found = devices && firstChild(devices, "interface");
    const isKept = found !== undefined && pathOf(found) === "/domain/devices/interface";
    if (!isKept && !isFrame.has(at))
      lost.push(`${sample.slice(at - 10, at)}[${sample[at]}]${sample.slice(at + 1, at + 10)}`);
  }
  expect(lost).toEqual([]);
});

test("every beginning of the sample gives a tree with what is there", () => {
  for (let length = 0; length <= sample.length; length++) {
    const text = sample.slice(0, length);
    const document = parse(text);
    expect(document.text).toBe(text);
    if (length > sample.indexOf("<disk") + 5) {
      const devices = document.root && firstChild(document.root, "devices");
      expect(devices && firstChild(devices, "disk"), text).toBeDefined();
    }
  }
});
