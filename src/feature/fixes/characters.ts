import type { CharacterDevice } from "../../domain/device.ts";
import { type Change, joinChanges, type Markup } from "../../edit/change.ts";
import { unpin } from "../../edit/unpin.ts";
import { dropElement, setValue } from "../../edit/values.ts";
import { attributeOf, firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";
import { addPart } from "./parts.ts";

/** The target that libvirt takes for the machine where none is written. */
export function usualSerial({ device }: Site): Fix[] {
  const target = device && firstChild(device, "target");
  if (device === undefined || target === undefined) return [];
  const changes = dropElement(target);
  return [
    {
      title: "Remove <target>, and let libvirt choose what the machine has",
      preferred: true,
      ways: [changes, joinChanges([...changes, ...unpin([device])])],
    },
  ];
}

/** The target type that goes with the model. */
export function typeOfModel({ device, values }: Site): Fix[] {
  const target = device && firstChild(device, "target");
  if (device === undefined || target === undefined) return [];
  const type = String(values.targetType);
  const changes = [setValue(target, "type", type)];
  return [
    {
      title: `Use type='${type}'`,
      preferred: true,
      ways: [changes, joinChanges([...changes, ...unpin([device])])],
    },
  ];
}

/** A board has four ISA ports; a port on PCI takes what is too much. */
export function serialOnPci({ device }: Site): Fix[] {
  if (device === undefined) return [];
  const target = firstChild(device, "target");
  const markup: Markup = { name: "target", attributes: [["type", "pci-serial"]] };
  const changes: Change[] = target
    ? [{ element: device, replaced: [{ child: target, by: markup }] }]
    : addPart(device, markup);
  return bestFix("Use target type='pci-serial'", joinChanges([...changes, ...unpin([device])]));
}

/** The lowest number of a board's ISA ports that no other serial port has. */
export function freeSerialNumber({ domain, device, values }: Site): Fix[] {
  const target = device && firstChild(device, "target");
  const port = target && attributeOf(target, "port");
  if (target === undefined || port === undefined) return [];
  const taken = new Set(
    domain.definition.devices.map(({ device: other }) =>
      other.kind === "serial" ? other.targetPort : undefined,
    ),
  );
  const numbers = Array.from({ length: Number(values.last) + 1 }, (_, number) => number);
  const free = numbers.find((number) => !taken.has(number));
  return free === undefined ? [] : bestFix(`Use number ${free}`, [setValue(target, "port", `${free}`)]);
}

/** A name that no other channel has: the number at its end goes up. */
export function renameChannel({ domain, device }: Site): Fix[] {
  const target = device && firstChild(device, "target");
  const name = target && attributeOf(target, "name")?.value;
  if (target === undefined || name === undefined) return [];
  const channels = domain.reading.domain.devices.filter(
    (other): other is CharacterDevice => other.kind === "channel",
  );
  const taken = new Set(channels.map(({ targetName }) => targetName));
  const [, stem = name, digits] = /^(.*?)(\d+)$/.exec(name) ?? [];
  let number = digits === undefined ? 1 : Number(digits) + 1;
  const join = digits === undefined ? "." : "";
  while (taken.has(`${stem}${join}${number}`)) number++;
  const free = `${stem}${join}${number}`;
  return fix(`Call it ${free}`, [setValue(target, "name", free)]);
}
