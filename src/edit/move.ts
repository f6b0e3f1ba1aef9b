import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import { addedAbove } from "./above.ts";
import { additionsOf } from "./additions.ts";
import { addressChanges } from "./address.ts";
import type { Change } from "./change.ts";
import type { EditContext } from "./context.ts";

/**
 * The changes that put a device of the file at an address. Controllers and hubs above the new place that libvirt would
 * only add are written down with it, because the address leans on them.
 */
export function moveDevice(
  context: EditContext,
  definition: Definition,
  defined: DefinedDevice,
  address: Address,
): Change[] {
  const element = context.reading.elements.get(defined.device.id);
  if (element === undefined) return [];
  const changes = addressChanges(element, address, context.samples);
  const moved: DefinedDevice = {
    ...defined,
    device: { ...defined.device, address },
    placement: { state: "given" },
  };
  const additions = additionsOf(context, definition, addedAbove(definition, [moved]));
  return additions ? [...changes, additions] : changes;
}
