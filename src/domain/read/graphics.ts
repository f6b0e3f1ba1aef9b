import { valueOf as attributeValue } from "../../xml/document.ts";
import type { Audio, DeviceId, Graphics, Input, Sound, Video } from "../device.ts";
import { readBareBase, readBase } from "./base.ts";
import { childSpot, given, type Spot, unsigned } from "./spot.ts";

/** Reads one `<input>` (virDomainInputDefParseXML, libvirt 11.3). */
export function readInput(spot: Spot, id: DeviceId): Input {
  const { element } = spot;
  return {
    kind: "input",
    type: attributeValue(element, "type") ?? "",
    ...given({ bus: attributeValue(element, "bus"), model: attributeValue(element, "model") }),
    ...readBase(spot, id),
  };
}

/** Reads one `<graphics>`, which never has a guest address. */
export function readGraphics(spot: Spot, id: DeviceId): Graphics {
  return { kind: "graphics", type: attributeValue(spot.element, "type") ?? "", ...readBareBase(spot, id) };
}

/** Reads one `<sound>` (virDomainSoundDefParseXML, libvirt 11.3). */
export function readSound(spot: Spot, id: DeviceId): Sound {
  return { kind: "sound", model: attributeValue(spot.element, "model") ?? "", ...readBase(spot, id) };
}

/** Reads one `<audio>`, which never has a guest address. */
export function readAudio(spot: Spot, id: DeviceId): Audio {
  return { kind: "audio", type: attributeValue(spot.element, "type") ?? "", ...readBareBase(spot, id) };
}

/** Reads one `<video>` (virDomainVideoDefParseXML, libvirt 11.3). */
export function readVideo(spot: Spot, id: DeviceId): Video {
  const model = childSpot(spot, "model");
  return {
    kind: "video",
    ...given({
      model: model && attributeValue(model.element, "type"),
      primary: model && attributeValue(model.element, "primary") === "yes" ? (true as const) : undefined,
      heads: model && unsigned(model, "heads", { base: 10 }),
    }),
    ...readBase(spot, id),
  };
}
