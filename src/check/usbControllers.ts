import { binaryOf } from "../catalog/binaries.ts";
import { unpluggableDevices } from "../catalog/boardDevices.ts";
import { capabilityOfUsbModel } from "../catalog/usbCapabilities.ts";
import { usbModels } from "../catalog/usbModels.ts";
import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import { isS390, lacks, type Target } from "../domain/target.ts";
import { controllersOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** USB controllers that libvirt takes at define and refuses when it builds QEMU's command line. */
export function checkUsbControllers(definition: Definition): Problem[] {
  return controllersOf(definition, "usb").flatMap((controller) => [
    ...checkModel(definition, controller),
    ...checkPorts(controller),
  ]);
}

/** A controller that is part of a south bridge. */
const southBridge = { model: "vt82c686b-uhci", driver: "vt82c686b-usb-uhci" };

function checkModel({ target }: Definition, { id, model }: Controller): Problem[] {
  if (model === undefined) {
    // On s390x libvirt leaves a USB controller without model out.
    return isS390(target) ? [] : [problem("usb-model-missing", {}, { device: id, part: "@model" })];
  }
  const binary = binaryOf(target.arch) ?? "none";
  if (model === southBridge.model && unpluggableDevices[southBridge.driver]?.includes(binary)) {
    const values = { driver: southBridge.driver, arch: target.arch };
    return [problem("qemu-device-unpluggable", values, { device: id, part: "@model" })];
  }
  if (isOffered(target, model)) return [];
  return [problem("usb-model-unsupported", { model }, { device: id, part: "@model" })];
}

function isOffered(target: Target, model: string): boolean {
  const capability = capabilityOfUsbModel[model];
  return capability === undefined || !lacks(target, capability);
}

/** Only xHCI controllers have a number of ports that can be chosen; QEMU never sees a controller that is none. */
function checkPorts({ id, model, ports }: Controller): Problem[] {
  if (ports === undefined || model === undefined || model === "none" || usbModels[model]?.takesPorts)
    return [];
  return [problem("usb-ports-attribute-model", { model, ports }, { device: id, part: "@ports" })];
}
