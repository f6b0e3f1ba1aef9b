import type { Draft } from "../../defaults/draft.ts";
import { walk } from "../../defaults/walk.ts";
import type { CharacterDevice, Controller, Device, DeviceId, Hostdev } from "../../domain/device.ts";
import { isX86 } from "../../domain/target.ts";
import { demand } from "./demands.ts";
import { numaNodesOf } from "./numa.ts";
import { controllerPlace, placesOf } from "./place.ts";

/**
 * What libvirt refuses while it fills in the defaults of one device; controllers have `refuseController`
 * (qemuDomainDeviceDefPostParse, libvirt 11.3).
 */
export function refuseDevice(draft: Draft, device: Device): void {
  if (device.kind === "hostdev") refuseHostdevMdev(draft, device);
  if (device.kind === "serial") refuseIsaDebug(draft, device);
}

/** Mediated devices of two models must be given an address of their own type. */
export function refuseHostdevMdev(draft: Draft, hostdev: Hostdev): void {
  const { model, type } = hostdev;
  if (type !== "mdev") return;
  if (model === "vfio-pci") demand(draft, hostdev, "mdev vfio-pci", { model });
  if (model === "vfio-ccw") demand(draft, hostdev, "mdev vfio-ccw", { model });
}

function refuseIsaDebug(draft: Draft, serial: CharacterDevice): void {
  if (serial.targetType !== "isa-debug" || isX86(draft.target)) return;
  draft.refuse("serial-isa-debug-arch", {}, { device: serial.id, part: "target@type" });
}

/**
 * What libvirt refuses while it fills in the defaults of one controller
 * (qemuDomainControllerDefPostParse and virDomainControllerDefPostParse, libvirt 11.3).
 */
export function refuseController(draft: Draft, controller: Controller): void {
  if (controller.type === "scsi") refuseScsi(draft, controller);
  if (controller.type === "usb") refuseUsb(draft, controller);
  if (controller.type === "pci") refusePci(draft, controller);
  if (controller.iothread && !isVirtioScsi(controller)) {
    draft.refuse("controller-iothread-type", {}, { device: controller.id, part: "driver@iothread" });
  }
}

/** The SCSI controllers of virtio's three models. */
export function isVirtioScsi({ type, model }: Controller): boolean {
  return (
    type === "scsi" && ["virtio-scsi", "virtio-transitional", "virtio-non-transitional"].includes(model ?? "")
  );
}

/** No default fits the machine (qemuDomainDefaultSCSIControllerModel, libvirt 11.3). */
export function refuseScsi(draft: Draft, controller: Controller): void {
  if (controller.model !== undefined) return;
  const index = controller.index ?? -1;
  draft.refuse("scsi-model-none", { index }, controllerPlace(draft, controller));
}

const mostXhciPorts = 15;

function refuseUsb(draft: Draft, controller: Controller): void {
  const { id, model, ports } = controller;
  if (model === "qusb1" || model === "qusb2") {
    draft.refuse("usb-qusb", { domainType: draft.domain.type }, { device: id, part: "@model" });
  }
  if ((model === "nec-xhci" || model === "qemu-xhci") && ports !== undefined && ports > mostXhciPorts) {
    draft.refuse("usb-xhci-ports", { model }, { device: id, part: "@ports" });
  }
}

function refusePci(draft: Draft, controller: Controller): void {
  const { id, model, index } = controller;
  const { target } = draft;
  const isRoot = model === "pci-root" || model === "pcie-root";
  if (isRoot && index !== undefined && index !== 0 && target.class !== "pseries") {
    draft.refuse("pci-root-index", {}, { device: id, part: "@index" });
  }
  if (model === "pci-expander-bus" && target.class !== "i440fx") {
    draft.refuse("pci-expander-machine", {}, { device: id, part: "@model" });
  }
  if (model === "pcie-expander-bus" && target.class !== "q35" && target.class !== "arm-virt") {
    draft.refuse("pcie-expander-machine", {}, { device: id, part: "@model" });
  }
  refuseNumaNode(draft, controller);
}

/** Whatever the model: whether it may name a node at all is looked at later. */
function refuseNumaNode(draft: Draft, controller: Controller): void {
  const { id, model = "(null)", index = -1 } = controller;
  const { node } = controller.target;
  const count = numaNodesOf(draft);
  if (node === undefined || node < count) return;
  draft.refuse(
    "controller-numa-node-missing",
    { model, index, node, count },
    { device: id, part: "target/node" },
  );
}

/** Two controllers of one type and index; USB has rules of its own (virDomainDefRejectDuplicateControllers, libvirt 11.3). */
export function refuseDuplicateControllers(draft: Draft): void {
  const known = new Map<string, Controller>();
  for (const controller of draft.controllers.all()) {
    const { id, type, index } = controller;
    if (type === "usb" || index === undefined) continue;
    const first = known.get(`${type} ${index}`);
    if (first === undefined) known.set(`${type} ${index}`, controller);
    else {
      const related = placesOf(draft, [first]);
      draft.refuse("controller-duplicate-index", { type, index }, { device: id, part: "@index" }, related);
    }
  }
}

/** Two panic devices of one model (virDomainDefRejectDuplicatePanics, libvirt 11.3). */
export function refuseDuplicatePanics(draft: Draft): void {
  const known = new Map<string, Device>();
  for (const panic of draft.list("panic")) {
    const model = panic.model ?? "default";
    const first = known.get(model);
    if (first === undefined) known.set(model, panic);
    else draft.refuse("panic-duplicate", { model }, { device: panic.id }, placesOf(draft, [first]));
  }
}

/**
 * Boot orders must differ, and stand instead of `<os><boot>` (virDomainDefBootOrderPostParse, libvirt 11.3). The order
 * is compared as a number: 01 is 1.
 */
export function refuseBootOrder(draft: Draft): void {
  const known = new Map<number, DeviceId>();
  for (const { id, bootOrder } of walk(draft)) {
    const order = Number(bootOrder ?? Number.NaN);
    if (!Number.isInteger(order)) continue;
    const first = known.get(order);
    if (first === undefined) known.set(order, id);
    else draft.refuse("boot-order-duplicate", { order }, bootPlace(id), [bootPlace(first)]);
  }
  const [first] = known.values();
  if (draft.domain.os.boot.length === 0 || first === undefined) return;
  draft.refuse("boot-dev-and-order", {}, bootPlace(first), [{ part: "os/boot" }]);
}

function bootPlace(device: DeviceId) {
  return { device, part: "boot@order" };
}
