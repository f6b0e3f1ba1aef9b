/** How loud a problem is by default. `error` is kept for what keeps the guest from starting. */
export type ProblemSeverity = "error" | "warning" | "information" | "hint";

/** What is known about one problem, whatever domain it is in. */
export interface ProblemRow {
  readonly severity: ProblemSeverity;
  /** What libvirt or QEMU says when the guest is started, with `{name}` where a value goes. */
  readonly start?: string;
}

/** Domains that `virsh define` accepts and that cannot start: the words of libvirt 11.3 or QEMU 10.0 at start. */
export const startProblems = {
  "ide-bus-range": { severity: "error", start: "QEMU: Bus 'ide.{bus}' not found" },
  "ide-unit-range": {
    severity: "error",
    start: "QEMU: Can't create IDE unit {unit}, bus supports only 2 units",
  },
  "sata-unit-range": { severity: "error", start: "QEMU: Bus '{bus}.{unit}' not found" },
  "fdc-unit-range": {
    severity: "error",
    start: "QEMU: Can't create floppy unit {unit}, bus supports only 2 units",
  },
  "scsi-target-range": { severity: "error", start: "QEMU: bad scsi device id: {value}" },
  "scsi-lun-range": { severity: "error", start: "QEMU: bad scsi device lun: {value}" },
  "acpi-index-duplicate": {
    severity: "error",
    start: "QEMU: a PCI device with acpi-index = {index} already exist",
  },
  "acpi-index-range": { severity: "error", start: "QEMU: acpi-index should be less or equal to 16383" },
  "pcie-chassis-duplicate": { severity: "error", start: "QEMU: Can't add chassis slot, error -16" },
  "pci-busnr-duplicate": { severity: "error", start: "QEMU: Bus {value} is already in use" },
  "pci-target-index-duplicate": { severity: "error", start: "QEMU: PHB {value} already attached" },
  "pci-chassisnr-duplicate": { severity: "error", start: "QEMU: Bridge chassis {value} already in use" },
  "pci-controller-forward-bus": { severity: "error", start: "QEMU: Bus 'pci.{bus}' not found" },
  "pci-multifunction-off-conflict": {
    severity: "error",
    start: "QEMU: PCI: single function device can't be populated in function {slot}.{function}",
  },
  "pci-multifunction-s390": { severity: "error", start: "QEMU: multifunction not supported in s390" },
  "pci-chipset-function": {
    severity: "error",
    start: "QEMU: PCI: slot {slot} function {function} not available, in use by {driver}",
  },
  "pci-command-line-conflict": {
    severity: "error",
    start: "QEMU: PCI: slot {slot} function {function} not available, in use by {driver}",
  },
  "command-line-bus-order": { severity: "error", start: "QEMU: Bus '{bus}' not found" },
  "pci-bus-missing-machine": { severity: "error", start: "QEMU: Bus '{bus}' not found" },
  "pci-machine-without-bus": { severity: "error", start: "QEMU: No 'PCI' bus found" },
  "qemu-device-missing": { severity: "error", start: "QEMU: '{driver}' is not a valid device model name" },
  "qemu-machine-missing": { severity: "error", start: 'QEMU: unsupported machine type: "{machine}"' },
  "hda-codec-count": { severity: "error", start: "QEMU: HDA audio codec address is full" },
  "parallel-count": {
    severity: "error",
    start: "QEMU: Max. supported number of parallel ports is 3.",
  },
  "isa-serial-number": {
    severity: "error",
    start: "QEMU: Max. supported number of ISA serial ports is 4.",
  },
  "dimm-base-window": {
    severity: "error",
    start:
      "QEMU: can't add memory device [{base}:{size}], usable range for memory devices [{start}:{length}]",
  },
  "memory-base-conflict": {
    severity: "error",
    start: "QEMU: address range conflicts with memory device",
  },
  "isa-irq-range": { severity: "error", start: "QEMU: Assertion `irqnum < ISA_NUM_IRQS' failed" },
  "panic-iobase-range": { severity: "error", start: "QEMU: Parameter 'ioport' expects uint16_t" },
  "usb-bus-empty": {
    severity: "error",
    start: "libvirt: XML error: USB bus {bus} requested but no controller with that index is present",
  },
  "usb-companion-missing": { severity: "error", start: "libvirt: internal error: masterbus not found" },
  "usb-companion-master-model": {
    severity: "error",
    start: "QEMU: Can't use USB bus as masterbus, it doesn't support companion controllers",
  },
  "usb-companion-startport-range": {
    severity: "error",
    start: "QEMU: firstport must be between 0 and 4",
  },
  "usb-companion-startport-duplicate": {
    severity: "error",
    start:
      "QEMU: firstport {port} asks for ports {port}-{next}, but port {port} has a companion assigned already",
  },
  "usb-full-speed-on-ehci": {
    severity: "error",
    start: 'QEMU: speed mismatch trying to attach usb device (full speed) to port "{port}" (high speed)',
  },
  "usb-ports-attribute-model": {
    severity: "error",
    start:
      "libvirt: unsupported configuration: usb controller type '{model}' doesn't support 'ports' with this QEMU binary",
  },
  "usb-model-missing": {
    severity: "error",
    start: "libvirt: unsupported configuration: no model provided for USB controller",
  },
  "usb-model-unsupported": {
    severity: "error",
    start:
      "libvirt: unsupported configuration: USB controller model '{model}' not supported in this QEMU binary",
  },
  "spapr-vio-irq": { severity: "error", start: "QEMU: IRQ {irq} is not free" },
  "virtio-flavour-off-pci": {
    severity: "error",
    start: "QEMU: '{driver}' is not a valid device model name",
  },
  "virtio-mmio-machine": { severity: "error", start: "QEMU: No 'virtio-bus' bus found for device" },
  "virtio-mmio-count": { severity: "error", start: "QEMU: No 'virtio-bus' bus found for device" },
  "virtio-address-type-static": {
    severity: "error",
    start: "libvirt: internal error: Unexpected address type for '{driver}'",
  },
  "pci-device-address-type": { severity: "error", start: "QEMU: the device can't go on such a bus" },
  "shmem-address-type": {
    severity: "error",
    start:
      "libvirt: unsupported configuration: only 'pci' addresses are supported for the shared memory device",
  },
  "floppy-pseries": {
    severity: "error",
    start: "libvirt: unsupported configuration: PowerPC pseries machines do not support floppy device",
  },
  "console-address-type": { severity: "error", start: "QEMU: Property 'virtconsole.{property}' not found" },
  "vioserial-ports-range": { severity: "error", start: "QEMU: maximum ports supported: 511" },
  "vioserial-bus-nonzero": {
    severity: "error",
    start: "QEMU: Bus 'virtio-serial{controller}.{bus}' not found",
  },
  "qemu-device-unpluggable": {
    severity: "error",
    start: "QEMU: Parameter 'driver' expects a pluggable device type",
  },
  "nic-off-pci": { severity: "error", start: "QEMU: Device '{driver}' can't go on {bus} bus" },
  "isa-bus-missing": { severity: "error", start: "QEMU: No 'ISA' bus found for device '{driver}'" },
  "isa-dma-missing": { severity: "error", start: "QEMU: ISA controller does not support DMA" },
  "floppy-bus-missing": { severity: "error", start: "QEMU: No 'floppy-bus' bus found for device 'floppy'" },
  "pcspk-machine": {
    severity: "error",
    start: "QEMU: Property '{machine}-machine.pcspk-audiodev' not found",
  },
  "serial-model-missing": {
    severity: "error",
    start: "libvirt: internal error: Invalid target model for serial device",
  },
  "pci-bus-name-duplicate": { severity: "error", start: "QEMU: Duplicate device ID 'pci'" },
  "nvdimm-machine": { severity: "error", start: "QEMU: Property '{machine}-machine.nvdimm' not found" },
} as const satisfies Readonly<Record<string, ProblemRow>>;
