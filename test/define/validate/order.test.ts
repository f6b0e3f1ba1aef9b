import { describe } from "vitest";
import { checkRecorded } from "./recorded.ts";

describe("define/validate several problems, of which libvirt names one", () => {
  checkRecorded([
    [
      "pc",
      "<panic model='isa'><address type='pci'/></panic><memory model='dimm'><target><size unit='MiB'>512</size></target></memory>",
      "unsupported configuration: cannot use/hotplug a memory device when domain 'maxMemory' is not defined",
    ],
    [
      "pc",
      "<panic model='isa'><address type='ccw'/></panic><console type='pty'><target type='xen'/></console>",
      "unsupported configuration: unsupported console target type xen",
    ],
    [
      "pc",
      "<watchdog model='ib700'/><watchdog model='ib700'/><tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm><tpm model='tpm-crb'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>",
      "unsupported configuration: only a single TPM non-proxy device is supported",
    ],
    [
      "pc",
      "<features><acpi/><ps2 state='off'/></features> | <panic model='pseries'/><input type='mouse' bus='ps2'/>",
      "unsupported configuration: only pSeries guests support panic device of model 'pseries'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda1' bus='usb'/><address type='unassigned'/></disk>",
      "unsupported configuration: address of type 'unassigned' is supported only for hostdevs",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda1' bus='usb'/><address type='pci'/></disk>",
      "internal error: unexpected address type for usb disk",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda1' bus='sata'/><readonly/></disk>",
      "unsupported configuration: readonly sata disks are not supported",
    ],
    [
      "q35",
      "<disk type='file' device='cdrom'><target dev='vda1' bus='virtio'/></disk>",
      "unsupported configuration: disk type of 'vda1' does not support ejectable media",
    ],
    [
      "q35",
      "<disk type='file' device='cdrom'><target dev='sda' bus='usb'/><address type='pci'/></disk>",
      "unsupported configuration: 'usb' disk must not be empty",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='vda1' bus='virtio'/></disk><video><model type='virtio' primary='yes'/></video><video><model type='virtio' primary='yes'/></video>",
      "unsupported configuration: invalid disk target 'vda1', partitions can't appear in disk targets",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk><disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk><video><model type='virtio' primary='yes'/></video><video><model type='virtio' primary='yes'/></video>",
      "XML error: target 'vda' duplicated for disk sources '/a' and '/a'",
    ],
    [
      "pc",
      "<video><model type='virtio'/></video><video><model type='vga' heads='2'/></video>",
      "unsupported configuration: video type 'vga' is only valid as primary video device",
    ],
    [
      "pc",
      "<serial type='pty'><target type='isa-serial'><model name='pl011'/></target><address type='usb'/></serial>",
      "unsupported configuration: Target type 'isa-serial' requires address type 'isa'",
    ],
    [
      "pc",
      "<iommu model='virtio'><driver intremap='on'/><address type='ccw'/></iommu>",
      "XML error: iommu model 'virtio' doesn't support additional attributes",
    ],
    [
      "q35",
      "<features/> | <iommu model='virtio'><address type='usb'/></iommu>",
      "unsupported configuration: IOMMU device: 'virtio' requires ACPI",
    ],
    [
      "q35",
      "<maxMemory slots='2' unit='GiB'>16</maxMemory> | <memory model='dimm'><target><size unit='MiB'>512</size><node>3</node></target><address type='dimm' slot='7'/></memory>",
      "unsupported configuration: memory device slot '7' exceeds slots count '2'",
    ],
  ]);
});
