import type { Reason } from "../topology/topology.ts";

/** Why a place does not take a device, in one or two sentences per code; `{name}` is filled from the reason's values. */
const words: Readonly<Record<string, string>> = {
  "no-address": "This device has no address, so it sits in no slot.",

  "not-a-pci-bus": "This device sits on a PCI bus.",
  "pci-slot-of-piix3": "The chipset (PIIX3) holds this slot.",
  "pci-slot-of-ich9": "The chipset (ICH9) holds this slot.",
  "pci-slot-of-command-line": "A {driver} of <qemu:commandline> holds this slot.",
  "pci-fixed-by-chipset": "This device is part of the chipset and stays where it is.",
  "pci-root-has-no-place": "The root of the PCI tree sits in no slot.",
  "pci-own-bus": "A controller cannot sit on a bus that hangs from it.",
  "pci-bus-unknown": "This PCI controller has no model that libvirt knows.",
  "pci-integrated-only": "This device must sit on bus 0.",
  "pci-kind-mismatch": "A {model} does not take devices of this kind.",
  "pci-bridge-forward": "The index of a pci-bridge must be larger than that of its bus ({bus}).",

  "not-a-drive-bus": "This device sits on a disk controller.",
  "drive-other-bus":
    "This is a {bus} controller and the disk is on {wanted}. Change the bus of its target first.",
  "drive-single-controller": "libvirt takes {bus} disks on controller 0 only.",
  "scsi-one-target": "An lsilogic controller has target 0 only.",
  "scsi-reserved-unit": "The {model} controller itself has unit {unit}.",

  "not-a-usb-bus": "This device sits on a USB port.",
  "usb-own-bus": "A hub cannot sit on its own ports or behind them.",

  "not-a-virtio-serial-bus": "This device sits on a virtio-serial port.",
  "virtio-serial-port-0":
    "Port 0 is kept for the first virtio console. In an address it asks libvirt to choose.",
  "virtio-serial-foreign-device": "Only virtio channels and virtio consoles sit on virtio-serial ports.",

  "not-a-ccid-bus": "A smartcard sits in a ccid controller.",
  "ccid-single-slot": "QEMU takes one smartcard, in slot 0 of ccid controller 0.",

  "not-a-spapr-vio-bus": "This device has a spapr-vio register.",
  "not-a-ccw-bus": "This device sits on the channel subsystem.",
  "ccw-machine": "The machine {machine} has no channel subsystem.",
  "virtio-mmio-no-number":
    "A memory mapped device has no number: QEMU takes them in the order of the file, so there is no other place for it.",
  "not-a-dimm-bus": "This memory module sits in a memory slot.",
  "not-an-isa-bus": "This device sits at an ISA port.",
  "isa-place-of-others": "This port is for {other}.",
  "isa-port-by-number": "QEMU gives this port to serial port {number}, which has no address of its own.",
  "isa-port-by-sort": "QEMU gives this port to {other} without an address of its own.",
  "isa-parallel-unused": "libvirt does not hand the address of a parallel port on to QEMU.",
  "isa-by-hand": "ISA ports and interrupts are no slots: libvirt neither chooses nor compares them.",
  "unassigned-has-no-place":
    "This host device is kept from the host and not given to the guest, so it sits in no slot.",
};

/** A reason in words. A code without words is our own mistake. */
export function reasonText(reason: Reason): string {
  const sentence = words[reason.code];
  if (sentence === undefined) throw new RangeError(`no words for the reason ${reason.code}`);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = reason.values[name];
    if (value === undefined) throw new RangeError(`the words of ${reason.code} want a value for ${name}`);
    return String(value);
  });
}
