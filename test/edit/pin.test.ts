import { describe, expect, test } from "vitest";
import { getDomainService } from "../../src/service.ts";

/** A guest whose devices stand on lines of their own. */
function guest(devices: string, machine = "pc", arch = "x86_64"): string {
  return `<domain type='kvm'>\n  <os>\n    <type arch='${arch}' machine='${machine}'>hvm</type>\n  </os>\n  <devices>\n${devices}  </devices>\n</domain>\n`;
}

/** The text after pinning everything, or the reason why there is none. */
function pinned(text: string, onlyPresent = false): string {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  const answer = service.pinAll(snapshot, { onlyPresent });
  return answer.edits ? service.apply(snapshot, answer.edits) : answer.refused;
}

/** The text after pinning some devices, by their place among all devices of the file. */
function pinnedSome(text: string, ids: readonly number[]): string {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  const [domain] = snapshot.domains;
  const answer = domain ? service.pin(domain, new Set(ids)) : { refused: "no domain" };
  return answer.edits ? service.apply(snapshot, answer.edits) : answer.refused;
}

const pciLine = (bus: string, slot: string, fn = "0") =>
  `<address type='pci' domain='0x0000' bus='0x${bus}' slot='0x${slot}' function='0x${fn}'/>`;

describe("edit/pin writes", () => {
  test("a new device behind the last one of its kind before what comes last of all", () => {
    const text = guest("    <graphics type='vnc'/>\n    <input type='tablet'/>\n", "pseries", "ppc64");
    const kinds = [...pinned(text).matchAll(/^ {4}<(input|controller|video|memballoon)\b/gm)].map(
      ([, kind]) => kind,
    );
    expect(kinds).toEqual(["input", "input", "input", "controller", "controller", "video", "memballoon"]);
  });

  test("the numbers that a given address leaves out", () => {
    const disk =
      "    <disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' unit='3'/></disk>\n";
    expect(pinned(guest(disk))).toContain(
      "<address type='drive' controller='0' bus='0' target='0' unit='3'/>",
    );
  });

  test("what libvirt fills in on a controller", () => {
    const text = guest(
      "    <controller type='pci' index='0' model='pcie-root'/>\n    <controller type='pci' model='pcie-root-port'/>\n    <memballoon model='none'/>\n    <controller type='usb' model='none'/>\n",
      "q35",
    );
    expect(pinned(text, true)).toContain(
      [
        "    <controller type='pci' index='1' model='pcie-root-port'>",
        "      <model name='pcie-root-port'/>",
        "      <target chassis='1' port='0x8'/>",
        `      ${pciLine("00", "01")}`,
        "    </controller>",
        "    <memballoon model='none'/>",
        "    <controller type='usb' index='0' model='none'/>",
      ].join("\n"),
    );
  });

  test("what is missing beside what the author said", () => {
    const controller = [
      "    <controller type='pci' index='1' model='pcie-root-port'>",
      "      <target chassis='7'/> <!-- lucky -->",
      `      ${pciLine("00", "05")}`,
      "    </controller>",
      "",
    ].join("\n");
    expect(pinned(guest(controller, "q35"), true)).toContain(
      [
        "      <target chassis='7' port='0x28'/> <!-- lucky -->",
        "      <model name='pcie-root-port'/>",
        `      ${pciLine("00", "05")}`,
      ].join("\n"),
    );
  });

  test("added controllers beside their own kind, in libvirt's order", () => {
    const text = guest(
      "    <controller type='usb' index='0' model='qemu-xhci'/>\n    <rng model='virtio'>\n      <backend model='random'/>\n    </rng>\n",
    );
    const kinds = [...pinned(text).matchAll(/^ {4}<(?:(controller) type='(.*?)' index='(.*?)'|(\w+))/gm)].map(
      (it) => it.slice(1).filter(Boolean).join(" "),
    );
    expect(kinds).toEqual(["type", "controller usb 0", "controller pci 0", "rng", "memballoon"]);
  });

  test("a list of devices where there is none", () => {
    const text =
      "<domain type='kvm'>\n  <os>\n    <type arch='x86_64' machine='pc'>hvm</type>\n  </os>\n</domain>\n";
    const result = pinned(text);
    expect(result).toContain(
      "  </os>\n  <devices>\n    <controller type='usb' index='0' model='piix3-uhci'>\n",
    );
    expect(result).toMatch(/ {4}<\/memballoon>\n {2}<\/devices>\n<\/domain>\n$/);
    expect(pinned(result)).toBe(result);
  });

  test("the serial that a console stands for, with its host end", () => {
    const text = guest(
      "    <console type='unix'>\n      <source mode='bind' path='/run/c.sock'/>\n    </console>\n",
      "pseries",
      "ppc64",
    );
    const result = pinned(text);
    expect(result).toMatch(
      /<serial type='unix'>\s+<source mode='bind' path='\/run\/c.sock'\/>\s+<target type='spapr-vio-serial'[\s\S]*?<address type='spapr-vio' reg='0x30000000'\/>\s+<\/serial>/,
    );
    expect(result).toMatch(
      /<console type='unix'>[\s\S]*?<address type='spapr-vio' reg='0x30000000'\/>\s+<\/console>/,
    );
    expect(pinned(result)).toBe(result);
  });

  test("every domain of a document that holds several", () => {
    const inner = guest("    <rng model='virtio'>\n      <backend model='random'/>\n    </rng>\n").trimEnd();
    const text = `<domainsnapshot>\n${inner}\n<inactiveDomain${inner.slice("<domain".length, -"domain>".length)}inactiveDomain>\n</domainsnapshot>`;
    expect(pinned(text).match(/<memballoon model='virtio'>/g)).toHaveLength(2);
  });

  test("behind a byte order mark, a declaration and a document type", () => {
    const head = "\ufeff<?xml version='1.0' encoding='UTF-8'?>\r\n<!DOCTYPE domain [<!ENTITY x 'y'>]>\r\n";
    const text = head + guest("    <memballoon model='virtio'/>\n").replaceAll("\n", "\r\n");
    const result = pinned(text);
    expect(result.startsWith(head)).toBe(true);
    expect(result).not.toMatch(/[^\r]\n/);
  });
});

