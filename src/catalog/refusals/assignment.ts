/**
 * Address types with few rules: virtio-serial, ccid, spapr-vio, ccw, isa and dimm, with the checks of memory devices
 * (conf/domain_addr.c, qemu_domain_address.c, qemu_validate.c, libvirt 11.3). `{…Hex}` values are hexadecimal digits.
 */
export const assignmentRefusals = {
  "vioserial-controller-missing": "XML error: virtio serial controller {controller} is missing",
  "vioserial-port-range": "XML error: virtio serial controller {controller} does not have port {port}",
  "vioserial-double-use":
    "XML error: virtio serial port {port} on controller {controller} is already occupied",
  "vioserial-full": "XML error: Unable to find a free port on virtio-serial controller {controller}",
  "vioserial-none-free": "internal error: virtio-serial controller {controller} not available",
  "vioserial-address-type": "internal error: virtio serial device has invalid address type",
  "ccid-address-type": "unsupported configuration: Controllers must use the 'ccid' address type",
  "smartcard-single": "unsupported configuration: this QEMU binary lacks multiple smartcard support",
  "spapr-vio-range":
    "unsupported configuration: spapr-vio reg='0x{regHex}' exceeds maximum possible value (0xffffffff)",
  "spapr-vio-double-use": "XML error: spapr-vio address {reg} already in use",
  "nvram-address-type": "XML error: nvram address type must be spaprvio",
  "ccw-double-use": "XML error: The CCW devno '{devno}' is in use already",
  "ccw-none-free": "internal error: There are no more free CCW devnos.",
  "ccw-machine": "unsupported configuration: CCW addresses are not supported by machine type '{machine}'",
  "isa-serial-ports": "internal error: Maximum supported number of ISA serial ports is '4'",
  "isa-serial-port-duplicate": "internal error: target port '{port}' already allocated",
  "dimm-slot-double-use":
    "unsupported configuration: memory device slot '{slot}' is already being used by another memory device",
  "dimm-slot-range": "unsupported configuration: memory device slot '{slot}' exceeds slots count '{slots}'",
  "dimm-too-many":
    "unsupported configuration: count of memory devices requiring memory slots '{count}' exceeds slots count '{slots}'",
  "dimm-none-free": "internal error: failed to find an empty memory slot",
  "dimm-address-type":
    "unsupported configuration: only 'dimm' addresses are supported for the pc-dimm device",
  "virtio-pmem-address-type":
    "unsupported configuration: only 'pci' addresses are supported for the virtio-pmem device",
  "virtio-mem-address-type":
    "unsupported configuration: only 'pci' and 'ccw' addresses are supported for the virtio-mem device",
  "sgx-epc-address": "unsupported configuration: memory device address is not supported for model 'sgx-epc'",
  "memory-overlap":
    "unsupported configuration: memory device address [0x{startHex}:0x{endHex}] overlaps with other memory device (0x{otherHex})",
  "memory-block-alignment": "memory device address must be aligned to blocksize",
  "memory-page-alignment": "unsupported configuration: memory address must be aligned to {page} bytes",
  "memory-no-maxmemory":
    "unsupported configuration: cannot use/hotplug a memory device when domain 'maxMemory' is not defined",
  "memory-no-numa":
    "unsupported configuration: At least one numa node has to be configured when enabling memory hotplug",
  "memory-target-node":
    "can't add memory backend for guest node '{node}' as the guest has only '{nodes}' NUMA nodes configured",
  "memory-no-nodes": "can't add memory backend as guest has no NUMA nodes configured",
  "memory-node-missing":
    "unsupported configuration: target NUMA node needs to be specified for memory device",
  "memory-label-missing": "unsupported configuration: label size is required for NVDIMM device",
  "memory-size-missing":
    "XML error: Memory size must be specified via <memory> or in the <numa> configuration",
  "memory-devices-too-large": "XML error: Total size of memory devices exceeds the total memory size",
  "memory-exceeds-hotplug": "unsupported configuration: memory device total size exceeds hotplug space",
} as const satisfies Record<string, string>;
