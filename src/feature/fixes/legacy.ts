import { addControllers } from "../../edit/addController.ts";
import { addressChanges } from "../../edit/address.ts";
import { type Change, joinChanges } from "../../edit/change.ts";
import { legacyAddress, modernise, moderniseAttribute } from "../../edit/legacy.ts";
import { unpin } from "../../edit/unpin.ts";
import { dropElement, dropValue } from "../../edit/values.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

/** `mode='static'` kept a place, `mode='dynamic'` left it to libvirt. Today the numbers alone decide. */
export function dropMode({ device, nodes: { element, attribute } }: Site): Fix[] {
  if (device === undefined || attribute === undefined) return [];
  const keep = [dropValue(element, attribute.name)];
  if (attribute.value !== "dynamic") return bestFix("Remove mode and keep the place", keep);
  return [
    ...bestFix("Remove the address and let libvirt choose, as mode='dynamic' asked", unpin([device])),
    ...fix("Remove mode and keep the place", keep),
  ];
}

/** `<state devaddr='0:0:4'/>` becomes an address. */
export function moderniseState({ device, domain, nodes: { element, attribute } }: Site): Fix[] {
  const address = legacyAddress(attribute?.value ?? "");
  if (device === undefined || address === undefined) return [];
  return [
    ...bestFix("Write it as an <address>", modernise(device, element, address, domain.edit.samples)),
    ...fix(`Remove <${element.name}> and let libvirt choose`, dropElement(element)),
  ];
}

/** `pci_addr` was the place of a disk's controller. */
export function modernisePciAddr(site: Site): Fix[] {
  const { device, domain, nodes } = site;
  const address = legacyAddress(nodes.attribute?.value ?? "");
  if (device === undefined) return [];
  if (nodes.element === device) {
    if (address === undefined) return bestFix("Remove pci_addr", [dropValue(device, "pci_addr")]);
    const changes = moderniseAttribute(device, "pci_addr", address, domain.edit.samples);
    return bestFix("Write it as an <address>", changes);
  }
  return [
    ...onController(site),
    ...bestFix("Remove <controller> and let libvirt choose", dropElement(nodes.element)),
  ];
}

/** The controller that the disk sits on gets the place, if it has none. */
function onController({ domain, defined, nodes }: Site): Fix[] {
  const address = legacyAddress(nodes.attribute?.value ?? "");
  const disk = defined?.device;
  if (address === undefined || disk?.kind !== "disk" || disk.address?.type !== "drive") return [];
  const { controller: index } = disk.address;
  const found = domain.definition.devices.find(
    ({ device }) => device.kind === "controller" && device.type === disk.bus && device.index === index,
  );
  if (found?.device.kind !== "controller") return [];
  const element = domain.reading.elements.get(found.device.id);
  const placed: Change[] = element
    ? addressChanges(element, address, domain.edit.samples)
    : addControllers(domain.edit, [{ type: found.device.type, index, model: found.device.model, address }]);
  if (found.placement.state === "given") return [];
  return bestFix(
    `Give ${found.device.type} controller ${index} this address`,
    joinChanges([...dropElement(nodes.element), ...placed]),
  );
}
