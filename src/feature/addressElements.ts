import { addressMarkup } from "../edit/address.ts";
import { render } from "../edit/render.ts";
import { styleOf } from "../edit/style.ts";
import type { DeviceKey } from "../protocol/board.ts";
import { firstChild } from "../xml/document.ts";
import { deviceKeysOf } from "./deviceKeys.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The address elements of devices of one domain, to be copied elsewhere: as they stand in the file, or as pinning would
 * write them. Devices without an address have none.
 */
export function addressElements(snapshot: Snapshot, devices: readonly DeviceKey[], at = 0): string[] {
  const domain = snapshot.domains[at];
  if (domain === undefined) return [];
  const { definition, edit, reading } = domain;
  const { idOf } = deviceKeysOf(definition);
  const style = styleOf(edit.document, reading.root);
  return devices.flatMap((key) => {
    const id = idOf.get(key);
    const element = id === undefined ? undefined : reading.elements.get(id);
    const written = element && firstChild(element, "address");
    if (written !== undefined) return [snapshot.text.slice(written.range.start, written.range.end)];
    const defined = definition.devices.find(({ device }) => device.id === id);
    const address = defined?.placement.state === "none" ? undefined : defined?.device.address;
    return address ? [render(edit.document, addressMarkup(address, edit.samples), style, undefined)] : [];
  });
}