describe("edit/pin of some devices writes", () => {
  test("their addresses and nothing else", () => {
    const text = guest("    <interface type='user'/>\n    <interface type='user'/>\n");
    const result = pinnedSome(text, [1]);
    expect(result).toBe(
      guest(
        `    <interface type='user'/>\n    <interface type='user'>\n      ${pciLine("00", "03")}\n    </interface>\n`,
      ),
    );
  });

  test("the controllers that their places are behind", () => {
    const text = guest(
      "    <interface type='user'>\n      <model type='virtio'/>\n    </interface>\n",
      "q35",
    );
    const result = pinnedSome(text, [0]);
    expect(result).toContain(pciLine("01", "00"));
    expect(result.match(/<controller /g)).toHaveLength(1);
    expect(result).toContain("<controller type='pci' index='1' model='pcie-root-port'>");
  });

  test("nothing in a domain that libvirt refuses", () => {
    const text = guest(
      `    <rng model='virtio'>\n      <backend model='random'/>\n      ${pciLine("09", "01")}\n    </rng>\n`,
    ).replace("0x09", "0x0z");
    expect(pinnedSome(text, [0])).toContain("libvirt would refuse this domain");
  });
});

test("edit/pin completes an odd address as libvirt prints it", () => {
  const address = "<address type='virtio-serial' controller='0' bus='0'/>";
  const text = guest(`    <rng model='virtio'><backend model='random'/>${address}</rng>\n`);
  expect(pinned(text)).toContain("<address type='virtio-serial' controller='0' bus='0' port='0'/>");
});

test("edit/pin says that libvirt cannot read back what it makes of a domain", () => {
  const text = guest("    <controller type='usb' index='4' model='none'/>\n", "q35");
  expect(pinned(text)).toContain("libvirt cannot read back what it makes of this domain");
});
