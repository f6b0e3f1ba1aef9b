/**
 * What libvirt asks of controllers after reading them: while it fills in defaults (virDomainControllerDefPostParse,
 * qemuDomainControllerDefPostParse, virDomainDefPostParseCommon) and when it validates them
 * (virDomainControllerDefValidate, qemuValidateDomainDeviceDefController…, libvirt 11.3).
 */
export const controllerRuleRefusals = {
  "controller-duplicate-index": "XML error: Multiple '{type}' controllers with index '{index}'",
  "controller-numa-node-missing":
    "XML error: {model} with index {index} is configured for a NUMA node ({node}) not present in the domain's <cpu><numa> array ({count})",
  "controller-numa-node-root":
    "unsupported configuration: The PCI controller with index=0 can't be associated with a NUMA node",
  "controller-iothread-type": "XML error: 'iothread' attribute only supported for virtio scsi controllers",
  "controller-iothreads-model":
    "unsupported configuration: iothreads are supported only by 'virtio-scsi' controllers",
  "scsi-iothread-address":
    "unsupported configuration: virtio-scsi IOThreads only available for virtio pci and virtio ccw controllers",
  "pci-root-index": "XML error: pci-root and pcie-root controllers should have index 0",
  "pci-root-address":
    "unsupported configuration: pci-root and pcie-root controllers should not have an address",
  "pci-index-too-high": "unsupported configuration: PCI controller index {index} too high, maximum is 255",
  "pci-index-must-be-positive": "unsupported configuration: Index for '{model}' controllers must be > 0",
  "pci-index-must-be-zero": "unsupported configuration: Index for '{model}' controllers must be 0",
  "pci-expander-machine":
    "unsupported configuration: pci-expander-bus controllers are only supported on 440fx-based machinetypes",
  "pcie-expander-machine":
    "unsupported configuration: pcie-expander-bus controllers are not supported with this machine type",
  "pci-target-index-range":
    "unsupported configuration: PCI controller target index '{value}' out of range - must be 0-30",
  "pci-target-index-zero":
    "unsupported configuration: Only the PCI controller with index 0 can have target index 0, and vice versa",
  "pci-chassisnr-range":
    "unsupported configuration: PCI controller chassisNr '{value}' out of range - must be 1-255",
  "pci-chassis-range":
    "unsupported configuration: PCI controller chassis '{value}' out of range - must be 0-255",
  "pci-port-range": "unsupported configuration: PCI controller port '{value}' out of range - must be 0-255",
  "pci-busnr-range": "unsupported configuration: PCI controller busNr '{value}' out of range - must be 1-254",
  "pci-controller-option-invalid":
    "unsupported configuration: Option '{option}' is not valid for PCI controller with index '{index}', model '{model}' and modelName '{modelName}'",
  "pci-controller-option-value":
    "unsupported configuration: Option '{option}' has invalid value for PCI controller with index '{index}', model '{model}' and modelName '{modelName}'",
  "pci-controller-option-missing":
    "internal error: Required option '{option}' is not set for PCI controller with index '{index}', model '{model}' and modelName '{modelName}'",
  "pci-controller-qemu-missing":
    "unsupported configuration: The '{modelName}' device is not supported by this QEMU binary",
  "pci-hole64-machine":
    "unsupported configuration: Setting the 64-bit PCI hole size is not supported for machine '{machine}'",
  "pci-controller-hotplug-unsupported":
    "unsupported configuration: setting the 'hotplug' property on a '{modelName}' device is not supported by this QEMU binary",
  "ide-controller-single":
    "unsupported configuration: Only a single IDE controller is supported for this machine type",
  "ide-controller-unsupported":
    "unsupported configuration: IDE controllers are unsupported for this QEMU binary or machine type",
  "sata-controller-unsupported": "unsupported configuration: SATA is not supported with this QEMU binary",
  "scsi-ncr-first": "unsupported configuration: ncr53c90 can only be used as first SCSI controller",
  "scsi-ncr-builtin":
    "unsupported configuration: ncr53c90 SCSI controller is not a built-in for this machine",
  "scsi-model-unsupported": "unsupported configuration: Unsupported controller model: {model}",
  "scsi-model-qemu-missing": "unsupported configuration: This QEMU doesn't support {device}",
  "scsi-model-none": "internal error: Unable to determine model for SCSI controller idx={index}",
  "usb-xhci-ports": "unsupported configuration: '{model}' controller only supports up to '15' ports",
  "usb-qusb":
    "unsupported configuration: USB controller model type 'qusb1' or 'qusb2' is not supported in {domainType}",
} as const satisfies Record<string, string>;
