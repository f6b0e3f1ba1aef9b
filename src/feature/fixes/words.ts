import { binaryOf } from "../../catalog/binaries.ts";
import {
  controllerModels,
  hostdevModels,
  toggleWords,
  vocabulary,
  yesNoWords,
} from "../../catalog/vocabulary.ts";
import { setValue } from "../../edit/values.ts";
import { valueOf as attributeValue, type Element } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

/** One of libvirt's words for a word that is nearly it: another case, a slip of the keyboard, or a name people use. */
export function nearestWord({ device, about, nodes: { element, attribute } }: Site): Fix[] {
  if (attribute === undefined || device === undefined) return [];
  const words = wordsAt(device, (about.subject.part ?? "").replace(/\[\d+\]/g, ""));
  const near = nearestOf(attribute.value, words);
  const isOnly = near.length === 1;
  return near.flatMap((word) =>
    fix(`Write ${attribute.name}='${word}'`, [setValue(element, attribute.name, word)], isOnly),
  );
}

/** The words that libvirt knows at a place of a device: "@model" is its own attribute, "target@bus" its child's. */
function wordsAt(device: Element, part: string): ReadonlySet<string> {
  const type = attributeValue(device, "type") ?? "";
  if (device.name === "controller" && part === "@model") return controllerModels[type] ?? new Set();
  if (device.name === "hostdev" && part === "@model") return hostdevModels[type] ?? new Set();
  if (part === "rom@enabled") return yesNoWords;
  if (part === "rom@bar") return toggleWords;
  const all: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = vocabulary;
  return all[device.name]?.[part] ?? new Set();
}

/** Names that people or other programs use, and libvirt's word for the same; in small letters. */
const nicknames: Readonly<Record<string, readonly string[]>> = {
  xhci: ["qemu-xhci"],
  uhci: ["piix3-uhci"],
  ohci: ["pci-ohci"],
  ehci: ["ich9-ehci1"],
  "virtio-blk": ["virtio"],
  "virtio-scsi": ["virtio-scsi", "scsi"],
  "virtio-serial": ["virtio-serial", "virtio"],
  pvscsi: ["vmpvscsi"],
  megasas: ["lsisas1078"],
  mptsas1068: ["lsisas1068"],
  lsi: ["lsilogic"],
  std: ["vga"],
  stdvga: ["vga"],
  vmware: ["vmvga"],
  "virtio-gpu": ["virtio"],
  "virtio-vga": ["virtio"],
  hda: ["ich9", "ich6"],
  "intel-hda": ["ich6"],
  "pcie-port": ["pcie-root-port"],
  "root-port": ["pcie-root-port"],
  "pxb-pcie": ["pcie-expander-bus"],
  pxb: ["pci-expander-bus"],
  pcie: ["pcie-root"],
  harddisk: ["disk"],
  hdd: ["disk"],
  cd: ["cdrom"],
  dvd: ["cdrom"],
  fd: ["floppy"],
  yes: ["on"],
  no: ["off"],
  true: ["on", "yes"],
  false: ["off", "no"],
  on: ["yes"],
  off: ["no"],
};

/** Those of the words that are nearest to what is written, where any is near enough. */
export function nearestOf(written: string, words: ReadonlySet<string>): string[] {
  const plain = plainly(written);
  const [alias] = (nicknames[written.trim().toLowerCase()] ?? []).filter((word) => words.has(word));
  if (alias !== undefined) return [alias];
  const rated = [...words].map((word) => ({ word, slips: slipsBetween(plain, plainly(word)) }));
  const least = Math.min(...rated.map(({ slips }) => slips));
  if (least > Math.max(1, Math.floor(plain.length / 4))) return [];
  return rated.filter(({ slips }) => slips === least).map(({ word }) => word);
}

/** Case, blanks and hyphens are what people mix up most. */
function plainly(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, "");
}

/** How many letters to add, drop or change to make one word of the other. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    let diagonal = at;
    const next = [at + 1];
    for (const [to, wanted] of [...other].entries()) {
      const above = row[to + 1] ?? 0;
      next.push(Math.min((next[to] ?? 0) + 1, above + 1, diagonal + (letter === wanted ? 0 : 1)));
      diagonal = above;
    }
    row = next;
  }
  return row[other.length] ?? one.length;
}

/** What most people write where libvirt asks for a word, by device and place; the machine decides among several. */
const usualWords: Readonly<Record<string, readonly string[]>> = {
  "memballoon @model": ["virtio"],
  "watchdog @model": ["i6300esb", "diag288"],
  "rng @model": ["virtio"],
  "rng backend@model": ["random"],
  "crypto backend@model": ["builtin"],
  "iommu @model": ["intel", "smmuv3", "virtio"],
  "tpm backend@type": ["emulator"],
  "memory @model": ["dimm"],
  "sound @model": ["ich9", "ich6", "usb", "virtio"],
  "smartcard @mode": ["host"],
  "redirdev @type": ["spicevmc"],
  "interface source@network": ["default"],
  "disk source@namespace": ["1"],
  "input @type": ["tablet", "mouse", "keyboard"],
};

/** Writes an attribute that libvirt asks for; the value is the only one, or one that others use. */
export function writeMissing(attribute?: string): (site: Site) => Fix[] {
  return ({ device, about, values, nodes: { element } }) => {
    const name = attribute ?? String(values.attribute);
    if (device === undefined) return [];
    const part = `${(about.subject.part ?? "").replace(/@.*$/, "")}@${name}`;
    const only = [...wordsAt(device, part)];
    const words = only.length === 1 ? only : (usualWords[`${device.name} ${part}`] ?? []);
    return words.flatMap((word) =>
      fix(`Write ${name}='${word}'`, [setValue(element, name, word, [])], words.length === 1),
    );
  };
}

/** A word that stands for all others. */
export function writeWord(name: string, word: string): (site: Site) => Fix[] {
  return ({ nodes: { element } }) => bestFix(`Write ${name}='${word}'`, [setValue(element, name, word)]);
}

/** Whether the QEMU binary of a guest is the one of PCs. */
export function isPc({ domain }: Site): boolean {
  return binaryOf(domain.definition.target.arch) === "x86";
}
