import { toUint32 } from "../../domain/number.ts";
import { dropValue, setValue } from "../../edit/values.ts";
import { attributeOf, firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

/** The port of the device takes devices while the guest runs. */
export function allowHotplug({ domain, values }: Site): Fix[] {
  const port = domain.definition.devices.find(
    ({ device }) => device.kind === "controller" && device.type === "pci" && device.index === values.bus,
  );
  const element = port && domain.reading.elements.get(port.device.id);
  const target = element && firstChild(element, "target");
  if (target === undefined || attributeOf(target, "hotplug") === undefined) return [];
  return fix(`Remove hotplug='off' from the port`, [dropValue(target, "hotplug")]);
}

/** libvirt takes the host device from its driver, and gives it back. */
export function manage({ device }: Site): Fix[] {
  return device === undefined
    ? []
    : fix("Write managed='yes'", [setValue(device, "managed", "yes", ["mode", "type"])]);
}

/** A decimal number among hexadecimal ones: the same number as the others are written, or the one that was meant. */
export function respellDecimal({ nodes: { element, attribute } }: Site): Fix[] {
  if (attribute === undefined) return [];
  const { name, value } = attribute;
  const read = toUint32(value, 0);
  if (read === undefined) return [];
  const same = `0x${read.toString(16).padStart(2, "0")}`;
  return [
    ...bestFix(`Write ${name}='${same}', as libvirt reads it`, [setValue(element, name, same)]),
    ...fix(`Write ${name}='0x${value}' instead, if hexadecimal was meant`, [
      setValue(element, name, `0x${value}`),
    ]),
  ];
}
