import { describe, expect, test } from "vitest";
import { placeElement } from "../../src/domain/place.ts";
import { readText } from "./reading.ts";

const text = `<domain type='kvm'><os><type machine='q35'>hvm</type></os><devices>
<disk/><controller type='pci'><target a='1'><node>1</node></target><target b='2'/></controller></devices></domain>`;

describe("domain/place finds the XML a place means", () => {
  test.each([
    ["the device", { device: 0 }, "<disk/>"],
    ["an attribute of it", { device: 1, part: "@type" }, "type='pci'"],
    ["a child", { device: 1, part: "target" }, "<target a='1'><node>1</node></target>"],
    ["an attribute of a child", { device: 1, part: "target@a" }, "a='1'"],
    ["a grandchild", { device: 1, part: "target/node" }, "<node>1</node>"],
    ["the second child of a name", { device: 1, part: "target[2]" }, "<target b='2'/>"],
    ["the child where the attribute is missing", { device: 1, part: "target/node@x" }, "<node>1</node>"],
    ["the device where the child is missing", { device: 0, part: "address@slot" }, "<disk/>"],
    ["a part of the domain", { part: "os/type@machine" }, "machine='q35'"],
    ["the domain where the device is not in the file", { device: 7, part: "@model" }, text],
    ["the domain", {}, text],
  ])("%s", (_, place, expected) => {
    const reading = readText(text);
    const { element, attribute } = placeElement(reading, place);
    const { start, end } = (attribute ?? element).range;
    expect(text.slice(start, end)).toBe(expected);
  });
});
