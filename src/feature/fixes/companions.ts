import { addControllers } from "../../edit/addController.ts";
import { setValue } from "../../edit/values.ts";
import { firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";
import { addPart } from "./parts.ts";
import { isError } from "./trial.ts";

const models = ["ich9-uhci1", "ich9-uhci2", "ich9-uhci3"] as const;

/** The USB 2 controller that companions belong to. */
export function addMaster({ domain, defined }: Site): Fix[] {
  const controller = defined?.device;
  if (controller?.kind !== "controller") return [];
  const index = controller.index ?? 0;
  const added = addControllers(domain.edit, [{ type: "usb", index, model: "ich9-ehci1" }]);
  return bestFix(`Add the ich9-ehci1 with index ${index} that it belongs to`, added);
}

/** The USB 2 controller of this index becomes one that takes companions. */
export function makeMaster({ domain, about }: Site): Fix[] {
  const [place] = about.related;
  const master = place?.device === undefined ? undefined : domain.reading.elements.get(place.device);
  if (master === undefined) return [];
  return fix("Use model='ich9-ehci1' on the other", [
    setValue(master, "model", "ich9-ehci1", ["type", "index"]),
  ]);
}

/** The first of the ports 0, 2 and 4 that no other companion serves. */
export function freeStartPort({ domain, defined, device }: Site): Fix[] {
  const own = defined?.device;
  if (own?.kind !== "controller" || device === undefined) return [];
  const taken = domain.definition.devices.flatMap(({ device: other }) =>
    other.kind === "controller" && other.type === "usb" && other.index === own.index && other.id !== own.id
      ? [other.masterStartPort]
      : [],
  );
  const port = [0, 2, 4].find((start) => !taken.includes(start));
  if (port === undefined) return [];
  const master = firstChild(device, "master");
  const text = String(port);
  const changes = master
    ? [setValue(master, "startport", text)]
    : addPart(device, { name: "master", attributes: [["startport", text]] });
  return bestFix(`Write startport='${text}'`, changes);
}

/** Companions for what is slower than USB 2. */
export function addCompanions({ domain, values, about }: Site): Fix[] {
  const index = Number(values.bus);
  if (values.model !== "ich9-ehci1" && values.model !== "ehci") return [];
  const added = models.map((companion, at) => ({
    type: "usb",
    index,
    model: companion,
    masterStartPort: at * 2,
  }));
  return fix(
    "Add its 3 companions, which serve slower devices",
    addControllers(domain.edit, added),
    isError(about),
  );
}
