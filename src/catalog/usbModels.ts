/** What libvirt knows about the ports of a USB controller model. */
export interface UsbModel {
  /** Ports of the root hub; 0 provides no bus. */
  readonly ports: number;
  /** The number comes from the `ports` attribute where there is one. */
  readonly takesPorts?: true;
}

/** Models whose `ports` attribute counts take at most this many (qemu_postparse.c, libvirt 11.3). */
export const mostXhciPorts = 15;

/** Ports of a hub (VIR_DOMAIN_USB_HUB_PORTS, conf/domain_addr.h, libvirt 11.3). */
export const hubPorts = 8;

/** Ports by controller model; a model that is not here counts like a missing one (virDomainUSBAddressControllerModelToPorts, conf/domain_addr.c, libvirt 11.3). */
export const usbModels: Readonly<Record<string, UsbModel>> = {
  "piix3-uhci": { ports: 2 },
  "piix4-uhci": { ports: 2 },
  "vt82c686b-uhci": { ports: 2 },
  "pci-ohci": { ports: 3 },
  ehci: { ports: 6 },
  "ich9-ehci1": { ports: 6 },
  "ich9-uhci1": { ports: 0 },
  "ich9-uhci2": { ports: 0 },
  "ich9-uhci3": { ports: 0 },
  "nec-xhci": { ports: 4, takesPorts: true },
  "qemu-xhci": { ports: 4, takesPorts: true },
  none: { ports: 0 },
};

/** Ports of a controller that has no model. */
export const modellessPorts = 2;
