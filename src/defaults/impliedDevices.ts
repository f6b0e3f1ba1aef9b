import type { Input } from "../domain/device.ts";
import { isPpc64, type Target } from "../domain/target.ts";
import type { Draft } from "./draft.ts";

/**
 * Adds the devices that come with the machine, in libvirt's order (qemuDomainDefAddDefaultDevices and
 * qemuDomainDefAddDefaultAudioBackend, libvirt 11.3).
 */
export function addDefaultDevices(draft: Draft): void {
  addPs2Inputs(draft);
  addUsbController(draft);
  if (draft.target.row.sata) draft.addController("sata", 0);
  addPciRoot(draft);
  addMemballoon(draft);
  addUsbInputs(draft);
  addPanic(draft);
  addItcoWatchdog(draft);
  addIommu(draft);
  addAudio(draft);
}

function addPs2Inputs(draft: Draft): void {
  const { target, domain } = draft;
  if (!target.row.ps2 || !target.capabilities.has("DEVICE_I8042") || domain.features.ps2 === "off") return;
  for (const type of ["mouse", "keyboard"]) addInput(draft, type, "ps2");
}

/** libvirt looks at the bus as written: an input whose bus is still open does not count. */
function addInput(draft: Draft, type: string, bus: string): void {
  if (!hasInput(draft.list("input"), type, bus)) draft.add({ kind: "input", type, bus });
}

function hasInput(inputs: readonly Input[], type: string, bus: string): boolean {
  return inputs.some((input) => input.type === type && input.bus === bus);
}

function addUsbController(draft: Draft): void {
  const { row } = draft.target;
  if (row.usb === undefined || draft.controllers.find("usb", 0)) return;
  if (row.usb !== "xhci") {
    draft.addController("usb", 0, row.usb === "default" ? undefined : row.usb);
    return;
  }
  const model = q35UsbModel(draft.target);
  if (model === undefined) return;
  draft.addController("usb", 0, model);
  if (model === "ich9-ehci1") addUsb2Companions(draft);
}

function q35UsbModel({ capabilities }: Target): string | undefined {
  if (capabilities.has("DEVICE_QEMU_XHCI")) return "qemu-xhci";
  if (capabilities.has("NEC_USB_XHCI")) return "nec-xhci";
  return capabilities.has("ICH9_USB_EHCI1") ? "ich9-ehci1" : undefined;
}

function addUsb2Companions(draft: Draft): void {
  for (const [model, masterStartPort] of [
    ["ich9-uhci1", 0],
    ["ich9-uhci2", 2],
    ["ich9-uhci3", 4],
  ] as const) {
    draft.add({ kind: "controller", type: "usb", index: 0, model, masterStartPort, target: {} });
  }
}

/** The root model that the machine wants at PCI index 0, if any. */
export function rootModelOf(target: Target): "pci-root" | "pcie-root" | undefined {
  const isS390 = target.class === "s390" || target.class === "s390-ccw";
  return isS390 && !target.capabilities.has("DEVICE_ZPCI") ? undefined : target.row.root;
}

function addPciRoot(draft: Draft): void {
  const wanted = rootModelOf(draft.target);
  if (wanted === undefined) return;
  const known = draft.controllers.find("pci", 0);
  if (known === undefined) draft.addController("pci", 0, wanted);
  else if (known.model !== wanted) {
    const values = { wanted, model: known.model ?? "(null)" };
    draft.refuse("pci-root-model-mismatch", values, { device: known.id, part: "@model" });
  }
}

function addMemballoon(draft: Draft): void {
  if (draft.target.row.memballoon && draft.list("memballoon").length === 0) {
    draft.add({ kind: "memballoon", model: "virtio" });
  }
}

function addUsbInputs(draft: Draft): void {
  if (!isPpc64(draft.target) || draft.list("graphics").length === 0) return;
  const hasTablet = hasInput(draft.list("input"), "tablet", "usb");
  addInput(draft, "keyboard", "usb");
  if (!hasTablet) addInput(draft, "mouse", "usb");
}

function addPanic(draft: Draft): void {
  const model = draft.target.row.panic;
  if (model === undefined) return;
  const isThere = draft.list("panic").some((panic) => panic.model === undefined || panic.model === model);
  if (!isThere) draft.add({ kind: "panic" });
}

function addItcoWatchdog(draft: Draft): void {
  const watchdogs = draft.list("watchdog");
  if (!draft.target.row.itco || watchdogs.some((watchdog) => watchdog.model === "itco")) return;
  draft.add({ kind: "watchdog", model: "itco", action: watchdogs[0]?.action ?? "reset" });
}

function addIommu(draft: Draft): void {
  const { target, domain } = draft;
  if (target.class !== "q35" || domain.vcpus <= 255 || draft.list("iommu").length > 0) return;
  if (target.capabilities.has("DEVICE_INTEL_IOMMU"))
    draft.add({ kind: "iommu", model: "intel", driver: true });
}

/** The audio backend follows the last graphics that has a say; sdl alone leaves it to the daemon's environment. */
function addAudio(draft: Draft): void {
  if (draft.list("audio").length > 0) return;
  const graphics = draft.list("graphics");
  let type: string | undefined = graphics.length === 0 ? "none" : undefined;
  for (const { type: kind } of graphics) {
    if (kind === "vnc") type = "none";
    else if (kind === "spice") type = "spice";
    else if (kind === "sdl") type = undefined;
  }
  if (type !== undefined) draft.add({ kind: "audio", type });
}
