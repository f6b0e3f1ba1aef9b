import type { MemoryDevice } from "../../domain/device.ts";
import { type Change, joinChanges, type Markup } from "../../edit/change.ts";
import { dropElement, setValue } from "../../edit/values.ts";
import { valueOf as attributeValue, firstChild, textOf } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";
import { addPart, retext } from "./parts.ts";

/**
 * Memory that can grow needs to know how far, and in how many modules. `<memory>` counts the modules in; where it is
 * no more than they are, nothing would be left to start with, and its author meant what comes without them.
 */
export function addMaxMemory({ domain }: Site): Fix[] {
  const { root, domain: model } = domain.reading;
  const modules = devicesOf(model.devices);
  const memory = firstChild(root, "memory");
  const total = totalOf(model);
  if (total === undefined) return [];
  const isShort = model.memory.cells === 0n && total <= pluggedOf(modules);
  const whole = isShort ? total + pluggedOf(modules) : total;
  const slots = String(slotsOf(modules));
  const markup: Markup = {
    name: "maxMemory",
    attributes: [
      ["slots", slots],
      ["unit", "KiB"],
    ],
    text: String(whole),
  };
  const written = firstChild(root, "maxMemory");
  const change: Change = written
    ? { element: root, replaced: [{ child: written, by: markup }] }
    : { element: root, added: [memory ? { markup, before: memory } : { markup }] };
  const base = isShort && memory ? retext(memory, String(whole), { unit: "KiB" }) : [];
  const counted = isShort ? ", and count the modules in <memory>" : "";
  return bestFix(
    `Write <maxMemory slots='${slots}'> of ${whole} KiB${counted}`,
    joinChanges([change, ...base]),
  );
}

/** As many slots as there are modules. */
export function raiseSlots({ domain }: Site): Fix[] {
  const max = firstChild(domain.reading.root, "maxMemory");
  if (max === undefined) return [];
  const slots = String(slotsOf(devicesOf(domain.reading.domain.devices)));
  return bestFix(`Write slots='${slots}' in <maxMemory>`, [setValue(max, "slots", slots, [])]);
}

/** As much as all memory together. */
export function raiseMaxMemory({ domain }: Site): Fix[] {
  const max = firstChild(domain.reading.root, "maxMemory");
  const total = totalOf(domain.reading.domain);
  if (max === undefined || total === undefined) return [];
  return bestFix(`Write ${total} KiB in <maxMemory>`, retext(max, String(total), { unit: "KiB" }));
}

function devicesOf(devices: Site["domain"]["reading"]["domain"]["devices"]): MemoryDevice[] {
  return devices.filter((device): device is MemoryDevice => device.kind === "memory");
}

/** What the guest starts with, and all that is plugged in. */
function totalOf({ memory, devices }: Site["domain"]["reading"]["domain"]): bigint | undefined {
  const plugged = pluggedOf(devicesOf(devices));
  return memory.cells > 0n ? memory.cells + plugged : memory.total;
}

function pluggedOf(devices: readonly MemoryDevice[]): bigint {
  return devices.reduce((sum, { size }) => sum + size, 0n);
}

function slotsOf(devices: readonly MemoryDevice[]): number {
  const needy = devices.filter(({ model }) => model === "dimm" || model === "nvdimm");
  const named = needy.map(({ address }) => (address?.type === "dimm" ? address.slot + 1 : 0));
  return Math.max(1, needy.length, ...named);
}

/** A guest with NUMA nodes wants to know which one a module belongs to. */
export function addNode({ device }: Site): Fix[] {
  const target = device && firstChild(device, "target");
  if (target === undefined) return [];
  const markup: Markup = { name: "node", attributes: [], text: "0" };
  return bestFix("Put it into NUMA node 0", addPart(target, markup));
}

/** The highest node there is. */
export function lastNode({ nodes: { element }, values }: Site): Fix[] {
  const nodes = Number(values.nodes ?? values.count ?? 1);
  if (element.name !== "node" || nodes < 1) return [];
  return bestFix(`Write <node>${nodes - 1}</node>`, retext(element, String(nodes - 1)));
}

