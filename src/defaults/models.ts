import type { Capability } from "../catalog/capabilities.ts";
import type { CharacterDevice, Controller, Device, Disk, Input, Interface } from "../domain/device.ts";
import { hasBuiltinEsp, isArm, isPpc64, isS390, isX86, type Target } from "../domain/target.ts";

/**
 * Fills in the model, bus and target type of one device, as far as they are open and QEMU's driver knows a default
 * (qemuDomainDeviceDefPostParse, libvirt 11.3).
 */
export function fillModel(device: Device, target: Target, domainType: string): void {
  fillCommon(device, target, domainType);
  switch (device.kind) {
    case "interface":
      setModel(device, interfaceModel(device, target));
      break;
    case "video":
      setModel(device, videoModel(target));
      break;
    case "controller":
      fillController(device, target);
      break;
    case "serial":
      fillSerialTarget(device, target);
      break;
    case "panic":
      setModel(device, panicModel(target));
      break;
    case "vsock":
      device.model ??= "virtio";
      break;
    case "tpm":
      device.model ??= isPpc64(target) ? "tpm-spapr" : "tpm-tis";
      break;
  }
}

/** The defaults that every driver of libvirt shares (virDomainDeviceDefPostParse, libvirt 11.3). */
export function fillCommon(device: Device, target: Target, domainType: string): void {
  if (device.kind === "disk") fillDiskBus(device);
  if (device.kind === "console") device.targetType ??= "serial";
  if (device.kind === "input") device.bus ??= inputBus(device, target, domainType);
}

/** A default that stays open leaves the device without a model. */
function setModel(device: { model?: string }, model: string | undefined): void {
  if (model !== undefined) device.model ??= model;
}

const busOfPrefix = [
  ["hd", "ide"],
  ["sd", "scsi"],
  ["vd", "virtio"],
  ["xvd", "xen"],
  ["ubd", "uml"],
] as const;

/** A disk without bus: floppies on fdc, the rest by target name, ide as the last resort. */
function fillDiskBus(disk: Disk): void {
  if (disk.target?.startsWith("ioemu:")) disk.target = disk.target.slice("ioemu:".length);
  if (disk.bus !== undefined) return;
  const name = disk.target ?? "";
  disk.bus =
    disk.device === "floppy"
      ? "fdc"
      : (busOfPrefix.find(([prefix]) => name.startsWith(prefix))?.[1] ?? "ide");
}

function interfaceModel(device: Interface, target: Target): string | undefined {
  if (device.type === "hostdev") return undefined;
  if (device.type === "vdpa" || device.type === "vhostuser") return "virtio";
  if (isS390(target) || ["arm-virt", "loongarch-virt", "riscv-virt"].includes(target.class)) return "virtio";
  if (target.class === "versatilepb") return "scm91c111";
  if (isArm(target)) return "lan9118";
  const offered: readonly (readonly [Capability, string])[] = [
    ["RTL8139", "rtl8139"],
    ["E1000", "e1000"],
    ["VIRTIO_NET", "virtio"],
  ];
  return offered.find(([capability]) => target.capabilities.has(capability))?.[1] ?? "rtl8139";
}

/** The model of a video that names none (qemuDomainDefaultVideoDevice, libvirt 11.3). */
export function videoModel(target: Target): string | undefined {
  if (isPpc64(target)) return "vga";
  if (isS390(target) || ["arm-virt", "loongarch-virt", "riscv-virt"].includes(target.class)) return "virtio";
  if (target.capabilities.has("CIRRUS_VGA")) return "cirrus";
  return target.capabilities.has("VGA") ? "vga" : undefined;
}

function fillController(controller: Controller, target: Target): void {
  if (controller.type === "scsi") fillScsiModel(controller, target);
  if (controller.type === "usb" && controller.model === undefined) {
    const model = usbModel(controller, target);
    if (model !== undefined) controller.model = model;
  }
}

