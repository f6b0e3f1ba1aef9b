import type { DeviceId } from "../domain/device.ts";
import { arrange } from "./arrange.ts";
import type { EditAnswer } from "./pin.ts";
import type { DomainView } from "./snapshot.ts";

/** Puts one device into a slot, under the rules of `arrange`. */
export function moveToSlot(domain: DomainView, device: DeviceId, slot: string): EditAnswer {
  return arrange(domain, [{ device, slot }]);
}
