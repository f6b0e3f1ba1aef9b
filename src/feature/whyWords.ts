import type { Why, WhyRule } from "../defaults/why.ts";

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

/** Says why a device sits where libvirt puts it. */
export function whyText(why: Why): string {
  const sentence = words[why.rule].replace(/\{(\w+)\}/g, (_, name: string) => String(why.values[name] ?? ""));
  const { bus } = why.values;
  return why.because.length > 0 && bus !== undefined
    ? `${sentence} libvirt adds the controller with index ${bus} for it.`
    : sentence;
}
