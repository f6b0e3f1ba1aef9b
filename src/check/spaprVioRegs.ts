import type { Definition } from "../define/definition.ts";
import { devicesOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const step = 0x1000n;

/** Registers on the pseries virtual bus that do not follow libvirt's steps of 0x1000. */
export function checkSpaprVioRegs(definition: Definition): Problem[] {
  return devicesOf(definition).flatMap(({ id }) => {
    const address = definition.domain.devices[id]?.address;
    if (address?.type !== "spapr-vio" || address.reg === undefined) return [];
    if (address.reg !== 0n && address.reg % step === 0n) return [];
    const values = { reg: `0x${address.reg.toString(16)}` };
    return [problem("spapr-reg-style", values, { device: id, part: "address@reg" })];
  });
}
