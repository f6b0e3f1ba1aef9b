import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate controllers", () => {
  checkRecorded([
    [
      "pc",
      "<controller type='ide' index='1'/>",
      "unsupported configuration: Only a single IDE controller is supported for this machine type",
    ],
    ["pc", "<controller type='ide' index='0'/>", accepted],
    [
      "q35",
      "<controller type='ide' index='0'/>",
      "unsupported configuration: IDE controllers are unsupported for this QEMU binary or machine type",
    ],
    [
      "virt",
      "<controller type='ide' index='0'/>",
      "unsupported configuration: IDE controllers are unsupported for this QEMU binary or machine type",
    ],
    [
      "s390",
      "<controller type='sata'/>",
      "unsupported configuration: SATA is not supported with this QEMU binary",
    ],
    ["q35", "<controller type='sata' index='3'/>", accepted],
    [
      "pc",
      "<controller type='scsi' model='buslogic'/>",
      "unsupported configuration: Unsupported controller model: buslogic",
    ],
    [
      "pc",
      "<controller type='scsi' model='ncr53c90'/>",
      "unsupported configuration: ncr53c90 SCSI controller is not a built-in for this machine",
    ],
    [
      "pc",
      "<controller type='scsi' model='ncr53c90' index='1'/>",
      "unsupported configuration: ncr53c90 can only be used as first SCSI controller",
    ],
    [
      "s390",
      "<controller type='scsi' model='lsilogic'/>",
      "unsupported configuration: This QEMU doesn't support the LSI 53C895A SCSI controller",
    ],
    [
      "s390",
      "<controller type='scsi' model='lsisas1068'/>",
      "unsupported configuration: This QEMU doesn't support the LSI SAS1068 (MPT Fusion) controller",
    ],
    [
      "s390",
      "<controller type='scsi' model='lsisas1078'/>",
      "unsupported configuration: This QEMU doesn't support the LSI SAS1078 (MegaRAID) controller",
    ],
    [
      "s390",
      "<controller type='scsi' model='vmpvscsi'/>",
      "unsupported configuration: This QEMU doesn't support the pvscsi (VMware paravirtual SCSI) controller",
    ],
    ["s390", "<controller type='scsi' model='am53c974'/>", accepted],
    ["s390", "<controller type='scsi' model='virtio-scsi'/>", accepted],
    [
      "pc",
      "<controller type='scsi' model='lsilogic'><driver><iothreads><iothread id='1'/></iothreads></driver></controller>",
      "unsupported configuration: iothreads are supported only by 'virtio-scsi' controllers",
    ],
    [
      "pc",
      "<iothreads>1</iothreads> | <controller type='virtio-serial'><driver iothread='1'/></controller>",
      "XML error: 'iothread' attribute only supported for virtio scsi controllers",
    ],
    [
      "pc",
      "<iothreads>1</iothreads> | <controller type='scsi' model='virtio-scsi'><driver iothread='1'/></controller>",
      accepted,
    ],
    [
      "pc",
      "<iothreads>1</iothreads> | <controller type='scsi' model='virtio-scsi'><driver iothread='1'/><address type='usb'/></controller>",
      "unsupported configuration: virtio-scsi IOThreads only available for virtio pci and virtio ccw controllers",
    ],
    [
      "pc",
      "<controller type='usb' model='qemu-xhci' ports='16'/>",
      "unsupported configuration: 'qemu-xhci' controller only supports up to '15' ports",
    ],
    ["pc", "<controller type='usb' model='qemu-xhci' ports='15'/>", accepted],
    [
      "pc",
      "<controller type='usb' model='nec-xhci' ports='16'/>",
      "unsupported configuration: 'nec-xhci' controller only supports up to '15' ports",
    ],
    [
      "pc",
      "<controller type='usb' model='qusb1'/>",
      "unsupported configuration: USB controller model type 'qusb1' or 'qusb2' is not supported in qemu",
    ],
    [
      "pc",
      "<controller type='scsi' index='2'/><controller type='scsi' index='2'/>",
      "XML error: Multiple 'scsi' controllers with index '2'",
    ],
    ["pc", "<controller type='virtio-serial' index='0'/><controller type='virtio-serial'/>", accepted],
    [
      "pc",
      "<controller type='virtio-serial' index='0'/><controller type='virtio-serial' index='0'/>",
      "XML error: Multiple 'virtio-serial' controllers with index '0'",
    ],
  ]);
});
