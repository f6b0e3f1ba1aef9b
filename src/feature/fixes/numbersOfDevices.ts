import { dropElement, dropValue, setValue } from "../../edit/values.ts";
import { childElements, firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

/** Boot orders count every device once. */
export function nextBootOrder({ domain, device }: Site): Fix[] {
  const boot = device && firstChild(device, "boot");
  if (boot === undefined) return [];
  const used = new Set(domain.reading.domain.devices.map(({ bootOrder }) => Number(bootOrder)));
  const order = String(firstFree(used, 1));
  return bestFix(`Write order='${order}'`, [setValue(boot, "order", order, [])]);
}

/** Either `<os><boot>` or orders of devices. */
export function oneWayToBoot({ domain }: Site): Fix[] {
  const { root, elements } = domain.reading;
  const os = firstChild(root, "os");
  const general = os ? childElements(os, "boot") : [];
  const orders = [...elements.values()].flatMap((element) =>
    childElements(element, "boot").map((boot) => ({ element, removed: [boot] })),
  );
  return [
    ...(os ? fix("Remove <boot dev> from <os>", [{ element: os, removed: general }]) : []),
    ...fix("Remove the boot orders of the devices", orders),
  ];
}

/** ACPI indexes count every device once, or are not needed. */
export function nextAcpiIndex({ domain, device }: Site): Fix[] {
  const acpi = device && firstChild(device, "acpi");
  if (acpi === undefined) return [];
  const used = new Set(domain.reading.domain.devices.map(({ acpiIndex }) => acpiIndex ?? 0));
  const index = String(firstFree(used, 1));
  return [
    ...bestFix(`Write index='${index}'`, [setValue(acpi, "index", index, [])]),
    ...fix("Remove <acpi>", dropElement(acpi)),
  ];
}

/** The device keeps the name that the guest gives it. */
export function dropAcpi({ device }: Site): Fix[] {
  const acpi = device && firstChild(device, "acpi");
  return acpi === undefined ? [] : fix("Remove <acpi>", dropElement(acpi));
}

/** An alias that no other device has. */
export function renameAlias({ domain, nodes: { element, attribute } }: Site): Fix[] {
  if (attribute === undefined) return [];
  const taken = new Set(domain.reading.domain.devices.map(({ alias }) => alias));
  let number = 2;
  while (taken.has(`${attribute.value}-${number}`)) number++;
  const name = `${attribute.value}-${number}`;
  return bestFix(`Call it ${name}`, [setValue(element, attribute.name, name)]);
}

/** An attribute that libvirt fills in. */
export function dropAttribute({ nodes: { element, attribute } }: Site): Fix[] {
  if (attribute === undefined) return [];
  return bestFix(`Remove ${attribute.name} and let libvirt choose`, [dropValue(element, attribute.name)]);
}

/** The zPCI ids go, and libvirt chooses. */
export function dropZpci({ device }: Site): Fix[] {
  const address = device && firstChild(device, "address");
  const zpci = address && firstChild(address, "zpci");
  return zpci === undefined ? [] : bestFix("Remove <zpci> and let libvirt choose", dropElement(zpci));
}

function firstFree(used: ReadonlySet<number>, start: number): number {
  let number = start;
  while (used.has(number)) number++;
  return number;
}
