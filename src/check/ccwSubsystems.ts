import type { Definition } from "../define/definition.ts";
import { devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** The channel subsystem that virtio devices belong to. */
const virtioCssid = 0xfe;

/** Channel devices outside the subsystem where guests look for virtio. */
export function checkCcwSubsystems(definition: Definition): Problem[] {
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "ccw" || address.cssid === undefined || device.kind === "hostdev") return [];
    if (address.cssid === virtioCssid) return [];
    const values = { cssid: `0x${address.cssid.toString(16)}` };
    return [problem("ccw-cssid", values, seatPlace(definition, device, "address@cssid"))];
  });
}
