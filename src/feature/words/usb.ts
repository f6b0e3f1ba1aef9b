const enable = "remove it, or replace the controller with model='none' by a real one";

/** Our words for USB buses, ports and hubs. */
export const usbWords = {
  "usb-disabled-input": `USB is switched off in this domain, so {subject} cannot be there; ${enable}.`,
  "usb-disabled-hostdev": `USB is switched off in this domain, so {subject} cannot be passed through; ${enable}.`,
  "usb-disabled-hub": `USB is switched off in this domain, so {subject} cannot be there; ${enable}.`,
  "usb-disabled-device": `USB is switched off in this domain, so {subject} cannot be there; ${enable}.`,
  "usb-disabled-redirdev": `USB is switched off in this domain, so {subject} cannot be there; ${enable}.`,
  "usb-device-address-type":
    "{subject} is a USB device and needs an address of type usb; correct it, or remove it.",
  "usb-serial-address-type":
    "{subject} is a usb-serial and needs an address of type usb; correct it, or remove it.",
  "usb-controller-duplicate-index":
    "There are two USB controllers with index {index}; give one of them another index.",
  "usb-bus-missing":
    "There is no USB controller with index {bus}; add it, or choose another bus for {subject}.",
  "usb-bus-missing-port":
    "There is no USB controller with index {bus}; add it, or choose another bus for {subject}.",
  "usb-port-not-present":
    "USB bus {bus} has no port {port}; choose a lower one, or give the controller more ports.",
  "usb-port-intermediate-range":
    "Port {component} in USB port {port} on bus {bus} is more than there are; choose a lower one.",
  "usb-hub-missing":
    "There is no hub at port {component} for USB port {port} on bus {bus}; add the hub, or choose a port without it.",
  "usb-double-use":
    "{subject} and {other} both want USB port {port} on bus {bus}; move one of them to a free port, or remove its address.",
  "usb-hub-double-use":
    "{subject} wants USB port {port} on bus {bus}, where another hub sits; move one of them.",
  "usb-no-free-port":
    "There is no free USB port for {subject}; remove a device, or add a controller or a hub.",
  "usb-hub-address-type":
    "{subject} is a USB hub and needs an address of type usb; correct it, or remove it.",
  "usb-disk-address-type":
    "{subject} is a USB disk and needs an address of type usb; correct it, or remove it.",
  "usb-disk-empty": "{subject} is a USB disk without medium; give it a <source>, or another bus.",
  "usb-no-bus-support": "This domain has no USB bus for {subject}; add a USB controller.",
} as const;
