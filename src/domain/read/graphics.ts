import { vocabulary } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, childElements } from "../../xml/document.ts";
import type { Audio, DeviceId, Graphics, Input, Sound, Video } from "../device.ts";
import { readBareBase, readBase } from "./base.ts";
import { checkedWord, childSpot, given, namedWord, refuse, type Spot, unsigned, word } from "./spot.ts";

/** Reads one `<input>` (virDomainInputDefParseXML, libvirt 11.3). */
export function readInput(spot: Spot, id: DeviceId): Input {
  const { element } = spot;
  const type = namedWord(spot, "type", vocabulary.input["@type"], {
    missing: "input-type-missing",
    unknown: "input-type-unknown",
  });
  word(spot, "model", vocabulary.input["@model"], "input-model-unknown");
  word(spot, "bus", vocabulary.input["@bus"], "input-bus-unknown");
  const bus = attributeValue(element, "bus");
  const base = readBase(spot, id);
  if (bus === "usb" && base.address && base.address.type !== "usb") {
    refuse(spot, "usb-device-address-type", {}, "address@type");
  }
  return { kind: "input", type, ...given({ bus, model: attributeValue(element, "model") }), ...base };
}

/** Reads one `<graphics>`, which never has a guest address. */
export function readGraphics(spot: Spot, id: DeviceId): Graphics {
  const type = checkedWord(spot, "type", vocabulary.graphics["@type"]);
  return { kind: "graphics", type, ...readBareBase(spot, id) };
}

/** Reads one `<sound>` (virDomainSoundDefParseXML, libvirt 11.3). */
export function readSound(spot: Spot, id: DeviceId): Sound {
  const model = checkedWord(spot, "model", vocabulary.sound["@model"]);
  const codecs = childElements(spot.element, "codec").length;
  return { kind: "sound", model, ...(codecs > 0 ? { codecs } : {}), ...readBase(spot, id) };
}

/** Reads one `<audio>`, which never has a guest address. */
export function readAudio(spot: Spot, id: DeviceId): Audio {
  const type = checkedWord(spot, "type", vocabulary.audio["@type"]);
  return { kind: "audio", type, ...readBareBase(spot, id) };
}

/** Reads one `<video>` (virDomainVideoDefParseXML, libvirt 11.3). A missing model type means the default. */
export function readVideo(spot: Spot, id: DeviceId): Video {
  const at = childSpot(spot, "model");
  if (at) word(at, "type", vocabulary.video["model@type"]);
  const model = at && attributeValue(at.element, "type");
  return {
    kind: "video",
    ...given({
      model: model === "default" ? undefined : model,
      primary: at && attributeValue(at.element, "primary") === "yes" ? (true as const) : undefined,
      heads: at && unsigned(at, "heads", { base: 10 }),
    }),
    ...readBase(spot, id),
  };
}
