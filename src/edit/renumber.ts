import type { AddressType } from "../domain/address.ts";
import type { Controller, Device, DeviceId } from "../domain/device.ts";
import type { Reading } from "../domain/reading.ts";
import { valueOf as attributeValue, firstChild } from "../xml/document.ts";
import { type Change, joinChanges } from "./change.ts";
import type { EditContext } from "./context.ts";
import { spell } from "./spelling.ts";
import { setValue } from "./values.ts";

/** How addresses name the controller they lean on, by the type of the controller. */
const namedBy: Readonly<
  Record<string, { readonly type: AddressType; readonly attribute: string; readonly base: 0 | 10 }>
> = {
  pci: { type: "pci", attribute: "bus", base: 0 },
  usb: { type: "usb", attribute: "bus", base: 10 },
  "virtio-serial": { type: "virtio-serial", attribute: "controller", base: 10 },
  ccid: { type: "ccid", attribute: "controller", base: 10 },
  scsi: { type: "drive", attribute: "controller", base: 10 },
  sata: { type: "drive", attribute: "controller", base: 10 },
  ide: { type: "drive", attribute: "controller", base: 10 },
  fdc: { type: "drive", attribute: "controller", base: 10 },
};

/** The devices of the file whose written address names a controller of this type and index, the controller left out. */
export function usersOf({ domain }: Reading, { id, type, index = 0 }: Controller): Device[] {
  return domain.devices.filter((device) => {
    const { address } = device;
    if (device.id === id || address === undefined || address.type !== namedBy[type]?.type) return false;
    if (address.type === "drive") return address.controller === index && driveTypeOf(device) === type;
    const named: Readonly<Record<string, unknown>> = { ...address };
    return named[namedBy[type]?.attribute ?? ""] === index;
  });
}

/** The changes that give a controller another index, in the addresses of these users too. */
export function renumber(
  { reading, samples }: EditContext,
  controller: Controller,
  index: number,
  users: readonly Device[],
): Change[] {
  const element = reading.elements.get(controller.id);
  const naming = namedBy[controller.type];
  if (element === undefined || naming === undefined) return [];
  const attribute = { base: naming.base, digits: naming.base === 10 ? ("decimal" as const) : 2 };
  const changeOf = (id: DeviceId): Change[] => {
    const user = reading.elements.get(id);
    const address = user && firstChild(user, "address");
    if (address === undefined) return [];
    const own = attributeValue(address, naming.attribute);
    const habit = own === undefined ? (samples.get(`${naming.type}@${naming.attribute}`) ?? []) : [own];
    return [
      setValue(address, naming.attribute, spell(index, attribute, habit), ["type", "domain", "controller"]),
    ];
  };
  return joinChanges([
    setValue(element, "index", String(index), ["type"]),
    ...users.flatMap(({ id }) => changeOf(id)),
  ]);
}

function driveTypeOf(device: Device): string | undefined {
  if (device.kind === "disk") return device.bus;
  return device.kind === "hostdev" ? "scsi" : undefined;
}
