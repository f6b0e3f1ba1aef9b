import type { Controller, DeviceId } from "../domain/device.ts";
import { type Attribute, attributeOf, type Element } from "../xml/document.ts";
import { controllerLinkOf, devicesBehind, findController, linkAttributeOf } from "./controllerLinks.ts";
import { type DeviceInFile, deviceAt } from "./deviceAt.ts";
import type { Position, Range } from "./lsp.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** From `bus` or `controller` of an address to the controller it names; undefined for one that is not in the file. */
export function definitionAt(snapshot: Snapshot, position: Position): Range | undefined {
  const found = controllerAt(snapshot, position);
  const element = found?.domain.reading.elements.get(found.controller.id);
  return element && snapshot.rangeOf(nameOf(element));
}

/** Every address that names the controller at a position: its own `index`, or an address that names it too. */
export function referencesAt(snapshot: Snapshot, position: Position, withDefinition: boolean): Range[] {
  const found = controllerAt(snapshot, position);
  if (found === undefined) return [];
  const { domain, controller } = found;
  const element = withDefinition ? domain.reading.elements.get(controller.id) : undefined;
  const naming = devicesBehind(domain.definition, controller).flatMap((device) => {
    const attribute = namingAttribute(domain, device);
    return attribute ? [attribute.valueRange] : [];
  });
  return [...(element ? [nameOf(element)] : []), ...naming].map((range) => snapshot.rangeOf(range));
}

/** A controller that a position stands for. */
export interface FoundController {
  readonly domain: DomainView;
  readonly controller: Controller;
  /** The number at the position, where it stands at one. */
  readonly number?: Attribute;
}

/** The controller that a position stands for: by an address that names it, its own name or its own index. */
export function controllerAt(snapshot: Snapshot, position: Position): FoundController | undefined {
  const found = deviceAt(snapshot, position);
  if (found === undefined) return undefined;
  const { domain } = found;
  const offset = snapshot.lines.offsetAt(position);
  const controller = namedController(found, offset) ?? ownController(found, offset);
  const number = numberAt(found, offset);
  return controller && { domain, controller, ...(number && { number }) };
}

function namedController({ domain, device }: DeviceInFile, offset: number): Controller | undefined {
  const attribute = namingAttribute(domain, device);
  if (attribute === undefined || !isIn(offset, attribute)) return undefined;
  const defined = domain.definition.devices.find((candidate) => candidate.device.id === device);
  const link = defined && controllerLinkOf(defined.device);
  return link && findController(domain.definition, link.type, link.index);
}

/** A controller stands for itself at its name and at its index. */
function ownController({ domain, device }: DeviceInFile, offset: number): Controller | undefined {
  const element = domain.reading.elements.get(device);
  const index = element && attributeOf(element, "index");
  const isMeant = element && (isIn(offset, { range: element.nameRange }) || (index && isIn(offset, index)));
  const defined = domain.definition.devices.find((candidate) => candidate.device.id === device);
  return isMeant && defined?.device.kind === "controller" ? defined.device : undefined;
}

function numberAt({ domain, device }: DeviceInFile, offset: number): Attribute | undefined {
  const element = domain.reading.elements.get(device);
  const numbers = [namingAttribute(domain, device), element && attributeOf(element, "index")];
  return numbers.find((attribute) => attribute !== undefined && isIn(offset, attribute));
}

function namingAttribute(domain: DomainView, device: DeviceId): Attribute | undefined {
  const defined = domain.definition.devices.find((candidate) => candidate.device.id === device);
  const link = defined && controllerLinkOf(defined.device);
  return link && linkAttributeOf(domain, device, link);
}

function nameOf(element: Element): Element["nameRange"] {
  return attributeOf(element, "index")?.valueRange ?? element.nameRange;
}

function isIn(offset: number, { range }: Pick<Attribute, "range">): boolean {
  return range.start <= offset && offset <= range.end;
}
