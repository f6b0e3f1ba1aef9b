import { toUint32 } from "../../domain/number.ts";
import { setValue } from "../../edit/values.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

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
