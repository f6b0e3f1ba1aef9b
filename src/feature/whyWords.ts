import type { Why, WhyRule } from "../defaults/why.ts";
import type { DeviceId } from "../domain/device.ts";
import type { DeviceNames } from "./deviceNames.ts";

/** One or two sentences per rule; `{name}` is filled from the reason's values. */
const words: Readonly<Record<WhyRule, string>> = {
  "pci-lowest-free": "The lowest free slot on the lowest bus that takes this device.",
  "pci-root-port-function": "Root ports share slots: this is the lowest function that is free.",
  "pci-chipset": "The chipset has this device at exactly this place.",
  "pci-primary-video": "The first video device gets the slot where guests look for it.",
  "pci-usb2-group": "USB 2 controllers of one index share a slot, each at the function of its model.",
  "drive-target-name": "Derived from the target name.",
  "drive-lowest-unit": "The lowest unit that is free.",
  "usb-lowest-port": "The lowest port that is free.",
  "virtio-serial-lowest-port": "The lowest port that is free on the lowest controller.",
  "ccid-next-slot": "The slot after the highest one in use.",
  "spapr-vio-lowest-reg": "The first register from the start value of its kind that nobody uses.",
  "ccw-lowest-devno": "The lowest device number that is free.",
  "virtio-mmio-machine":
    "virtio devices of this guest are memory mapped, because the machine or another device says so.",
  "dimm-lowest-slot": "The lowest memory slot that is free.",
  "console-of-serial": "The console is another name of the serial port and shows its address.",
};

/** Says why a device sits where libvirt puts it, and names who took the places before and what was added for it. */
export function whyText(why: Why, names: DeviceNames, isWritten: (device: DeviceId) => boolean): string {
  const { rule, values, because, provider } = why;
  const parts = [words[rule].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""))];
  const before = listOf(because.map((device) => names.get(device)));
  if (before !== "") parts.push(`Taken before it: ${before}.`);
  const added = provider !== undefined && !isWritten(provider) ? names.get(provider) : undefined;
  if (added !== undefined) parts.push(`The place is on ${added}, which libvirt adds.`);
  return parts.join(" ");
}

function listOf(names: readonly (string | undefined)[]): string {
  const known = names.filter((name) => name !== undefined);
  const last = known.at(-1);
  return known.length < 2 ? (last ?? "") : `${known.slice(0, -1).join(", ")} and ${last}`;
}
