import type { CharacterDevice, Device, Video } from "../domain/device.ts";
import { childElements, type Element } from "../xml/document.ts";
import { attributesOf, type Markup } from "./change.ts";
import { controllerMarkup } from "./controller.ts";

/**
 * A device that libvirt adds, as a new element without its address. A serial and the console that stands for it share
 * their host end: `twin` is the written one of the two.
 */
export function impliedMarkup(device: Device, twin: Element | undefined): Markup {
  switch (device.kind) {
    case "controller":
      return controllerMarkup(device);
    case "video":
      return { name: "video", attributes: [], children: [videoModel(device)] };
    case "serial":
    case "console":
      return characterMarkup(device, twin);
    case "watchdog":
      return element("watchdog", { model: device.model, action: device.action });
    case "input":
      return element("input", { type: device.type, bus: device.bus, model: device.model });
    case "hub":
      return element("hub", { type: device.type });
    default:
      return element(device.kind, { model: "model" in device ? device.model : undefined });
  }
}

function element(name: string, values: Readonly<Record<string, string | undefined>>): Markup {
  return { name, attributes: attributesOf(values) };
}

function videoModel({ model, heads, primary }: Video): Markup {
  return { name: "model", attributes: attributesOf({ type: model, heads, primary: primary && "yes" }) };
}

function characterMarkup(device: CharacterDevice, twin: Element | undefined): Markup {
  const { kind, type, targetType, targetPort, targetModel } = device;
  const own = new Set(["target", "address", "alias"]);
  const shared = twin ? childElements(twin).filter((child) => !own.has(child.name)) : [];
  const model = targetModel === undefined ? [] : [element("model", { name: targetModel })];
  const target: Markup = {
    name: "target",
    attributes: attributesOf({ type: targetType, port: targetPort }),
    children: model,
  };
  return {
    name: kind,
    attributes: [["type", type]],
    children: [...shared.map((copyOf) => ({ copyOf })), target],
  };
}
