import { describe, expect, test } from "vitest";
import type { Address } from "../../src/domain/address.ts";
import { addressChanges, samplesOf } from "../../src/edit/address.ts";
import { writeChanges } from "../../src/edit/guard.ts";
import { unpin } from "../../src/edit/unpin.ts";
import { applyEdits } from "../../src/text/textEdit.ts";
import { childElements, type Document, type Element, firstChild } from "../../src/xml/document.ts";
import { parse } from "../../src/xml/parse.ts";

const pci: Address = { type: "pci", domain: 0, bus: 1, slot: 0x1f, function: 0 };
const usb: Address = { type: "usb", bus: 0, port: [1, 2] };
const drive: Address = { type: "drive", controller: 0, bus: 0, target: 0, unit: 10 };

/** Gives the last device of a text an address. */
function written(text: string, address: Address): string {
  return edited(text, (device, all) => addressChanges(device, address, samplesOf(all)));
}

function unpinned(text: string): string {
  return edited(text, (device) => unpin([device]));
}

function edited(
  text: string,
  changes: (device: Element, all: Element[]) => ReturnType<typeof addressChanges>,
): string {
  const document = parse(text);
  const devices = devicesOf(document);
  const result = writeChanges(document, changes(devices.at(-1) as Element, devices));
  if (result.edits === undefined) throw new Error(result.refused.code);
  return applyEdits(text, result.edits);
}

function devicesOf({ root }: Document): Element[] {
  if (root === undefined) throw new Error("no root");
  return childElements(root.name === "devices" ? root : (firstChild(root, "devices") as Element));
}

describe("edit/write adds an address", () => {
  test("behind the other children, at their indentation", () => {
    expect(written("<devices>\n  <disk>\n    <target dev='vda'/>\n  </disk>\n</devices>\n", drive)).toBe(
      "<devices>\n  <disk>\n    <target dev='vda'/>\n    <address type='drive' controller='0' bus='0' target='0' unit='10'/>\n  </disk>\n</devices>\n",
    );
  });

  test("in libvirt's own spelling where the file shows no other", () => {
    expect(written("<devices><rng></rng></devices>", pci)).toBe(
      "<devices><rng><address type='pci' domain='0x0000' bus='0x01' slot='0x1f' function='0x0'/></rng></devices>",
    );
  });

  test("with the quotes, line ends and tabs of the file", () => {
    expect(written('<devices>\r\n\t<rng model="virtio"/>\r\n</devices>', usb)).toBe(
      '<devices>\r\n\t<rng model="virtio">\r\n\t\t<address type="usb" bus="0" port="1.2"/>\r\n\t</rng>\r\n</devices>',
    );
  });

  test("with the blank that the file puts before a self-closing end", () => {
    expect(written("<devices>\n  <rng model='virtio' />\n</devices>", usb)).toBe(
      "<devices>\n  <rng model='virtio'>\n    <address type='usb' bus='0' port='1.2' />\n  </rng>\n</devices>",
    );
  });

  test("on the same line where everything stands on one line", () => {
    expect(written("<devices><rng/></devices>", usb)).toBe(
      "<devices><rng><address type='usb' bus='0' port='1.2'/></rng></devices>",
    );
    expect(written("<devices>\n <disk><target dev='a'/></disk>\n</devices>", usb)).toBe(
      "<devices>\n <disk><target dev='a'/><address type='usb' bus='0' port='1.2'/></disk>\n</devices>",
    );
  });

  test("without indentation where the file has none", () => {
    expect(written("<devices>\n<rng>\n<backend/>\n</rng>\n<rng/>\n</devices>", usb)).toBe(
      "<devices>\n<rng>\n<backend/>\n</rng>\n<rng>\n<address type='usb' bus='0' port='1.2'/>\n</rng>\n</devices>",
    );
  });

  test("behind remarks and beside them", () => {
    expect(
      written(
        "<devices>\n  <rng>\n    <backend/> <!-- fast -->\n    <!-- last -->\n  </rng>\n</devices>",
        usb,
      ),
    ).toBe(
      "<devices>\n  <rng>\n    <backend/> <!-- fast -->\n    <!-- last -->\n    <address type='usb' bus='0' port='1.2'/>\n  </rng>\n</devices>",
    );
  });

  test("in an element that is open and empty", () => {
    expect(written("<devices>\n  <rng></rng>\n</devices>", usb)).toBe(
      "<devices>\n  <rng>\n    <address type='usb' bus='0' port='1.2'/>\n  </rng>\n</devices>",
    );
    expect(written("<devices>\n  <rng>\n  </rng>\n</devices>", usb)).toBe(
      "<devices>\n  <rng>\n    <address type='usb' bus='0' port='1.2'/>\n  </rng>\n</devices>",
    );
  });

  test("with numbers as the file writes them elsewhere", () => {
    const decimal =
      "<devices><a><address type='pci' domain='0' bus='0' slot='10' function='0'/></a><rng/></devices>";
    expect(written(decimal, pci)).toContain(
      "<rng><address type='pci' domain='0' bus='1' slot='31' function='0'/>",
    );
    const short = "<devices><a><address type='pci' bus='0x0' slot='0xA'/></a><rng/></devices>";
    expect(written(short, pci)).toContain("bus='0x1' slot='0x1F'");
  });

  test("with its zPCI child", () => {
    const zpci: Address = { ...pci, type: "pci", zpci: { uid: 1, fid: 2 } };
    expect(written("<devices>\n <rng/>\n</devices>", zpci)).toBe(
      "<devices>\n <rng>\n  <address type='pci' domain='0x0000' bus='0x01' slot='0x1f' function='0x0'>\n   <zpci uid='0x0001' fid='0x00000002'/>\n  </address>\n </rng>\n</devices>",
    );
  });
});

