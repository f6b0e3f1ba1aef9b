import { toUint32 } from "../../domain/number.ts";
import { dropElement, setValue } from "../../edit/values.ts";
import { valueOf as attributeValue, type Element } from "../../xml/document.ts";
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

/** What the schema wants: the number in another spelling, the attribute that libvirt takes for 0, or no such element. */
export function respellForSchema({ nodes: { element, attribute }, values }: Site): Fix[] {
  const { name = "", value = "" } = values;
  if (attribute !== undefined) return respellings(element, attribute.name, attribute.value);
  if (String(value).includes(" in ")) return bestFix(`Remove this <${element.name}>`, dropElement(element));
  if (!countedFromZero.has(String(name))) return [];
  return bestFix(`Write ${name}='0', as libvirt reads it`, [setValue(element, String(name), "0", ["type"])]);
}

/** Attributes that libvirt takes for 0 where they are missing. */
const countedFromZero: ReadonlySet<string> = new Set(["bus", "controller", "startport"]);

function respellings(element: Element, name: string, written: string): Fix[] {
  const bare = written.trim().replace(/^[+-]/, "").replace(/^0X/, "0x").toLowerCase();
  const isHexadecimal = element.name === "address" && attributeValue(element, "type") === "isa";
  const spelled = isHexadecimal && !bare.startsWith("0x") ? `0x${bare}` : bare;
  const shortened = spelled.startsWith("0x") ? spelled : spelled.replace(/^0+(?=[0-9])/, "");
  return shortened === written
    ? []
    : bestFix(`Write ${name}='${shortened}'`, [setValue(element, name, shortened)]);
}
