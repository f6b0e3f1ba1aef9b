import { valueOf as attributeValue } from "../../xml/document.ts";
import type { DeviceId, Hostdev, Redirdev } from "../device.ts";
import { readBase } from "./base.ts";
import { readHostSource } from "./hostSource.ts";
import { given, type Spot } from "./spot.ts";

/** Reads one `<hostdev>` (virDomainHostdevDefParseXML, libvirt 11.3). */
export function readHostdev(spot: Spot, id: DeviceId): Hostdev {
  const mode = attributeValue(spot.element, "mode") ?? "subsystem";
  const type = attributeValue(spot.element, "type") ?? "";
  return {
    kind: "hostdev",
    mode,
    type,
    ...given({
      model: attributeValue(spot.element, "model"),
      host: mode === "subsystem" ? readHostSource(spot, type) : undefined,
    }),
    ...readBase(spot, id, { boot: true, rom: true }),
  };
}

/** Reads one `<redirdev>` (virDomainRedirdevDefParseXML, libvirt 11.3). */
export function readRedirdev(spot: Spot, id: DeviceId): Redirdev {
  const { element } = spot;
  return {
    kind: "redirdev",
    bus: attributeValue(element, "bus") ?? "usb",
    type: attributeValue(element, "type") ?? "",
    ...readBase(spot, id, { boot: true }),
  };
}
