import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate host devices", () => {
  checkRecorded([
    [
      "q35",
      "<hostdev mode='subsystem' type='pci'><source><address bus='3'/></source><address type='usb'/></hostdev>",
      "internal error: PCI host devices must use 'pci' or 'unassigned' address type",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='pci'><source><address bus='3'/></source><address type='drive'/></hostdev>",
      "internal error: PCI host devices must use 'pci' or 'unassigned' address type",
    ],
    [
      "s390",
      "<hostdev mode='subsystem' type='pci'><source><address bus='3'/></source><address type='ccw'/></hostdev>",
      "internal error: PCI host devices must use 'pci' or 'unassigned' address type",
    ],
    [
      "q35",
      "<interface type='hostdev'><source><address type='pci' bus='3'/></source><address type='usb'/></interface>",
      "internal error: PCI host devices must use 'pci' or 'unassigned' address type",
    ],
    [
      "pc",
      "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source><address type='pci'/></hostdev>",
      "unsupported configuration: SCSI host device must use 'drive' address type",
    ],
    [
      "pc",
      "<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/><address type='usb'/></hostdev>",
      "unsupported configuration: SCSI_host host device must use 'pci' or 'ccw' address type",
    ],
    [
      "s390",
      "<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/><address type='ccw'/></hostdev>",
      accepted,
    ],
    [
      "pc",
      "<hostdev mode='subsystem' type='usb'><source><vendor id='1'/><product id='2'/></source><address type='pci'/></hostdev>",
      "unsupported configuration: USB host device must use 'usb' address type",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source><address type='drive'/></hostdev>",
      "XML error: Unsupported address type 'drive' with mediated device model 'vfio-pci'",
    ],
    [
      "s390",
      "<hostdev mode='subsystem' type='mdev' model='vfio-ccw'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source><address type='pci'/></hostdev>",
      "XML error: Unsupported address type 'pci' with mediated device model 'vfio-ccw'",
    ],
    [
      "s390",
      "<hostdev mode='subsystem' type='mdev' model='vfio-ccw'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source><address type='ccw'/></hostdev>",
      accepted,
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source><address type='unassigned'/></hostdev>",
      "XML error: Unsupported address type 'unassigned' with mediated device model 'vfio-pci'",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source><boot order='1'/></hostdev>",
      "unsupported configuration: booting from assigned devices is not supported by mediated devices of model vfio-pci",
    ],
    [
      "s390",
      "<hostdev mode='subsystem' type='mdev' model='vfio-ccw'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source><boot order='1'/></hostdev>",
      accepted,
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='mdev' model='vfio-ap'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source></hostdev>",
      "unsupported configuration: VFIO AP device assignment is not supported by this version of QEMU",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='mdev' model='vfio-ccw'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source></hostdev>",
      "unsupported configuration: VFIO CCW device assignment is not supported by this version of QEMU",
    ],
    [
      "s390",
      "<hostdev mode='subsystem' type='mdev' model='vfio-ap'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source></hostdev><hostdev mode='subsystem' type='mdev' model='vfio-ap'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dd'/></source></hostdev>",
      "unsupported configuration: Only one hostdev of model vfio-ap is supported",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/><boot order='1'/></hostdev>",
      "unsupported configuration: booting from assigned devices is not supported by vhost SCSI devices",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='pci'><source><address bus='3'/></source></hostdev><hostdev mode='subsystem' type='pci'><source><address bus='4'/></source></hostdev>",
      accepted,
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='pci'><source><address bus='3'/></source></hostdev><hostdev mode='subsystem' type='pci'><source><address bus='3'/></source></hostdev>",
      "XML error: Hostdev already exists in the domain configuration",
    ],
    [
      "q35",
      "<interface type='hostdev'><source><address type='pci' bus='3'/></source></interface><hostdev mode='subsystem' type='pci'><source><address bus='3'/></source></hostdev>",
      "XML error: Hostdev already exists in the domain configuration",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='usb'><source><vendor id='1'/><product id='2'/></source></hostdev><hostdev mode='subsystem' type='usb'><source><vendor id='1'/><product id='2'/></source></hostdev>",
      "XML error: Hostdev already exists in the domain configuration",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev><hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev>",
      "XML error: Hostdev already exists in the domain configuration",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev><hostdev mode='subsystem' type='usb'><source><address bus='1' device='3'/></source></hostdev>",
      accepted,
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev><hostdev mode='subsystem' type='usb'><source><vendor id='1'/><product id='2'/></source></hostdev>",
      accepted,
    ],
    [
      "pc",
      "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source></hostdev><hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source></hostdev>",
      "XML error: Hostdev already exists in the domain configuration",
    ],
    [
      "pc",
      "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source></hostdev><hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='1'/></source></hostdev>",
      accepted,
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source></hostdev><hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source></hostdev>",
      "XML error: Hostdev already exists in the domain configuration",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/></hostdev><hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/></hostdev>",
      "XML error: Hostdev already exists in the domain configuration",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/></hostdev><hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde1'/></hostdev>",
      accepted,
    ],
  ]);
});
