import type { PciRootModel } from "../../catalog/machines.ts";
import { isPciControllerModel, pciControllers } from "../../catalog/pciControllers.ts";
import type { Address, PciAddress } from "../../domain/address.ts";
import { addControllers, nextIndex } from "../../edit/addController.ts";
import { addressChanges } from "../../edit/address.ts";
import { type Change, joinChanges } from "../../edit/change.ts";
import { moveDevice } from "../../edit/move.ts";
import { renumber, usersOf } from "../../edit/renumber.ts";
import { ruleFor } from "../buses.ts";
import { freeSlotsFor } from "../nextFreeSlot.ts";
import { bestFix, type Fix, type Site } from "./fix.ts";
import { isError } from "./trial.ts";

/** How many free slots are tried before giving up; the first one nearly always does. */
const attempts = 8;

/** The next place of the same sort that nobody has. */
export function moveToFreeSlot({ domain, defined, about }: Site): Fix[] {
  if (defined === undefined || !domain.assignsAddresses) return [];
  const title = "Move to the next free slot";
  // What works where it is may well be meant so.
  return [isError(about) ? { title, preferred: true, ways: freeWays() } : { title, ways: freeWays() }];

  function* freeWays(): Generator<Change[]> {
    if (defined === undefined) return;
    const { definition, edit } = domain;
    for (const slot of freeSlotsFor(domain, defined.device.id).slice(0, attempts)) {
      const address = ruleFor(definition, defined.device)?.addressAt(definition, defined.device, slot);
      if (address !== undefined) yield moveDevice(edit, definition, defined, address);
    }
  }
}

/** A PCI controller of its own for the device, where none of the listed ones takes it. */
export function moveBehindNewController(site: Site): Fix[] {
  const { domain, defined, device } = site;
  if (defined?.device.address?.type !== "pci" || device === undefined) return [];
  const { row } = domain.definition.target;
  const models = row.class === "pseries" ? ["pci-root", "pci-bridge"] : modelsBelow[row.root ?? "pci-root"];
  return models.map((model) => ({
    title: `Put it on a new ${model === "pci-root" ? "PCI host bridge" : model}`,
    ways: waysBehind(site, model),
  }));
}

/** What takes devices below each sort of root. */
const modelsBelow: Readonly<Record<PciRootModel, readonly string[]>> = {
  "pcie-root": ["pcie-root-port", "pcie-to-pci-bridge"],
  "pci-root": ["pci-bridge"],
};

function* waysBehind({ domain, device }: Site, model: string): Generator<Change[]> {
  if (device === undefined || !isPciControllerModel(model)) return;
  const { edit, definition } = domain;
  const slot = pciControllers[model].minSlot;
  for (const added of [false, true]) {
    const index = nextIndex(definition, "pci", added);
    const address: PciAddress = { type: "pci", domain: 0, bus: index, slot, function: 0 };
    yield joinChanges([
      ...addControllers(edit, [{ type: "pci", index, model }]),
      ...addressChanges(device, address, edit.samples),
    ]);
  }
}

/** The same place with some numbers changed. */
export function atAddress<T extends Address>(
  { domain, device, defined }: Site,
  title: string,
  type: T["type"],
  correct: (address: T) => Partial<T>,
): Fix[] {
  const written = defined && domain.reading.domain.devices[defined.device.id]?.address;
  if (device === undefined || written?.type !== type) return [];
  const address = { ...written, ...correct(written as T) } as Address;
  return bestFix(title, addressChanges(device, address, domain.edit.samples));
}

/** A controller that only fits behind a port gets one below it; the port takes its index, and it takes the next one. */
export function putBehindPort({ domain, defined, device }: Site): Fix[] {
  const own = defined?.device;
  const written = own && domain.reading.domain.devices[own.id];
  if (own?.kind !== "controller" || written?.kind !== "controller" || device === undefined) return [];
  const { edit, definition } = domain;
  const index = nextIndex(definition, "pci", false);
  const port = own.index ?? index - 1;
  const users = usersOf(domain.reading, { ...written, index: own.index ?? 0 });
  const address: PciAddress = { type: "pci", domain: 0, bus: port, slot: 0, function: 0 };
  const change = joinChanges([
    ...renumber(edit, written, index, users),
    ...addressChanges(device, address, edit.samples),
    ...addControllers(edit, [{ type: "pci", index: port, model: "pcie-root-port" }]),
  ]);
  const others = users.length === 0 ? "" : ", in the addresses that name it too";
  return bestFix(`Put it behind a new pcie-root-port ${port} and renumber it to ${index}${others}`, change);
}