/** Fills the model of a SCSI controller that has none or `auto` (qemuDomainDefaultSCSIControllerModel, libvirt 11.3). */
export function fillScsiModel(controller: Controller, target: Target): void {
  if (controller.model !== undefined && controller.model !== "auto") return;
  const model = scsiModel(target);
  if (model === undefined) delete controller.model;
  else controller.model = model;
}

function scsiModel(target: Target): string | undefined {
  if (target.class === "pseries") return "ibmvscsi";
  if (isS390(target) || target.class === "loongarch-virt") return "virtio-scsi";
  if (target.capabilities.has("SCSI_LSI")) return "lsilogic";
  if (target.capabilities.has("VIRTIO_SCSI")) return "virtio-scsi";
  return hasBuiltinEsp(target) ? "ncr53c90" : undefined;
}

/** The model of a USB controller that names none (qemuDomainDefaultUSBControllerModel, libvirt 11.3). */
function usbModel(controller: Controller, target: Target): string | undefined {
  const { capabilities } = target;
  const first = (models: readonly (readonly [Capability, string])[]) =>
    models.find(([capability]) => capabilities.has(capability))?.[1];
  const xhci = [
    ["DEVICE_QEMU_XHCI", "qemu-xhci"],
    ["NEC_USB_XHCI", "nec-xhci"],
  ] as const;
  const ohci = [["PCI_OHCI", "pci-ohci"]] as const;
  if (isPpc64(target)) return first(target.newGuest ? [...xhci, ...ohci] : ohci);
  const general = first([["PIIX3_USB_UHCI", "piix3-uhci"], ...(isX86(target) ? [] : ohci)]);
  if (isS390(target)) return controller.address || controller.unreadableAddress ? general : "none";
  if (target.arch === "aarch64") return first(xhci) ?? general;
  if (target.arch === "loongarch64") return first(xhci.slice(0, 1)) ?? general;
  return general;
}

/** isa-serial is libvirt's historic word for "the machine's own serial port". */
function fillSerialTarget(serial: CharacterDevice, target: Target): void {
  if (serial.targetType === undefined || serial.targetType === "isa-serial") {
    const type = serialType(target);
    if (type === undefined) delete serial.targetType;
    else serial.targetType = type;
  }
  const model = serialModel(serial.targetType, target);
  if (model !== undefined) serial.targetModel ??= model;
}

function serialType(target: Target): string | undefined {
  if (isX86(target)) return "isa-serial";
  if (target.class === "pseries") return "spapr-vio-serial";
  if (["arm-virt", "loongarch-virt", "riscv-virt"].includes(target.class)) return "system-serial";
  return isS390(target) ? "sclp-serial" : undefined;
}

const serialModels: Readonly<Record<string, string>> = {
  "isa-serial": "isa-serial",
  "usb-serial": "usb-serial",
  "pci-serial": "pci-serial",
  "isa-debug": "isa-debugcon",
  "spapr-vio-serial": "spapr-vty",
  "sclp-serial": "sclpconsole",
};

function serialModel(type: string | undefined, target: Target): string | undefined {
  if (type !== "system-serial") return type === undefined ? undefined : serialModels[type];
  if (target.class === "arm-virt") return "pl011";
  return target.class === "riscv-virt" || target.class === "loongarch-virt" ? "16550a" : undefined;
}

function inputBus(input: Input, target: Target, domainType: string): string {
  if ((input.type === "mouse" || input.type === "keyboard") && isX86(target)) {
    return domainType === "xen" ? "xen" : "ps2";
  }
  if (isS390(target) || input.type === "passthrough") return "virtio";
  return input.type === "evdev" ? "none" : "usb";
}

function panicModel(target: Target): string | undefined {
  if (target.class === "pseries") return "pseries";
  if (isS390(target)) return "s390";
  if (isX86(target)) return "isa";
  return target.class === "arm-virt" ? "pvpanic" : undefined;
}
