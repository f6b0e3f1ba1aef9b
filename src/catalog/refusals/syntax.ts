/** What libvirt's parser refuses about elements and attributes, whatever the device (libvirt 11.3). */
export const syntaxRefusals = {
  "attribute-missing": "XML error: Missing required attribute '{attribute}' in element '{element}'",
  "attribute-value":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'.",
  "attribute-unsigned":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected non-negative integer value",
  "attribute-integer":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected integer value",
  "attribute-negative":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected non-negative value",
  "attribute-zero":
    "XML error: Invalid value for attribute '{attribute}' in element '{element}': Zero is not permitted",
  "address-type-missing": "XML error: Missing required attribute 'type' in element 'address'",
  "address-type-invalid": "XML error: Invalid value for attribute 'type' in element 'address': '{value}'.",
  "address-type-virtio-s390": "XML error: virtio-s390 bus doesn't have an address",
  "address-number-invalid":
    "XML error: Invalid value for attribute '{attribute}' in element 'address': '{value}'. Expected non-negative integer value",
  "address-attribute-missing": "XML error: Missing required attribute '{attribute}' in element 'address'",
  "address-multifunction-value":
    "XML error: Invalid value for attribute 'multifunction' in element 'address': '{value}'.",
  "pci-bus-range": "XML error: Invalid PCI address bus='0x{hex}', must be <= 0xFF",
  "pci-slot-range": "XML error: Invalid PCI address slot='0x{hex}', must be <= 0x1F",
  "pci-function-range": "XML error: Invalid PCI address function=0x{hex}, must be <= 7",
  "zpci-number-invalid":
    "XML error: Invalid value for attribute '{attribute}' in element 'zpci': '{value}'. Expected non-negative integer value",
  "usb-port-syntax": "internal error: Cannot parse <address> 'port' attribute",
  "ccw-range":
    "internal error: Invalid specification for virtio ccw address: cssid='0x{cssid}' ssid='0x{ssid}' devno='0x{devno}'",
  "ccw-partial": "internal error: Invalid partial specification for virtio ccw address",
} as const satisfies Record<string, string>;
