import { type ConnectFlags, connect } from "../../catalog/connectFlags.ts";
import { isPciControllerModel, pciControllers } from "../../catalog/pciControllers.ts";
import { conventionalNics } from "../../catalog/vocabulary.ts";
import type { Draft } from "../../defaults/draft.ts";
import { isEmptyPci } from "../../domain/address.ts";
import type {
  Controller,
  Device,
  Disk,
  Filesystem,
  Hostdev,
  HostSource,
  Interface,
} from "../../domain/device.ts";
import type { Target } from "../../domain/target.ts";

/**
 * What the devices of one domain need of a PCI bus. Three answers cover nearly all: native (Express where the domain
 * has a pcie-root), virtio, and conventional (qemuDomainDeviceCalculatePCIConnectFlags, libvirt 11.3).
 */
export class PciNeeds {
  readonly hasPcieRoot: boolean;
  readonly #target: Target;
  readonly #native: ConnectFlags;
  readonly #virtio: ConnectFlags;

  constructor(target: Target, root: Controller | undefined) {
    this.#target = target;
    this.hasPcieRoot = root?.model === "pcie-root";
    this.#native = this.hasPcieRoot ? express : conventional;
    this.#virtio = target.capabilities.has("VIRTIO_PCI_TRANSITIONAL") ? this.#native : conventional;
  }

  static of(draft: Draft): PciNeeds {
    return new PciNeeds(draft.target, draft.controllers.find("pci", 0));
  }

  /** What one device needs; 0 for a device that never sits on PCI. */
  of(device: Device): ConnectFlags {
    switch (device.kind) {
      case "controller":
        return this.#ofController(device);
      case "disk":
        return this.#ofDisk(device);
      case "interface":
        return device.type === "hostdev"
          ? this.#ofHostSource(device, device.host)
          : this.#ofInterface(device);
      case "hostdev":
        return device.mode === "subsystem"
          ? this.#ofHostSource(device, device.host ?? bareSource(device))
          : 0;
      case "filesystem":
        return this.#ofFilesystem(device);
      case "input":
        return device.bus === "virtio" ? this.#ofVirtioModel(device.model) : 0;
      case "memballoon":
      case "rng":
      case "vsock":
        return isVirtioModel(device.model) ? this.#ofVirtioModel(device.model) : 0;
      case "sound":
        if (device.model === "virtio") return this.#virtio;
        return ["es1370", "ac97", "ich6", "ich9"].includes(device.model) ? conventional : 0;
      case "video":
        return this.#ofVideo(device.model);
      case "watchdog":
        return device.model === "i6300esb" ? conventional : 0;
      case "serial":
        return device.targetType === "pci-serial" ? conventional : 0;
      case "iommu":
        return device.model === "virtio" ? this.#virtio | connect.INTEGRATED : 0;
      case "memory":
        return device.model === "virtio-pmem" || device.model === "virtio-mem" ? this.#virtio : 0;
      case "panic":
        return device.model === "pvpanic" ? conventional | connect.INTEGRATED : 0;
      case "crypto":
      case "shmem":
      case "pstore":
        return conventional;
      default:
        return 0;
    }
  }

  /** virtio-transitional devices are conventional, every other flavour follows the machine. */
  #ofVirtioModel(model: string | undefined): ConnectFlags {
    return model === "virtio-transitional" ? conventional : this.#virtio;
  }

  #ofController(device: Controller): ConnectFlags {
    const { type, model } = device;
    if (type === "pci") return isPciControllerModel(model) ? pciControllers[model].needs : 0;
    if (type === "ide" || type === "sata") return conventional;
    if (type === "virtio-serial") return this.#ofVirtioModel(model);
    if (type === "usb") {
      if (model === "nec-xhci" || model === "qemu-xhci") return this.#native;
      return model === "none" || model === "qusb1" || model === "qusb2" ? 0 : conventional;
    }
    if (type !== "scsi" || model === "ncr53c90") return 0;
    return model === "virtio-scsi" || model === "virtio-non-transitional" ? this.#virtio : conventional;
  }

  #ofDisk(disk: Disk): ConnectFlags {
    return disk.bus === "virtio" ? this.#ofVirtioModel(disk.model) : 0;
  }

  #ofInterface({ model = "" }: Interface): ConnectFlags {
    if (model === "usb-net") return 0;
    if (isVirtioModel(model)) return this.#ofVirtioModel(model);
    return conventionalNics.includes(model) ? conventional : this.#native;
  }

  #ofFilesystem({ driver, model }: Filesystem): ConnectFlags {
    if (driver === undefined || driver === "path" || driver === "handle") return this.#ofVirtioModel(model);
    return driver === "virtiofs" ? this.#virtio : 0;
  }

  #ofVideo(model: string | undefined): ConnectFlags {
    if (model === "virtio") return this.#virtio;
    if (model === "bochs") return this.#native;
    return conventionalVideos.has(model) ? conventional : 0;
  }

  #ofHostSource(device: Hostdev | Interface, host: HostSource | undefined): ConnectFlags {
    if (host === undefined || !hostTypes.has(host.type)) return 0;
    if (!this.hasPcieRoot) return conventional;
    if (device.address?.type === "pci" && !isEmptyPci(device.address)) return this.#native;
    if (host.type === "scsi_host")
      return device.model === "virtio-transitional" ? conventional : this.#virtio;
    return host.type === "pci" && this.#isConventionalHost(host) ? conventional : this.#native;
  }

  /** A host device that nobody told us about does not exist on this host, and counts as Express. */
  #isConventionalHost({ address }: Extract<HostSource, { type: "pci" }>): boolean {
    const device = this.#target.host.pciDevices.find(
      ({ address: other }) =>
        other.domain === address.domain &&
        other.bus === address.bus &&
        other.slot === address.slot &&
        other.function === address.function,
    );
    return device !== undefined && !device.pciExpress;
  }
}

const conventional: ConnectFlags = connect.PCI | connect.AUTO;
const express: ConnectFlags = connect.PCIE | connect.AUTO;

const hostTypes: ReadonlySet<string> = new Set(["pci", "scsi_host", "mdev"]);

/** A host device whose source could not be read still is what its type says. */
function bareSource(device: Hostdev): HostSource | undefined {
  if (device.type === "mdev" || device.type === "scsi_host") return { type: device.type };
  return device.type === "pci"
    ? { type: "pci", address: { domain: 0, bus: 0, slot: 0, function: 0 } }
    : undefined;
}

const conventionalVideos: ReadonlySet<string | undefined> = new Set([
  "vga",
  "cirrus",
  "vmvga",
  "xen",
  "vbox",
  "qxl",
  "parallels",
]);

/** Whether a model name is one of the three virtio flavours. */
export function isVirtioModel(model: string | undefined): boolean {
  return model === "virtio" || model === "virtio-transitional" || model === "virtio-non-transitional";
}
