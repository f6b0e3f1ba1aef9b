import { assignmentRefusals } from "./refusals/assignment.ts";
import { binaryRefusals } from "./refusals/binaries.ts";
import { controllerRuleRefusals } from "./refusals/controllerRules.ts";
import { controllerRefusals } from "./refusals/controllers.ts";
import { defaultsRefusals } from "./refusals/defaults.ts";
import { deviceRefusals } from "./refusals/devices.ts";
import { driveRefusals } from "./refusals/drives.ts";
import { pciRefusals } from "./refusals/pci.ts";
import { syntaxRefusals } from "./refusals/syntax.ts";
import { usbRefusals } from "./refusals/usb.ts";

/**
 * libvirt's exact words for every refusal we know, prefix included, with `{name}` where a value goes
 * (libvirt 11.3; the codes are our own). One table per family, one row per code.
 */
export const refusals = {
  ...syntaxRefusals,
  ...controllerRefusals,
  ...controllerRuleRefusals,
  ...defaultsRefusals,
  ...pciRefusals,
  ...usbRefusals,
  ...driveRefusals,
  ...assignmentRefusals,
  ...deviceRefusals,
  ...binaryRefusals,
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusals;

/** Fills libvirt's text of a code with values. A placeholder without a value is our own mistake. */
export function libvirtText(
  code: RefusalCode,
  values: Readonly<Record<string, string | number | bigint>>,
): string {
  return refusals[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`libvirt's text of ${code} wants a value for ${name}`);
    return String(value);
  });
}
