import type { Capability } from "./capabilities.ts";

/** What a QEMU binary must offer for a USB controller model (qemuControllerModelUSBToCaps, libvirt 11.3). */
export const capabilityOfUsbModel: Readonly<Record<string, Capability>> = {
  "piix3-uhci": "PIIX3_USB_UHCI",
  "pci-ohci": "PCI_OHCI",
  "ich9-ehci1": "ICH9_USB_EHCI1",
  "ich9-uhci1": "ICH9_USB_EHCI1",
  "ich9-uhci2": "ICH9_USB_EHCI1",
  "ich9-uhci3": "ICH9_USB_EHCI1",
  "nec-xhci": "NEC_USB_XHCI",
  "qemu-xhci": "DEVICE_QEMU_XHCI",
};

/** Models of other capabilities, with the binaries of QEMU 10.0 that lack them, by the names of `binaryOfArch`. */
export const binariesWithoutUsbModel: Readonly<Record<string, readonly string[]>> = {
  "vt82c686b-uhci": ["x86", "arm", "riscv", "loongarch", "s390", "alpha", "sh4"],
  "piix4-uhci": ["s390"],
  ehci: ["s390"],
};
