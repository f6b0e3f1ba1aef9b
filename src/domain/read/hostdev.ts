import { capabilityHostdevTypes, hostdevModels, vocabulary } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue } from "../../xml/document.ts";
import type { DeviceId, Hostdev, HostSource, Redirdev } from "../device.ts";
import { readBase } from "./base.ts";
import { checkSourceCount } from "./character.ts";
import { checkCapabilitySource, isManaged, readHostSource } from "./hostSource.ts";
import { checkedWord, childSpot, given, namedWord, refuse, requiredWord, type Spot, word } from "./spot.ts";

/** Reads one `<hostdev>` (virDomainHostdevDefParseXML, libvirt 11.3). A missing mode means subsystem. */
export function readHostdev(spot: Spot, id: DeviceId): Hostdev {
  word(spot, "mode", vocabulary.hostdev["@mode"]);
  const mode = attributeValue(spot.element, "mode") ?? "subsystem";
  const isCapability = mode === "capabilities";
  const type = checkedWord(spot, "type", isCapability ? capabilityHostdevTypes : vocabulary.hostdev["@type"]);
  return {
    kind: "hostdev",
    mode,
    type,
    ...given({
      host: readHost(spot, mode, type),
      model: attributeValue(spot.element, "model"),
      managed: isManaged(spot),
    }),
    ...readBase(spot, id, { boot: true, rom: true }),
  };
}

function readHost(spot: Spot, mode: string, type: string): HostSource | undefined {
  const source = childSpot(spot, "source");
  if (source === undefined && type !== "") refuse(spot, "hostdev-source-missing");
  if (source === undefined) return undefined;
  if (mode !== "subsystem") {
    checkCapabilitySource(source, type);
    return undefined;
  }
  checkModel(spot, type);
  return readHostSource(source, type);
}

/** A mediated device must name its model, a vhost one may; for the others there is none. */
function checkModel(spot: Spot, type: string): void {
  const models = hostdevModels[type];
  if (type === "mdev" && models) requiredWord(spot, "model", models);
  else if (models) word(spot, "model", models);
  else if (attributeValue(spot.element, "model") !== undefined && vocabulary.hostdev["@type"].has(type)) {
    refuse(spot, "hostdev-model-unexpected", { type }, "@model");
  }
}

/** Reads one `<redirdev>` (virDomainRedirdevDefParseXML, libvirt 11.3). A missing bus means usb. */
export function readRedirdev(spot: Spot, id: DeviceId): Redirdev {
  word(spot, "bus", vocabulary.redirdev["@bus"], "redirdev-bus-unknown");
  const type = namedWord(spot, "type", vocabulary.redirdev["@type"], {
    missing: "redirdev-type-missing",
    unknown: "redirdev-type-unknown",
  });
  checkSourceCount(spot);
  const bus = attributeValue(spot.element, "bus") ?? "usb";
  const base = readBase(spot, id, { boot: true });
  if (bus === "usb" && base.address && base.address.type !== "usb") {
    refuse(spot, "usb-device-address-type", {}, "address@type");
  }
  return { kind: "redirdev", bus, type, ...base };
}
