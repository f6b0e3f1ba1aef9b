import { scsiModelOf } from "../catalog/scsiModels.ts";
import type { Definition } from "../define/definition.ts";
import type { DriveAddress } from "../domain/address.ts";
import type { Controller, Disk } from "../domain/device.ts";
import { controllerAt, controllersOf, isWritten, listOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** A disk on a SCSI or SATA controller. */
interface Seat {
  readonly disk: Disk;
  readonly address: DriveAddress;
  readonly controller: Controller;
}

/** Disks that make libvirt add controllers their owner may not expect, and units that guests do not find. */
export function checkDiskControllers(definition: Definition): Problem[] {
  const seats = seatsOf(definition);
  return [
    ...checkAdded(definition, seats),
    ...checkOwnIds(definition, seats),
    ...checkLuns(definition, seats),
  ];
}

function seatsOf(definition: Definition): Seat[] {
  return listOf(definition, "disk").flatMap((disk) => {
    const { address, bus } = disk;
    if (address?.type !== "drive" || (bus !== "scsi" && bus !== "sata")) return [];
    const controller = controllerAt(definition, bus, address.controller);
    return controller ? [{ disk, address, controller }] : [];
  });
}

/** The first disk on each added controller after the first is told. */
function checkAdded(definition: Definition, seats: readonly Seat[]): Problem[] {
  const told = new Set<number>();
  const used = new Set(seats.map((seat) => seat.controller));
  return seats.flatMap(({ disk, address, controller }) => {
    if (isWritten(definition, controller) || controller.index === 0 || told.has(controller.id)) return [];
    told.add(controller.id);
    const siblings = controllersOf(definition, controller.type);
    const other = siblings.find((one) => isWritten(definition, one) && one.model !== controller.model);
    const empty = siblings.filter((one) => !isOnBoard(one) && !isWritten(definition, one) && !used.has(one));
    const values = {
      type: controller.type,
      index: address.controller,
      model: controller.model ?? controller.type,
      otherModel: other?.model ?? controller.type,
      empty: empty.length,
    };
    const place = seatPlace(definition, disk, "address@controller");
    if (controller.type === "scsi" && other) {
      return [problem("scsi-spill-other-model", values, place, [{ device: other.id, part: "@model" }])];
    }
    if (empty.length > 0) return [problem("drive-controller-gap", values, place)];
    return [problem("drive-next-controller", values, place)];
  });
}

/** The first SATA controller is part of the boards that have SATA. */
function isOnBoard({ type, index }: Controller): boolean {
  return type === "sata" && index === 0;
}

/** Narrow controllers sit on their own bus; guests may not look at their id. */
function checkOwnIds(definition: Definition, seats: readonly Seat[]): Problem[] {
  return seats.flatMap(({ disk, address, controller }) => {
    const { reservedUnit } = scsiModelOf(controller.model);
    if (controller.model !== "lsilogic" || address.unit !== reservedUnit) return [];
    const values = { unit: address.unit, model: controller.model };
    return [problem("scsi-own-id", values, seatPlace(definition, disk, "address@unit"))];
  });
}

/** Guests ask unit 0 of a target first, and most pass over the target where nobody answers. */
function checkLuns(definition: Definition, seats: readonly Seat[]): Problem[] {
  const wide = seats.filter(({ controller: { model } }) => model?.startsWith("virtio"));
  const keyOf = ({ address }: Seat) => `${address.controller}:${address.target}`;
  const answered = new Set(wide.filter(({ address }) => address.unit === 0).map(keyOf));
  return wide
    .filter((seat) => !answered.has(keyOf(seat)) && definition.domain.devices[seat.disk.id]?.address)
    .map(({ disk, address }) =>
      problem(
        "scsi-target-without-unit-0",
        { target: address.target },
        seatPlace(definition, disk, "address@unit"),
      ),
    );
}
