import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import { addedAbove } from "./above.ts";
import { additionsOf } from "./additions.ts";
import { addressChanges } from "./address.ts";
import type { Change } from "./change.ts";
import type { EditContext } from "./context.ts";

/** A device of the file and the address it shall have. */
export interface Move {
  readonly defined: DefinedDevice;
  readonly address: Address;
}

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
  return moveDevices(context, definition, [{ defined, address }]);
}

/** The same for several devices at once. A device is named once at most, and all of them are in the file. */
export function moveDevices(context: EditContext, definition: Definition, moves: readonly Move[]): Change[] {
  const changes = moves.flatMap(({ defined, address }) => {
    const element = context.reading.elements.get(defined.device.id);
    return element === undefined ? [] : addressChanges(element, address, context.samples);
  });
  const moved = moves.map(
    ({ defined, address }): DefinedDevice => ({
      ...defined,
      device: { ...defined.device, address },
      placement: { state: "given" },
    }),
  );
  const additions = additionsOf(context, definition, addedAbove(definition, moved));
  return additions ? [...changes, additions] : changes;
}
