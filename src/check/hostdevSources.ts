import type { Definition } from "../define/definition.ts";
import { isEmptyPci, isSamePlace, pciText } from "../domain/address.ts";
import { isWritten, pciControllerAt } from "./devices.ts";
import { passedOf } from "./hostdevFunctions.ts";
import { type Problem, problem } from "./problem.ts";

/** Host addresses that cannot be meant, and guest addresses that are host addresses by mistake. */
export function checkHostdevSources(definition: Definition): Problem[] {
  return passedOf(definition).flatMap(({ device, host }) => {
    if (isEmptyPci({ ...host, type: "pci" }) && host.function === 0) {
      return [problem("hostdev-source-zero", {}, { device: device.id, part: "source/address" })];
    }
    const guest = definition.domain.devices[device.id]?.address;
    if (guest?.type !== "pci" || guest.bus === 0 || !isSamePlace(guest, { ...host, type: "pci" })) return [];
    const controller = pciControllerAt(definition, guest.bus);
    if (controller && isWritten(definition, controller)) return [];
    const values = { host: pciText(host), bus: guest.bus };
    const related = [{ device: device.id, part: "source/address" }];
    return [problem("hostdev-source-guest-mixup", values, { device: device.id, part: "address" }, related)];
  });
}
