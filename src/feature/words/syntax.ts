/** Our words for what libvirt's parser refuses about elements and attributes. */
export const syntaxWords = {
  "attribute-missing": "<{element}> of {subject} needs the attribute {attribute}; add it.",
  "attribute-value": "'{value}' is no value for {attribute} in <{element}>; use one that libvirt knows.",
  "attribute-unsigned":
    "'{value}' is no number for {attribute} in <{element}>; write a whole number from 0 up.",
  "attribute-integer": "'{value}' is no number for {attribute} in <{element}>; write a whole number.",
  "attribute-negative":
    "{attribute} in <{element}> cannot be negative; write a number from 0 up instead of '{value}'.",
  "attribute-zero": "{attribute} in <{element}> cannot be 0; write a larger number or remove it.",
  "address-type-missing":
    "The address of {subject} has no type; add one, such as type='pci', or remove the address and libvirt chooses.",
  "address-type-invalid":
    "'{value}' is no address type; use pci, drive, usb, virtio-serial, ccid, spapr-vio, ccw, virtio-mmio, isa, dimm or unassigned.",
  "address-type-virtio-s390":
    "Addresses of type virtio-s390 no longer exist; remove the address and libvirt chooses one, usually ccw.",
  "address-number-invalid":
    "'{value}' is no number that libvirt reads for {attribute}; write digits only, with 0x in front of hexadecimal ones where the type allows it.",
  "address-attribute-missing":
    "The address of {subject} needs the attribute {attribute}; add it, or remove the address.",
  "address-multifunction-value":
    "multifunction is on or off, not '{value}'; correct it or remove the attribute.",
  "pci-bus-range": "There is no PCI bus 0x{hex}; buses go from 0x00 to 0xff.",
  "pci-slot-range": "There is no PCI slot 0x{hex}; slots go from 0x00 to 0x1f.",
  "pci-function-range": "There is no PCI function 0x{hex}; functions go from 0 to 7.",
  "zpci-number-invalid":
    "'{value}' is no number for {attribute} in <zpci>; write digits, with 0x in front of hexadecimal ones.",
  "usb-port-syntax":
    "This is no USB port; write one to four numbers from 1 up with dots between them, such as 1 or 1.2.",
  "ccw-range":
    "There is no ccw address {cssid}.{ssid}.{devno}; cssid goes to 0xfe, ssid to 0x3 and devno to 0xffff.",
  "ccw-partial":
    "A ccw address has cssid, ssid and devno; add the missing ones, or remove all three and libvirt chooses.",
} as const;
