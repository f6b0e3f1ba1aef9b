import type { AddressRule } from "./addressRule.ts";
import { nowhere } from "./ruleParts.ts";

/** Host devices that are taken from the host but not given to the guest: they are nowhere. */
export const unassignedRule: AddressRule = {
  type: "unassigned",
  buses: () => [],
  concerns: () => false,
  accepts: () => nowhere({ code: "unassigned-has-no-place", values: {} }),
  addressAt: () => undefined,
};
