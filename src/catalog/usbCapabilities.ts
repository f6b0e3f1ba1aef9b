import type { Capability } from "./capabilities.ts";

/** What a QEMU binary must offer for a USB controller model (qemuControllerModelUSBToCaps, libvirt 11.3). */
export const capabilityOfUsbModel: Readonly<Record<string, Capability>> = {
  "piix3-uhci": "PIIX3_USB_UHCI",
  "piix4-uhci": "PIIX4_USB_UHCI",
  ehci: "USB_EHCI",
  "vt82c686b-uhci": "VT82C686B_USB_UHCI",
  "pci-ohci": "PCI_OHCI",
  "ich9-ehci1": "ICH9_USB_EHCI1",
  "ich9-uhci1": "ICH9_USB_EHCI1",
  "ich9-uhci2": "ICH9_USB_EHCI1",
  "ich9-uhci3": "ICH9_USB_EHCI1",
  "nec-xhci": "NEC_USB_XHCI",
  "qemu-xhci": "DEVICE_QEMU_XHCI",
};
