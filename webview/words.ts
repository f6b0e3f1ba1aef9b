import type { BoardBus, BoardDevice, BoardFact, BusFamily } from "../src/protocol/board.ts";

/** What the families of buses are called in headings. */
export const familyNames: Readonly<Record<BusFamily, string>> = {
  pci: "PCI",
  drive: "Drives",
  usb: "USB",
  "virtio-serial": "Virtio serial",
  ccid: "Smart cards (CCID)",
  "spapr-vio": "sPAPR VIO",
  ccw: "Channel I/O (CCW)",
  isa: "ISA",
  dimm: "Memory slots",
  "virtio-mmio": "Virtio MMIO",
};

/** The word that stands on a device beside its border, so that no state is told by looks alone. */
export function stateTag(device: BoardDevice): "auto" | "by QEMU" | "implied" | undefined {
  if (device.implied) return "implied";
  if (device.placement === "usual") return "by QEMU";
  return device.placement === "assigned" ? "auto" : undefined;
}

/** One sentence per fact about a device, for those who do not see it. */
export function describeDevice(device: BoardDevice): string {
  return [sentences([device.detail]), describeBeyondDetail(device)].filter(Boolean).join(" ");
}

/** The same without the detail, for where that is read out already as part of the name. */
export function describeBeyondDetail(device: BoardDevice): string {
  return sentences([
    placeWords(device),
    device.implied ? "Added by libvirt, not in the file" : "",
    ...(device.facts ?? [])
      .filter((fact) => fact.name !== "Address")
      .map(({ name, value }) => `${name}: ${value}`),
    device.fixed ?? "",
    ...device.problems.map((problem) => `${problem.severity}: ${problem.message}`),
  ]);
}

function sentences(facts: readonly string[]): string {
  return facts
    .filter(Boolean)
    .map((fact) => (/[.!?]$/.test(fact) ? fact : `${fact}.`))
    .join(" ");
}

/** What a device's card lists, name by name. */
export function cardFacts(device: BoardDevice): BoardFact[] {
  const state = {
    given: device.implied ? "added by libvirt" : "pinned: written in the file",
    assigned: device.implied ? "added and placed by libvirt" : "libvirt would choose it",
    usual: "QEMU puts it here",
    none: "in no slot",
  }[device.placement];
  const facts: [string, string | undefined][] = [
    ["Place", [device.address, state].filter(Boolean).join(" · ")],
    ...(device.facts ?? []).map(({ name, value }): [string, string] => [name, value]),
    ["Why there", device.why],
    ["Cannot move", device.fixed],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function placeWords(device: BoardDevice): string {
  switch (device.placement) {
    case "given":
      return `Pinned at ${device.address ?? "its place"}`;
    case "assigned":
      return [`libvirt would choose ${device.address ?? "its place"}`, device.why].filter(Boolean).join(". ");
    case "usual":
      return device.why ?? "QEMU puts it here";
    case "none":
      return "In no slot";
  }
}

/** How full a bus is: "3 devices · 28 free". */
export function fillWords(bus: BoardBus): string {
  const devices = bus.slots.reduce((sum, slot) => sum + slot.occupants.length, 0);
  const free = bus.slots.filter((slot) => slot.occupants.length === 0 && slot.reserved === undefined).length;
  return `${countWords(devices, "device")} · ${free} free`;
}

/** "1 device", "3 devices", "2 addresses". */
export function countWords(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
