import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate other devices", () => {
  checkRecorded([
    [
      "q35",
      "<iommu model='intel'><address type='pci'/></iommu>",
      "XML error: iommu model 'intel' can't have address",
    ],
    [
      "pc",
      "<iommu model='intel'/>",
      "unsupported configuration: IOMMU device: 'intel' is only supported with Q35 machines",
    ],
    [
      "pc",
      "<iommu model='smmuv3'/>",
      "unsupported configuration: IOMMU device: 'smmuv3' is only supported with ARM Virt machines",
    ],
    [
      "pc",
      "<iommu model='virtio'><address type='usb'/></iommu>",
      "unsupported configuration: IOMMU device: 'virtio' is only supported with Q35 and ARM Virt machines",
    ],
    [
      "q35",
      "<iommu model='virtio'><address type='usb'/></iommu>",
      "unsupported configuration: IOMMU device: 'virtio' needs a PCI address",
    ],
    [
      "q35",
      "<iommu model='virtio'><driver intremap='on'/></iommu>",
      "XML error: iommu model 'virtio' doesn't support additional attributes",
    ],
    [
      "q35",
      "<features/> | <iommu model='virtio'/>",
      "unsupported configuration: IOMMU device: 'virtio' requires ACPI",
    ],
    ["q35", "<iommu model='virtio'/>", accepted],
    ["q35", "<iommu model='intel'/>", accepted],
    [
      "q35",
      "<pstore backend='acpi-erst'><path>/x</path><size>64</size><address type='usb'/></pstore>",
      "unsupported configuration: ACPI ERST device must reside on a PCI bus",
    ],
    ["q35", "<pstore backend='acpi-erst'><path>/x</path><size>64</size></pstore>", accepted],
    [
      "s390",
      "<pstore backend='acpi-erst'><path>/x</path><size>64</size></pstore>",
      "unsupported configuration: acpi-erst backend of pstore device is not supported",
    ],
    ["pc", "<nvram/>", "unsupported configuration: nvram device is only supported for PPC64"],
    ["pseries", "<nvram/>", accepted],
    [
      "pc",
      "<tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm><tpm model='tpm-crb'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>",
      "unsupported configuration: only a single TPM non-proxy device is supported",
    ],
    [
      "pseries",
      "<tpm model='tpm-spapr'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm><tpm model='spapr-tpm-proxy'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>",
      accepted,
    ],
    [
      "q35",
      "<filesystem><source dir='/a'/><target dir='b'/><boot order='1'/></filesystem>",
      "unsupported configuration: boot order is only supported for virtiofs",
    ],
    [
      "q35",
      "<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking> | <filesystem accessmode='passthrough'><driver type='virtiofs'/><source dir='/a'/><target dir='b'/><boot order='1'/><address type='isa'/></filesystem>",
      "unsupported configuration: setting virtiofs boot order is supported only with PCI bus",
    ],
    [
      "q35",
      "<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking> | <filesystem accessmode='passthrough'><driver type='virtiofs'/><source dir='/a'/><target dir='b'/><boot order='1'/></filesystem>",
      accepted,
    ],
    [
      "q35",
      "<input type='keyboard' bus='virtio' model='virtio-non-transitional'/>",
      "unsupported configuration: virtio (non-)transitional models are not supported for input type=keyboard",
    ],
    ["q35", "<input type='keyboard' bus='virtio' model='virtio'/>", accepted],
    [
      "q35",
      "<features><acpi/><ps2 state='off'/></features> | <input type='mouse' bus='ps2'/>",
      "unsupported configuration: ps2 bus inputs require the ps2 feature not to be disabled",
    ],
    ["q35", "<features><acpi/><ps2 state='off'/></features> | <input type='tablet' bus='usb'/>", accepted],
    [
      "pseries",
      "<input type='mouse' bus='ps2'/>",
      "unsupported configuration: ps2 is not supported by this QEMU binary",
    ],
    [
      "microvm",
      "<features><ps2 state='on'/></features> | <controller type='usb' model='none'/><memballoon model='none'/>",
      "unsupported configuration: ps2 feature is not available with this QEMU binary",
    ],
    [
      "microvm",
      "<controller type='usb' model='none'/><memballoon model='none'/><input type='mouse' bus='ps2'/>",
      "unsupported configuration: ps2 is not supported by this QEMU binary",
    ],
    [
      "s390",
      "<features><ps2 state='on'/></features> | <input type='mouse' bus='ps2'/>",
      "unsupported configuration: ps2 feature is not available with this QEMU binary",
    ],
    [
      "s390",
      "<shmem name='s'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>",
      "unsupported configuration: shmem model 'ivshmem-plain' is not supported by this QEMU binary",
    ],
    [
      "s390",
      "<sound model='ich9'/>",
      "unsupported configuration: The ich9-intel-hda audio controller is not supported in this QEMU binary",
    ],
  ]);
});
