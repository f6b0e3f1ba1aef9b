/**
 * USB buses, ports and hubs (virDomainUSBAddressSet… in conf/domain_addr.c, qemuDomainAssignUSB… and the USB checks of
 * parser and validation, libvirt 11.3). `{port}` is the dotted path, `{component}` one number of it.
 */
export const usbRefusals = {
  "usb-disabled-input": "unsupported configuration: Can't add USB input device. USB bus is disabled",
  "usb-disabled-hostdev":
    "unsupported configuration: Can't add host USB device: USB is disabled in this host",
  "usb-disabled-hub": "unsupported configuration: Can't add USB hub: USB is disabled for this domain",
  "usb-disabled-device":
    "unsupported configuration: USB is disabled for this domain, but USB devices are present in the domain XML",
  "usb-disabled-redirdev":
    "unsupported configuration: cannot add redirected USB device: USB is disabled for this domain",
  "usb-device-address-type": "XML error: Invalid address for a USB device",
  "usb-serial-address-type": "unsupported configuration: usb-serial requires address of usb type",
  "usb-controller-duplicate-index": "XML error: Duplicate USB controllers with index {index}",
  "usb-bus-missing": "XML error: USB bus {bus} requested but no controller with that index is present",
  "usb-bus-missing-port": "XML error: Missing USB bus {bus}",
  "usb-port-not-present": "XML error: requested USB port {port} not present on USB bus {bus}",
  "usb-port-intermediate-range":
    "XML error: port {component} out of range in USB address bus: {bus} port: {port}",
  "usb-hub-missing": "XML error: there is no hub at port {component} in USB address bus: {bus} port: {port}",
  "usb-double-use": "XML error: Duplicate USB address bus {bus} port {port}",
  "usb-hub-double-use": "XML error: Duplicate USB hub on bus {bus} port {port}",
  "usb-no-free-port": "internal error: No free USB ports",
  "usb-hub-address-type": "XML error: Wrong address type for USB hub",
  "usb-disk-address-type": "internal error: unexpected address type for usb disk",
  "usb-disk-empty": "unsupported configuration: 'usb' disk must not be empty",
  "usb-no-bus-support":
    "unsupported configuration: Device configuration is not compatible: Domain has no USB bus support",
} as const satisfies Record<string, string>;
