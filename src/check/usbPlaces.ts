import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import { controllerAt, controllersOf, devicesOf, listOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** USB devices that work worse than their owner expects where they are. */
export function checkUsbPlaces(definition: Definition): Problem[] {
  return [
    ...checkHostDevices(definition),
    ...checkSlowBuses(definition),
    ...checkHubs(definition),
    ...checkGroups(definition),
  ];
}

/** What a host device or a redirected one is, nobody knows beforehand; many are USB 1. */
function checkHostDevices(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "usb");
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "usb" || (device.kind !== "hostdev" && device.kind !== "redirdev")) return [];
    const onBus = controllers.filter(({ index }) => index === address.bus);
    const master = onBus.find(({ model }) => model === "ich9-ehci1" || model === "ehci");
    if (master === undefined || onBus.length > 1) return [];
    const values = { model: master.model ?? "", bus: address.bus };
    const related = [{ device: master.id, part: "@model" }];
    return [problem("usb-ehci-no-companion", values, seatPlace(definition, device, "address@bus"), related)];
  });
}

/** USB 1 controllers: everything on them runs at 12 Mbit/s. */
const slow: ReadonlySet<string | undefined> = new Set([
  "piix3-uhci",
  "piix4-uhci",
  "vt82c686b-uhci",
  "pci-ohci",
]);

/** Disks on a controller that is slower than any disk. */
function checkSlowBuses(definition: Definition): Problem[] {
  return listOf(definition, "disk").flatMap((disk) => {
    if (disk.address?.type !== "usb" || disk.address.port.length > 1) return [];
    const controller = controllerAt(definition, "usb", disk.address.bus);
    if (controller === undefined || !slow.has(controller.model)) return [];
    const values = { model: controller.model ?? "" };
    const related = [{ device: controller.id, part: "@model" }];
    return [problem("usb-port-speed", values, seatPlace(definition, disk, "address@bus"), related)];
  });
}

/** QEMU's hub is a USB 1.1 one. */
function checkHubs(definition: Definition): Problem[] {
  return listOf(definition, "disk").flatMap((disk) => {
    if (disk.address?.type !== "usb" || disk.address.port.length < 2) return [];
    const values = { port: disk.address.port.join(".") };
    return [problem("usb-disk-behind-hub", values, seatPlace(definition, disk, "address@port"))];
  });
}

/** The ICH9 has its USB 2 controller and the companions in one slot, and guests expect them there. */
function checkGroups(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "usb").filter(({ model }) => model?.startsWith("ich9-"));
  return controllers.flatMap((companion) => {
    const master = controllers.find(
      ({ model, index }) => model === "ich9-ehci1" && index === companion.index,
    );
    if (master === undefined || master === companion || isSameSlot(master, companion)) return [];
    const related = [seatPlace(definition, master)];
    return [
      problem(
        "usb-companion-split",
        { index: companion.index ?? 0 },
        seatPlace(definition, companion),
        related,
      ),
    ];
  });
}

function isSameSlot({ address: one }: Controller, { address: other }: Controller): boolean {
  if (one?.type !== "pci" || other?.type !== "pci") return true;
  return one.bus === other.bus && one.slot === other.slot;
}
