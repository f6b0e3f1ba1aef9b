import { pciAddressOf } from "../../src/address/pci/pciDraft.ts";
import { libvirtText } from "../../src/catalog/refusals.ts";
import { define } from "../../src/define/define.ts";
import type { Definition } from "../../src/define/definition.ts";
import type { Device } from "../../src/domain/device.ts";
import { readDomains } from "../../src/domain/readDomain.ts";
import type { DefineOptions } from "../../src/domain/target.ts";
import { labelOf } from "../../src/feature/deviceLabel.ts";
import { parse } from "../../src/xml/parse.ts";

/** Machine and architecture in one word: "q35", "pc", "virt/aarch64", "pseries/ppc64", "s390-ccw-virtio/s390x". */
export function domainXml(machine: string, devices: string): string {
  const [name, arch = "x86_64"] = machine.split("/");
  return `<domain type='qemu'>
  <name>t</name>
  <memory>262144</memory>
  <os><type arch='${arch}' machine='${name}'>hvm</type></os>
  <devices>
${devices.trim()}
  </devices>
</domain>`;
}

/** Defines the only domain of a text. */
export function defineText(xml: string, options: DefineOptions = {}): Definition {
  const [reading] = readDomains(parse(xml));
  if (reading === undefined) throw new RangeError("the test's text holds no domain");
  return define(reading.domain, options);
}

/**
 * A machine as lines: one per PCI bus, `*` marks what libvirt adds, `+` multifunction. "pcie.0: 01.0*=pcie-root-port 1+"
 */
export function machineLines(definition: Definition): string[] {
  const byBus = new Map<number, { at: string; text: string }[]>();
  const counts = new Map<string, number>();
  for (const { device, written } of definition.devices) {
    const position = counts.get(device.kind) ?? 0;
    counts.set(device.kind, position + 1);
    const address = pciAddressOf(device);
    if (!address) continue;
    const at = `${address.slot.toString(16).padStart(2, "0")}.${address.function}`;
    const flag = address.multifunction === "on" ? "+" : "";
    const entry = { at, text: `${at}${written ? "" : "*"}=${nameOf(device, position)}${flag}` };
    byBus.set(address.bus, [...(byBus.get(address.bus) ?? []), entry]);
  }
  return [...byBus]
    .sort(([one], [other]) => one - other)
    .map(
      ([bus, entries]) =>
        `${bus}: ${entries
          .sort((one, other) => (one.at < other.at ? -1 : 1))
          .map(({ text }) => text)
          .join(" ")}`,
    );
}

/** libvirt's words for everything it would refuse. */
export function refusalTexts(definition: Definition): string[] {
  return definition.refusals.map(({ code, values }) => libvirtText(code, values));
}

function nameOf(device: Device, position: number): string {
  return labelOf(device, position).label;
}
