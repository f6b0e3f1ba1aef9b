import type { Controller, ControllerTarget } from "../domain/device.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../xml/document.ts";
import {
  type Added,
  type AttributeChange,
  attributesOf,
  type Change,
  changeOf,
  type Markup,
} from "./change.ts";

/** `<target>` attributes of PCI controllers in the order libvirt prints them. */
const targetOrder = ["chassisNr", "chassis", "port", "busNr", "index", "hotplug", "memReserve"] as const;
const controllerOrder = ["type", "index", "model"];

/**
 * The changes that write down what libvirt fills in on a controller and addresses lean on: index, model, model name,
 * target and master. What the file says itself stays as it is.
 */
export function controllerChanges(element: Element, written: Controller, defined: Controller): Change[] {
  const model = firstChild(element, "model");
  const target = firstChild(element, "target");
  const changes = [
    ownChange(element, written, defined, [
      ...(model ? [] : modelName(written, defined)),
      ...(target ? [] : targetMarkup(missingTarget(written.target, defined.target))),
      ...(firstChild(element, "master") ? [] : master(written, defined)),
    ]),
    model && changeOf({ element: model, attributes: named("name", written.modelName, defined.modelName) }),
    target && targetChange(target, missingTarget(written.target, defined.target)),
  ];
  return changes.filter((change) => change !== undefined);
}

/** A controller that libvirt adds, without its address. */
export function controllerMarkup(controller: Controller): Markup {
  const { type, index, model, ports, vectors } = controller;
  const nothing: Partial<Controller> = { target: {} };
  return {
    name: "controller",
    attributes: attributesOf({ type, index, model, ports, vectors }),
    children: [
      ...modelName(nothing, controller),
      ...targetMarkup(controller.target),
      ...master(nothing, controller),
    ],
  };
}

function ownChange(
  element: Element,
  written: Controller,
  defined: Controller,
  children: readonly Markup[],
): Change | undefined {
  const attributes = (["index", "model"] as const).flatMap((name) =>
    named(name, written[name], defined[name], controllerOrder.slice(0, controllerOrder.indexOf(name))),
  );
  const address = firstChild(element, "address");
  const added = children.map((markup): Added => (address ? { markup, before: address } : { markup }));
  return changeOf({ element, attributes, added });
}

/** The attribute's new value where libvirt filled in or corrected it. */
function named(
  name: string,
  written: string | number | undefined,
  defined: string | number | undefined,
  behind: readonly string[] = [],
): AttributeChange[] {
  return defined === undefined || written === defined ? [] : [{ name, value: String(defined), behind }];
}

function modelName(written: Partial<Controller>, defined: Controller): Markup[] {
  if (defined.modelName === undefined || written.modelName !== undefined) return [];
  return [{ name: "model", attributes: [["name", defined.modelName]] }];
}

function master(written: Partial<Controller>, defined: Controller): Markup[] {
  if (defined.masterStartPort === undefined || written.masterStartPort !== undefined) return [];
  return [{ name: "master", attributes: [["startport", String(defined.masterStartPort)]] }];
}

/** What libvirt filled in: everything the file does not say. */
function missingTarget(written: ControllerTarget, defined: ControllerTarget): ControllerTarget {
  return Object.fromEntries(
    Object.entries(defined).filter(([name]) => written[name as keyof ControllerTarget] === undefined),
  );
}

function targetTexts(target: ControllerTarget): [(typeof targetOrder)[number], string][] {
  return targetOrder.flatMap((name): [(typeof targetOrder)[number], string][] => {
    const value = target[name];
    if (value === undefined) return [];
    return [[name, name === "port" ? `0x${value.toString(16)}` : String(value)]];
  });
}

function nodeMarkup(target: ControllerTarget): Markup[] {
  return target.node === undefined ? [] : [{ name: "node", attributes: [], text: String(target.node) }];
}

function targetMarkup(target: ControllerTarget): Markup[] {
  const attributes = targetTexts(target);
  const children = nodeMarkup(target);
  return attributes.length + children.length === 0 ? [] : [{ name: "target", attributes, children }];
}

function targetChange(element: Element, missing: ControllerTarget): Change | undefined {
  const attributes = targetTexts(missing)
    .filter(([name]) => attributeValue(element, name) === undefined)
    .map(([name, value]) => ({
      name,
      value,
      behind: targetOrder.slice(0, targetOrder.indexOf(name)),
    }));
  return changeOf({ element, attributes, added: nodeMarkup(missing).map((markup) => ({ markup })) });
}
