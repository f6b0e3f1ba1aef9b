/**
 * PCI placement. `{severity}` is "XML error" for an address from the file or a chipset reservation and
 * "internal error" for one that libvirt chose itself (virPCIDeviceAddressValidate and its callers, libvirt 11.3).
 */
export const pciRefusals = {
  "pci-no-bus": "{severity}: No PCI buses available",
  "pci-domain-nonzero": "{severity}: Invalid PCI address {address}. Only PCI domain 0 is available",
  "pci-bus-not-available":
    "{severity}: Invalid PCI address {address}. Only PCI buses up to {last} are available",
  "pci-needs-integrated":
    "{severity}: The device at PCI address {address} needs to be an integrated device (bus=0)",
  "pci-autoassign-forbidden":
    "{severity}: The device at PCI address {address} was auto-assigned this address, but the PCI controller with index='{index}' doesn't allow auto-assignment",
  "pci-bus-incompatible":
    "{severity}: The device at PCI address {address} cannot be plugged into the PCI controller with index='{index}'. It requires a controller that accepts a {wanted}.",
  "pci-slot-too-low": "{severity}: Invalid PCI address {address}. slot must be >= {limit}",
  "pci-slot-too-high": "{severity}: Invalid PCI address {address}. slot must be <= {limit}",
  "pci-double-use": "{severity}: Attempted double use of PCI Address {address}",
  "pci-no-slot-for-controller":
    "internal error: a PCI slot is needed to connect a PCI controller model='{model}', but none is available, and it cannot be automatically added",
  "pci-cannot-add-bus":
    "internal error: Cannot automatically add a new PCI bus for a device with connect flags {flags}",
  "pci-no-more-slots": "internal error: No more available PCI slots",
  "pci-model-missing": "internal error: PCI controller model was not set correctly",
  "ide-primary-address": "internal error: Primary IDE controller must have PCI address 0:0:1.1",
  "usb-piix3-address": "internal error: PIIX3 USB controller at index 0 must have PCI address 0:0:1.2",
  "sata-primary-address": "internal error: Primary SATA controller must have PCI address 0:0:1f.2",
  "piix3-on-pcie": "internal error: Bus 0 must be PCI for integrated PIIX3 USB or IDE controllers",
  "virtio-disk-address-type":
    "unsupported configuration: virtio disk cannot have an address of type '{type}'",
  "zpci-double-use": "internal error: zPCI {id} {octal} is already reserved",
  "zpci-none-free": "internal error: There is no more free {id}.",
  "pci-busnr-none-free":
    "unsupported configuration: No free busNr lower than current lowest busNr is available to auto-assign to bus {bus}. Must be manually assigned",
  "pci-target-index-none-free": "unsupported configuration: No usable target index found for {bus}",
  "pci-index-not-larger-than-bus":
    "unsupported configuration: PCI controller at index {index} (0x{indexHex}) has bus='0x{busHex}', but index must be larger than bus",
} as const satisfies Record<string, string>;
