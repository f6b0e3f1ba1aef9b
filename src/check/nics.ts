import { binaryOf } from "../catalog/binaries.ts";
import { unpluggableDevices } from "../catalog/boardDevices.ts";
import { nicsOffPci, qemuNics } from "../catalog/qemuNics.ts";
import type { Definition } from "../define/definition.ts";
import type { Interface } from "../domain/device.ts";
import { listOf, pciControllerAt } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Network cards that libvirt hands to QEMU under names that QEMU does not know, or not for this place. */
export function checkNics(definition: Definition): Problem[] {
  return listOf(definition, "interface").flatMap((nic) => checkNic(definition, nic));
}

/** Boards that have network cards of their own take other names, and such cards have no address. */
function checkNic(definition: Definition, { id, type, model, address }: Interface): Problem[] {
  const { arch } = definition.target;
  const binary = binaryOf(arch) ?? "none";
  const known = qemuNics[binary];
  if (model === undefined || type === "hostdev" || address === undefined || known === undefined) return [];
  if (known.has(model)) return [];
  const place = { device: id, part: "model@type" };
  const values = { driver: model, arch };
  if (unpluggableDevices[model]?.includes(binary)) return [problem("qemu-device-unpluggable", values, place)];
  if (!nicsOffPci[model]?.includes(binary)) return [problem("qemu-device-missing", values, place)];
  if (address.type !== "pci") return [];
  const controller = pciControllerAt(definition, address.bus)?.model ?? "";
  const isExpress = controller.startsWith("pcie-") && controller !== "pcie-to-pci-bridge";
  return [problem("nic-off-pci", { ...values, bus: isExpress ? "PCIE" : "PCI" }, place)];
}
