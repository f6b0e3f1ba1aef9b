import type { Controller } from "../domain/device.ts";
import type { Change } from "../edit/change.ts";
import { renumber, usersOf } from "../edit/renumber.ts";
import { tryChanges } from "./arrange.ts";
import { controllerAt, type FoundController } from "./controllerReferences.ts";
import type { Position, Range } from "./lsp.ts";
import type { EditAnswer } from "./pin.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** The number of a controller at a position, and its text: what a rename starts from. */
export interface Renamable {
  readonly range: Range;
  readonly placeholder: string;
}

/** The index at a position, in a controller or in an address that names one. Only controllers of the file have one. */
export function renamableAt(snapshot: Snapshot, position: Position): Renamable | undefined {
  const found = controllerAt(snapshot, position);
  if (found?.number === undefined || !found.domain.reading.elements.has(found.controller.id))
    return undefined;
  const { valueRange, value } = found.number;
  return { range: snapshot.rangeOf(valueRange), placeholder: value };
}

/** Gives the controller at a position another index, there and in every address that names it. */
export function rename(snapshot: Snapshot, position: Position, newName: string): EditAnswer {
  const found = controllerAt(snapshot, position);
  if (found?.number === undefined) return { refused: "Put the cursor on the index of a controller first." };
  const text = newName.trim();
  if (!/^\d{1,9}$/.test(text)) return { refused: "An index is a number such as 3." };
  return renumbered(found, Number(text));
}

function renumbered({ domain, controller }: FoundController, index: number): EditAnswer {
  if (!domain.reading.elements.has(controller.id)) {
    return { refused: "libvirt adds this controller. Pin all addresses first to write it down." };
  }
  if (controller.index === index) return { edits: [] };
  const named = `${controller.type} controller`;
  if (controller.type === "pci" && (controller.index === 0 || index === 0)) {
    return { refused: "Index 0 is the root of the PCI buses, and of nothing else." };
  }
  if (controllersWith(domain, controller.type, index).length > 0) {
    return { refused: `There is a ${named} ${index} already.` };
  }
  return tryChanges(domain, changesOf(domain, controller, index), () => undefined);
}

/** USB controllers that share an index stay together; one without an index in the file gets it written down. */
function changesOf(domain: DomainView, controller: Controller, index: number): Change[] {
  const { edit, reading } = domain;
  const { id, type, index: old = 0 } = controller;
  const others = controllersWith(domain, type, old).filter((other) => other.id !== id);
  return [
    ...renumber(edit, controller, index, usersOf(reading, controller)),
    ...others.flatMap((other) => renumber(edit, other, index, [])),
  ];
}

function controllersWith({ reading }: DomainView, type: string, index: number): Controller[] {
  return reading.domain.devices.filter(
    (device): device is Controller =>
      device.kind === "controller" && device.type === type && device.index === index,
  );
}
