import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import type { DeviceId } from "../domain/device.ts";
import { additionsOf } from "./additions.ts";
import { addressChanges } from "./address.ts";
import type { Change } from "./change.ts";
import type { EditContext } from "./context.ts";

/**
 * The changes that put a device of the file at an address. Controllers that libvirt would only add on its own way to
 * that place are written down with it, because the address leans on them.
 */
export function moveDevice(
  context: EditContext,
  definition: Definition,
  device: DeviceId,
  address: Address,
  controllers: readonly DefinedDevice[],
): Change[] {
  const element = context.reading.elements.get(device);
  if (element === undefined) return [];
  const changes = addressChanges(element, address, context.samples);
  const additions = additionsOf(context, definition, controllers);
  return additions ? [...changes, additions] : changes;
}
