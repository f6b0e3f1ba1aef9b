import type { Definition } from "../define/definition.ts";
import { pciControllerAt, seatPlace } from "./devices.ts";
import { type PciSlot, pciSlotsOf } from "./pciSlots.ts";
import { isPluggable } from "./pluggable.ts";
import { type Problem, problem } from "./problem.ts";

/** Devices that sit where they have to stay as long as the guest runs, although such devices come and go elsewhere. */
export function checkUnplug(definition: Definition): Problem[] {
  return pciSlotsOf(definition).flatMap((slot) => [
    ...checkSwitchedOff(definition, slot),
    ...checkShared(definition, slot),
  ]);
}

/** libvirt refuses to attach to and detach from a port with hotplug='off'. */
function checkSwitchedOff(definition: Definition, { bus, seats }: PciSlot): Problem[] {
  const controller = pciControllerAt(definition, bus);
  if (controller?.target.hotplug !== "off") return [];
  return seats
    .filter(({ device }) => isPluggable(device))
    .map(({ device }) =>
      problem("hotplug-off-port", { bus }, seatPlace(definition, device, "address@bus"), [
        { device: controller.id, part: "target@hotplug" },
      ]),
    );
}

/** libvirt never unplugs single functions. Functions of one host device belong together, so that nobody wants to. */
function checkShared(definition: Definition, { bus, slot, seats }: PciSlot): Problem[] {
  const [first, ...others] = seats.filter(({ device }) => isPluggable(device) && device.kind !== "hostdev");
  const second = others.find(({ address }) => address.function !== first?.address.function);
  if (first === undefined || second === undefined) return [];
  const values = { bus, slot: `0x${slot.toString(16).padStart(2, "0")}` };
  return [
    problem("multifunction-no-unplug", values, seatPlace(definition, first.device, "address@slot"), [
      seatPlace(definition, second.device, "address@slot"),
    ]),
  ];
}
