import { addControllers } from "../../edit/addController.ts";
import { joinChanges } from "../../edit/change.ts";
import { dropElement, setValue } from "../../edit/values.ts";
import { valueOf as attributeValue, childElements, firstChild } from "../../xml/document.ts";
import { moveTo } from "./disks.ts";
import { bestFix, type Cure, type Fix, fix, otherwise, type Site } from "./fix.ts";
import { machineElement } from "./machine.ts";
import { takeValue } from "./parts.ts";

/** Inputs have a bus that the machine lacks: USB is nearly everywhere, virtio where USB is not. */
export const takeOtherInputBus: Cure = takeValue("@bus", ["usb", "virtio"], { without: ["model"] });

/** Panic devices by machine: ISA on PCs, PCI on boards with that, and two that belong to firmware. */
export const takePanicOfMachine: Cure = takeValue("@model", ["isa", "pvpanic", "s390", "pseries"]);

/** The IOMMU that a board has. */
export const takeIommuOfMachine: Cure = takeValue("@model", ["intel", "smmuv3", "virtio"]);

/** The watchdog that a board has. */
export const takeWatchdogOfMachine: Cure = takeValue("@model", ["i6300esb", "diag288"]);

const models: Readonly<Record<string, Cure>> = {
  interface: takeValue("model@type", ["virtio"]),
  controller: takeValue("@model", ["virtio-scsi"]),
  sound: takeValue("@model", ["ich9", "ich6", "usb", "virtio"]),
  watchdog: takeWatchdogOfMachine,
  vsock: takeValue("@model", ["virtio"]),
  disk: moveTo(["sata", "virtio", "scsi"]),
};

/** A model that this QEMU has, for one that it has not. */
export function takeModelOfQemu(site: Site): Fix[] {
  return models[site.device?.name ?? ""]?.(site) ?? [];
}

/** Nobody switched USB off: the machine has none unless somebody asks for it. */
export function addUsb({ domain }: Site): Fix[] {
  const isListed = domain.reading.domain.devices.some(
    (device) => device.kind === "controller" && device.type === "usb",
  );
  if (isListed) return [];
  const added = addControllers(domain.edit, [{ type: "usb", index: 0, model: "qemu-xhci" }]);
  return bestFix("Add a USB controller with index 0", added);
}

/** A controller that the machine cannot have goes, unless some address says that a device is on it. */
export function dropUnused({ domain, defined, device }: Site): Fix[] {
  const own = defined?.device;
  if (own?.kind !== "controller" || device === undefined || own.index === undefined) return [];
  const { index, type } = own;
  const isUsed = domain.reading.domain.devices.some(({ id, address }) => {
    if (id === own.id || address === undefined) return false;
    if (address.type === "pci") return type === "pci" && address.bus === index;
    return address.type === "drive" && type !== "pci" && address.controller === index;
  });
  return isUsed
    ? []
    : bestFix(
        "Remove this controller, which has no place on this machine and no device on it",
        dropElement(device),
      );
}

/** A PC without PCI, and the same with it. */
export function takePc({ domain }: Site): Fix[] {
  const type = machineElement(domain);
  if (type === undefined || attributeValue(type, "machine") !== "isapc") return [];
  return otherwise(fix("Write machine='pc', which has PCI", [setValue(type, "machine", "pc", ["arch"])]));
}

/** Switches the feature back to what the machine does by itself. */
export function dropFeature(name: string): Cure {
  return ({ domain }) => {
    const features = firstChild(domain.reading.root, "features");
    const feature = features && firstChild(features, name);
    return feature === undefined ? [] : fix(`Remove <${name}> from <features>`, dropElement(feature));
  };
}

/** What is more than the sound card can address goes. */
export function dropCodecs({ device, values }: Site): Fix[] {
  if (device === undefined) return [];
  const surplus = childElements(device, "codec").slice(Number(values.most));
  return bestFix(
    `Remove ${surplus.length === 1 ? "a codec" : `${surplus.length} codecs`}`,
    joinChanges(surplus.flatMap(dropElement)),
  );
}

/** All watchdogs act alike: as the first one does. */
export function actLikeFirst({ domain, device, about }: Site): Fix[] {
  const [place] = about.related;
  const first = place?.device === undefined ? undefined : domain.reading.elements.get(place.device);
  const action = (first && attributeValue(first, "action")) ?? "reset";
  return device === undefined
    ? []
    : fix(`Write action='${action}'`, [setValue(device, "action", action, ["model"])]);
}

/** Where SPICE is the host end, somebody has to serve it. */
export function addSpice({ domain }: Site): Fix[] {
  const devices = firstChild(domain.reading.root, "devices");
  if (devices === undefined) return [];
  const after = childElements(devices, "graphics").at(-1);
  const markup = {
    name: "graphics",
    attributes: [
      ["type", "spice"],
      ["autoport", "yes"],
    ],
  } as const;
  return fix("Add <graphics type='spice'>", [
    { element: devices, added: [after ? { markup, after } : { markup }] },
  ]);
}

/** A name for shared memory that nobody has. */
export function nameShmem({ domain, device }: Site): Fix[] {
  if (device === undefined) return [];
  const taken = new Set(
    domain.reading.domain.devices.map((other) => (other.kind === "shmem" ? other.name : undefined)),
  );
  let number = 0;
  while (taken.has(`shmem${number}`)) number++;
  return bestFix(`Write name='shmem${number}'`, [setValue(device, "name", `shmem${number}`, [])]);
}
