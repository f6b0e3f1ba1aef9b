/** Refusals while defaults and implied devices are filled in (postparse, libvirt 11.3). */
export const defaultsRefusals = {
  "pci-root-model-mismatch":
    "XML error: The PCI controller with index='0' must be model='{wanted}' for this machine type, but model='{model}' was found instead",
  "isa-serial-ports": "internal error: Maximum supported number of ISA serial ports is '4'",
  "isa-serial-port-duplicate": "internal error: target port '{port}' already allocated",
  "console-not-first": "unsupported configuration: Only the first console can be a serial port",
} as const satisfies Record<string, string>;