/** One NUMA cell with everything the guest starts with. */
export function addNumaCell({ domain }: Site): Fix[] {
  const { root, domain: model } = domain.reading;
  const plugged = pluggedOf(devicesOf(model.devices));
  if (model.numaCells > 0 || model.memory.total === undefined || model.memory.total <= plugged) return [];
  const cell: Markup = {
    name: "cell",
    attributes: [
      ["id", "0"],
      ["cpus", model.vcpus > 1 ? `0-${model.vcpus - 1}` : "0"],
      ["memory", String(model.memory.total - plugged)],
      ["unit", "KiB"],
    ],
  };
  const numa: Markup = { name: "numa", attributes: [], children: [cell] };
  const cpu = firstChild(root, "cpu");
  const devices = firstChild(root, "devices");
  const whole: Markup = { name: "cpu", attributes: [], children: [numa] };
  const change: Change = cpu
    ? { element: cpu, added: [{ markup: numa }] }
    : { element: root, added: [devices ? { markup: whole, before: devices } : { markup: whole }] };
  return bestFix("Add a NUMA cell with all CPUs and memory", [change]);
}

/** Where a virtio memory device begins is up to QEMU, unless somebody says. */
export function dropTargetAddress({ device }: Site): Fix[] {
  const target = device && firstChild(device, "target");
  const address = target && firstChild(target, "address");
  return address === undefined
    ? []
    : bestFix("Remove the <address> in <target> and let libvirt choose", dropElement(address));
}

/** A block size is a power of two: the next lower one. */
export function powerOfTwoBlock({ defined, nodes: { element } }: Site): Fix[] {
  const block = defined?.device.kind === "memory" ? defined.device.blockSize : undefined;
  if (block === undefined || block === 0n) return [];
  let power = 1n;
  while (power * 2n <= block) power *= 2n;
  return sizeFix(element, power);
}

/** Blocks as small as the host can have them. */
export function smallestBlock({ nodes: { element }, values }: Site): Fix[] {
  return values.least === undefined ? [] : sizeFix(element, BigInt(values.least));
}

/** What is plugged in comes in whole blocks, and is no more than there is. */
export function wholeBlocks({ defined, device }: Site): Fix[] {
  const memory = defined?.device;
  const target = device && firstChild(device, "target");
  const element = target && firstChild(target, "requested");
  if (memory?.kind !== "memory" || element === undefined) return [];
  const { requestedSize = 0n, blockSize = 1n, size } = memory;
  const wanted = requestedSize > size ? size : requestedSize;
  return blockSize === 0n ? [] : sizeFix(element, (wanted / blockSize) * blockSize);
}

function sizeFix(element: Parameters<typeof retext>[0], kib: bigint): Fix[] {
  return bestFix(`Write ${kib} KiB in <${element.name}>`, retext(element, String(kib), { unit: "KiB" }));
}

/** A number and its unit in one text, or a unit that libvirt spells otherwise. */
export function respellSize({ nodes: { element } }: Site): Fix[] {
  const match = /^([0-9]+)\s*([a-z]*)$/i.exec(textOf(element).trim());
  const written = match?.[2] || attributeValue(element, "unit") || "";
  const letter = /^\s*([kmgtpe])/i.exec(written)?.[1]?.toUpperCase();
  const number = match?.[1];
  if (number === undefined || (letter === undefined && !/^\s*b/i.test(written))) return [];
  const unit = letter === undefined ? "bytes" : letter === "K" ? "KiB" : `${letter}iB`;
  return fix(`Write ${number} with unit='${unit}'`, retext(element, number, { unit }), true);
}

/** ACPI tells the guest about it. */
export function switchAcpiOn({ domain }: Site): Fix[] {
  const { root } = domain.reading;
  const features = firstChild(root, "features");
  const acpi: Markup = { name: "acpi", attributes: [] };
  if (features)
    return bestFix("Add <acpi/> to <features>", [{ element: features, added: [{ markup: acpi }] }]);
  const os = firstChild(root, "os");
  const markup: Markup = { name: "features", attributes: [], children: [acpi] };
  return bestFix("Add <features> with <acpi/>", [
    { element: root, added: [os ? { markup, after: os } : { markup }] },
  ]);
}
