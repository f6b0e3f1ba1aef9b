import type { Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import type { Controller, ControllerTarget } from "../domain/device.ts";
import { valueOf as attributeValue, childElements, type Element, firstChild } from "../xml/document.ts";
import { addressMarkup } from "./address.ts";
import type { Change, Markup } from "./change.ts";
import type { EditContext } from "./context.ts";
import { controllerMarkup } from "./controller.ts";

/** A controller that is to be; libvirt fills in what is not said. */
export interface NewController {
  readonly type: string;
  readonly index: number;
  readonly model?: string | undefined;
  readonly target?: ControllerTarget;
  /** For a companion: the first port of the USB 2 controller that it serves. */
  readonly masterStartPort?: number;
  readonly address?: Address | undefined;
}

/** The change that lists controllers, each behind the last one of its type, else behind the last of any type. */
export function addControllers(context: EditContext, wanted: readonly NewController[]): Change[] {
  const devices = firstChild(context.reading.root, "devices");
  if (devices === undefined || wanted.length === 0) return [];
  const added = wanted.map((controller) => ({
    markup: markupOf(context, controller),
    ...neighbourOf(devices, controller.type),
  }));
  return [{ element: devices, added }];
}

/** The change that adds a USB hub at a place. */
export function addHub({ reading, samples }: EditContext, address: Address): Change[] {
  const devices = firstChild(reading.root, "devices");
  if (devices === undefined) return [];
  const markup: Markup = {
    name: "hub",
    attributes: [["type", "usb"]],
    children: [addressMarkup(address, samples)],
  };
  const after = childElements(devices, "hub").at(-1) ?? lastController(devices);
  return [{ element: devices, added: [after ? { markup, after } : { markup }] }];
}

/** The lowest index above all controllers of a type: those of the file, and with `added` those that libvirt adds. */
export function nextIndex(definition: Definition, type: string, added: boolean): number {
  const indexes = definition.devices.flatMap(({ device, written }) =>
    device.kind === "controller" && device.type === type && (written || added || device.index === 0)
      ? [device.index ?? 0]
      : [],
  );
  return Math.max(-1, ...indexes) + 1;
}

function markupOf(
  { samples }: EditContext,
  { type, index, model, target, masterStartPort, address }: NewController,
): Markup {
  const controller: Controller = {
    kind: "controller",
    id: -1,
    type,
    index,
    target: target ?? {},
    ...(model === undefined ? {} : { model }),
    ...(masterStartPort === undefined ? {} : { masterStartPort }),
  };
  const markup = controllerMarkup(controller);
  if (address === undefined) return markup;
  return { ...markup, children: [...(markup.children ?? []), addressMarkup(address, samples)] };
}

function neighbourOf(devices: Element, type: string): { readonly after?: Element } {
  const sibling = childElements(devices, "controller").findLast(
    (one) => attributeValue(one, "type") === type,
  );
  const after = sibling ?? lastController(devices);
  return after ? { after } : {};
}

function lastController(devices: Element): Element | undefined {
  return childElements(devices, "controller").at(-1) ?? childElements(devices, "disk").at(-1);
}