describe("edit/write changes an address", () => {
  const around = (address: string) => `<devices><rng><!-- a -->${address}<x/></rng></devices>`;

  test("only where it differs, each value in its own spelling", () => {
    const before = around(`<address slot='0X5' function="0" type='pci'  bus='1' odd='y'/>`);
    expect(written(before, pci)).toBe(
      around(`<address slot='0x1F' function="0" type='pci'  bus='1' odd='y'/>`).replace("0x1F", "0x1f"),
    );
  });

  test("and not at all where it says the same", () => {
    const before = around("<address type='pci' slot='037' bus='+1'/>");
    expect(written(before, pci)).toBe(before);
  });

  test("by completing one that asks libvirt to choose", () => {
    expect(written(around("<address type='pci'/>"), pci)).toBe(
      around("<address type='pci' domain='0x0000' bus='0x01' slot='0x1f' function='0x0'/>"),
    );
    expect(written(around("<address type='usb' bus='0'/>"), usb)).toBe(
      around("<address type='usb' bus='0' port='1.2'/>"),
    );
  });

  test("by taking an attribute away", () => {
    expect(written(around("<address type='pci' bus='1' slot='31' multifunction='on'/>"), pci)).toBe(
      around("<address type='pci' bus='1' slot='31'/>"),
    );
  });

  test("by replacing one of another type and nothing else", () => {
    expect(written(around("<address type='usb' bus='0' port='1'/>"), drive)).toBe(
      around("<address type='drive' controller='0' bus='0' target='0' unit='10'/>"),
    );
  });
});

describe("edit/unpin takes an address away", () => {
  test("with its line", () => {
    expect(
      unpinned("<devices>\n  <rng>\n    <backend/>\n    <address type='pci'/>\n  </rng>\n</devices>"),
    ).toBe("<devices>\n  <rng>\n    <backend/>\n  </rng>\n</devices>");
  });

  test("without the line where others share it", () => {
    expect(unpinned("<devices>\n  <rng>\n    <backend/><address type='pci'/>\n  </rng>\n</devices>")).toBe(
      "<devices>\n  <rng>\n    <backend/>\n  </rng>\n</devices>",
    );
  });

  test("and closes an element that it leaves empty", () => {
    expect(unpinned("<devices>\n  <rng model='a'>\n    <address type='pci'/>\n  </rng>\n</devices>")).toBe(
      "<devices>\n  <rng model='a'/>\n</devices>",
    );
  });

  test("and keeps a remark that stays behind", () => {
    expect(
      unpinned("<devices>\n  <rng>\n    <!-- why -->\n    <address type='pci'/>\n  </rng>\n</devices>"),
    ).toBe("<devices>\n  <rng>\n    <!-- why -->\n  </rng>\n</devices>");
  });
});

describe("edit/guard refuses", () => {
  test("text that is not well-formed", () => {
    const document = parse("<devices><rng></devices>");
    const result = writeChanges(document, unpin(devicesOf(document)));
    expect(result).toEqual({ refused: { code: "broken-xml" } });
  });

  test("edits that would not say what was meant", () => {
    const document = parse("<devices><rng/></devices>");
    const [rng] = devicesOf(document);
    const bad = { element: rng as Element, added: [{ markup: { name: "a b", attributes: [] } }] };
    expect(writeChanges(document, [bad])).toEqual({ refused: { code: "reads-differently" } });
  });

  test("nothing of a text that the second parser does not take", () => {
    const text = "<d><metadata><constructor/></metadata><devices><rng/></devices></d>";
    expect(written(text, usb)).toContain("<rng><address type='usb' bus='0' port='1.2'/></rng>");
  });
});
