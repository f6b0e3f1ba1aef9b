import { qemuNics } from "./qemuNics.ts";

const others: ReadonlySet<string> = new Set(
  (
    "AC97 ES1370 VGA ahci am53c974 ati-vga bochs-display cirrus-vga dc390 edu i6300esb ich9-ahci ich9-intel-hda " +
    "ich9-usb-ehci1 ich9-usb-uhci1 ich9-usb-uhci2 ich9-usb-uhci3 intel-hda ioh3420 ivshmem-doorbell ivshmem-plain lsi " +
    "lsi53c895a megasas megasas-gen2 mptsas1068 nec-usb-xhci nvme pci-bridge pci-ohci pcie-pci-bridge pcie-root-port " +
    "piix3-usb-uhci pvscsi pxb pxb-pcie qemu-xhci qxl qxl-vga secondary-vga usb-ehci virtio-blk virtio-gpu " +
    "virtio-gpu-gl virtio-balloon virtio-rng virtio-scsi virtio-serial virtio-vga virtio-vga-gl vmware-svga x3130-upstream"
  ).split(" "),
);

/** Whether a device of QEMU 10.0 for x86 sits on PCI, by its own name or its alias (`-device help`). */
export function isQemuPciDriver(driver: string): boolean {
  if (/-pci(-transitional|-non-transitional)?$/.test(driver)) return true;
  return others.has(driver) || (driver !== "usb-net" && qemuNics.x86?.has(driver) === true);
}
