import { setValue } from "../../edit/values.ts";
import { bestFix, type Cure, type Fix, type Site } from "./fix.ts";

/** Another spelling of the blamed value, where there is one that libvirt may read. */
function respelled(spelling: (value: string) => string | undefined): Cure {
  return ({ nodes: { element, attribute } }: Site): Fix[] => {
    const text = attribute && spelling(attribute.value);
    if (attribute === undefined || text === undefined || text === attribute.value) return [];
    return bestFix(`Write ${attribute.name}='${text}'`, [setValue(element, attribute.name, text)]);
  };
}

/** Six octets with colons, however they were joined. */
export const respellMac: Cure = respelled((value) => {
  const digits = value.replace(/[^0-9a-f]/gi, "").toLowerCase();
  const parts = value.trim().split(/[^0-9a-f]+/i);
  if (parts.length === 6 && parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))) {
    return parts.map((part) => part.toLowerCase().padStart(2, "0")).join(":");
  }
  return digits.length === 12 ? digits.match(/../g)?.join(":") : undefined;
});

/** The same address without the bit that makes it one of many receivers. */
export const unicastMac: Cure = respelled((value) => {
  const [first = "", ...others] = value.trim().split(":");
  const octet = Number.parseInt(first, 16);
  if (Number.isNaN(octet)) return undefined;
  return [(octet & 0xfe).toString(16).padStart(2, "0"), ...others].join(":");
});

/** Blanks and the like go. */
export const respellModel: Cure = respelled((value) => {
  const bare = value
    .trim()
    .replace(/[\s.]+/g, "-")
    .replace(/[^A-Za-z0-9_-]/g, "");
  return bare === "" ? undefined : bare;
});

/** 32 digits with hyphens where a UUID has them. */
export const respellUuid: Cure = respelled((value) => {
  const digits = value.replace(/[^0-9a-f]/gi, "").toLowerCase();
  return digits.length === 32 ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") : undefined;
});

/** The name of a target with its prefix. */
export const respellWwpn: Cure = respelled((value) => {
  const digits = value
    .replace(/^\s*naa\.?/i, "")
    .replace(/[^0-9a-f]/gi, "")
    .toLowerCase();
  return digits.length === 16 ? `naa.${digits}` : undefined;
});
