import { isUsb2 } from "../../defaults/indexes.ts";
import type { Controller, Device, Disk, Hostdev, Interface } from "../../domain/device.ts";
import { type PciPass, pciControllersOf } from "./pciDraft.ts";
import { assignUsb2 } from "./usb2.ts";

/**
 * Places everything that still wants an address, category by category in libvirt's order
 * (qemuDomainAssignDevicePCISlots, libvirt 11.3). In a dry run places are only taken.
 */
export function assignCategories(pass: PciPass): void {
  for (const category of categories) {
    for (const device of category(pass)) {
      if (!pass.wants(device)) continue;
      if (device.kind === "controller" && isUsb2(device)) assignUsb2(pass, device);
      else pass.assignNext(device, isRootPort(device) ? "pci-root-port-function" : "pci-lowest-free");
    }
  }
}

const categories: readonly ((pass: PciPass) => readonly Device[])[] = [
  (pass) => pciControllersOf(pass.draft).filter((device) => !isRoot(device)),
  (pass) => pass.draft.list("filesystem").filter((device) => device.driver !== "mtp"),
  (pass) =>
    pass.draft.list("interface").filter((device) => device.type !== "hostdev" && device.model !== "usb-net"),
  (pass) => pass.draft.list("sound").filter((device) => !["sb16", "pcspk", "usb"].includes(device.model)),
  (pass) => pass.draft.controllers.all().filter(isPciFunction),
  (pass) => virtioDisks(pass),
  (pass) => pass.draft.hostdevs.filter(isPciHostdev),
  (pass) => pass.draft.list("memballoon").filter((device) => device.model !== "none"),
  (pass) => pass.draft.list("rng"),
  (pass) => pass.draft.list("watchdog").filter((device) => device.model === "i6300esb"),
  (pass) => pass.draft.list("video").filter((device) => device.model !== "none" && device.model !== "ramfb"),
  (pass) => pass.draft.list("shmem"),
  (pass) => pass.draft.list("input").filter((device) => device.bus === "virtio"),
  (pass) => pass.draft.list("serial").filter((device) => device.targetType === "pci-serial"),
  (pass) => pass.draft.list("iommu").filter((device) => device.model === "virtio"),
  (pass) => pass.draft.list("vsock"),
  (pass) =>
    pass.draft.list("memory").filter((device) => ["virtio-pmem", "virtio-mem"].includes(device.model)),
  (pass) => pass.draft.list("crypto"),
  (pass) => pass.draft.list("panic").filter((device) => device.model === "pvpanic"),
  (pass) => pass.draft.list("pstore"),
];

function isRootPort(device: Device): boolean {
  return device.kind === "controller" && device.model === "pcie-root-port";
}

function isRoot(controller: Controller): boolean {
  return controller.model === "pci-root" || controller.model === "pcie-root";
}

/** Controllers other than PCI ones, without those that sit on no bus or on the chipset. */
function isPciFunction({ type, model, index }: Controller): boolean {
  if (type === "pci" || type === "fdc" || type === "ccid") return false;
  if (type === "ide") return index !== 0;
  if (type === "usb") return model !== "none";
  return !(type === "scsi" && model === "ncr53c90");
}

/** libvirt looks at the address type of virtio disks only here. */
function virtioDisks(pass: PciPass): Disk[] {
  const disks = pass.draft.disks.filter((disk) => disk.bus === "virtio");
  for (const disk of disks) {
    const type = disk.address?.type;
    const isFine =
      type === undefined ||
      type === "pci" ||
      type === "ccw" ||
      (type === "virtio-mmio" && pass.draft.target.capabilities.has("DEVICE_VIRTIO_MMIO"));
    if (!isFine && !pass.hasFailed(disk)) {
      pass.refuse(disk, { code: "virtio-disk-address-type", values: { type } }, "address@type");
    }
  }
  return disks;
}

/** Host devices that sit on PCI: pci, scsi_host, and mediated devices that VFIO shows as PCI. */
function isPciHostdev(device: Hostdev | Interface): boolean {
  if (device.kind === "interface") return device.host?.type !== "usb";
  if (device.mode !== "subsystem") return false;
  return (
    device.type === "pci" ||
    device.type === "scsi_host" ||
    (device.type === "mdev" && device.model === "vfio-pci")
  );
}
