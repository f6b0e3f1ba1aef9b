import { type Change, joinChanges } from "../../edit/change.ts";
import { dropElement, dropValues, setValue } from "../../edit/values.ts";
import { childElements, type Element, firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, type Site } from "./fix.ts";
import { takeValue } from "./parts.ts";
import { isPc } from "./words.ts";

/** Models that QEMU has nearly everywhere; a PC's first video is best one that firmware and old guests know. */
export function takeCommonVideo(site: Site): Fix[] {
  const models = isPc(site) ? ["vga", "virtio"] : ["virtio", "vga"];
  return takeValue("model@type", models)(site);
}

/** Only these may stand beside another video. */
export function takeSecondVideo(site: Site): Fix[] {
  return takeValue("model@type", ["virtio", "qxl"])(site);
}

/** Two videos that both want to be the primary one: this one gives in, and becomes one that may be second. */
export function makeSecondary({ device }: Site): Fix[] {
  const model = device && firstChild(device, "model");
  if (model === undefined) return [];
  const demoted: Change = { element: model, attributes: dropValues(model, ["primary"]) };
  const virtio = joinChanges([demoted, setValue(model, "type", "virtio")]);
  return [
    ...bestFix("Remove primary", [demoted]),
    ...bestFix("Remove primary, and use type='virtio'", virtio),
  ];
}

/** A video of type none says that there is no video, which is not so. */
export function dropNoVideo({ domain }: Site): Fix[] {
  const none = domain.reading.domain.devices.flatMap((device): Element[] => {
    const element = domain.reading.elements.get(device.id);
    return device.kind === "video" && device.model === "none" && element ? [element] : [];
  });
  const hasOther = none.some(
    (element) => element.parent && childElements(element.parent, "video").length > none.length,
  );
  return hasOther ? bestFix("Remove the video of type none", joinChanges(none.flatMap(dropElement))) : [];
}
