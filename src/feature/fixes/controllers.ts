import type { DefinedDevice } from "../../define/definition.ts";
import type { UsbAddress } from "../../domain/address.ts";
import type { Controller, ControllerTarget } from "../../domain/device.ts";
import { type PlacedNodes, placeElement } from "../../domain/place.ts";
import { addedAbove } from "../../edit/above.ts";
import { addControllers, addHub, nextIndex } from "../../edit/addController.ts";
import { additionsOf } from "../../edit/additions.ts";
import type { Change } from "../../edit/change.ts";
import { renumber, usersOf } from "../../edit/renumber.ts";
import { dropElement, dropValue, setValue } from "../../edit/values.ts";
import { bestFix, type Fix, fix, otherwise, type Site } from "./fix.ts";

/** A controller that addresses ask for by number, of the same model as its siblings. */
export function addMissing(type: string, key: "controller" | "bus"): (site: Site) => Fix[] {
  return (site) => {
    const index = Number(site.values[key]);
    return Number.isInteger(index) ? addController(site, type, index, true) : [];
  };
}

/** One more controller, for what does not fit on the others. */
export function addAnother(type: string): (site: Site) => Fix[] {
  return (site) =>
    otherwise(addController(site, type, nextIndex(site.domain.definition, type, false), false));
}

/** The disks' controller that libvirt would add by itself, written down; of the model the file uses. */
export function addDriveController(site: Site): Fix[] {
  const [type, index] = [String(site.values.type), Number(site.values.index)];
  return addController(site, type, index, site.about.code === "scsi-spill-other-model");
}

function addController(site: Site, type: string, index: number, preferred: boolean): Fix[] {
  const { edit } = site.domain;
  const model = siblingModel(site, type);
  const noun = [model, type].filter((word) => word !== undefined).join(" ");
  // Lower ones that are missing come along, or libvirt would choose their models.
  const missing = Array.from({ length: index + 1 }, (_, at) => at).filter((at) => !hasIndex(site, type, at));
  const wanted = missing.filter((at) => at === index || type !== "pci");
  const one = addControllers(edit, [{ type, index, model }]);
  const all = addControllers(
    edit,
    wanted.map((at) => ({ type, index: at, model })),
  );
  const title = `Add ${type === "usb" ? "a USB" : `a ${noun}`} controller with index ${index}`;
  return [{ title, ways: [all, one], ...(preferred && { preferred }) }];
}

function hasIndex({ domain }: Site, type: string, index: number): boolean {
  return domain.definition.devices.some(
    ({ device, written }) =>
      written && device.kind === "controller" && device.type === type && device.index === index,
  );
}

/** The model of the last listed controller of the type that has one; companions are no models to follow. */
function siblingModel({ domain }: Site, type: string): string | undefined {
  const models = domain.reading.domain.devices.flatMap((device) =>
    device.kind === "controller" && device.type === type && device.masterStartPort === undefined
      ? [device.model]
      : [],
  );
  const model = models.findLast((one) => one !== undefined && one !== "none");
  return type === "usb" ? (model ?? "qemu-xhci") : model;
}

/** Writes down the controllers that the place leans on and libvirt would add. */
export function listImplied({ domain, defined }: Site): Fix[] {
  if (defined === undefined) return [];
  const { definition, edit } = domain;
  const above = addedAbove(definition, [defined]);
  const additions = additionsOf(edit, definition, above);
  return additions === undefined ? [] : fix(`List ${countOf(above)} that libvirt adds for it`, [additions]);
}

/** Writes down every PCI controller that libvirt adds below the blamed one. */
export function listGaps({ domain, defined }: Site): Fix[] {
  const controller = controllerOf(defined);
  if (controller === undefined) return [];
  const { definition, edit } = domain;
  const added = definition.devices.filter(
    ({ device, written }) =>
      !written &&
      device.kind === "controller" &&
      device.type === "pci" &&
      (device.index ?? 0) > 0 &&
      (device.index ?? 0) < (controller.index ?? 0),
  );
  const additions = additionsOf(edit, definition, added);
  return additions === undefined ? [] : fix(`List ${countOf(added)} that libvirt adds`, [additions]);
}

function countOf(added: readonly DefinedDevice[]): string {
  return added.length === 1 ? "the controller" : `the ${added.length} controllers`;
}

/** One of two controllers with the same index gets another one, alone or with the addresses that name it. */
export function renumberDuplicate(site: Site): Fix[] {
  return renumberings(site, false);
}

/** A controller that sits on a bus which comes after it gets a higher index, and takes its users along. */
export function renumberAbove(site: Site): Fix[] {
  return renumberings(site, true);
}

function renumberings({ domain, defined }: Site, withUsers: boolean): Fix[] {
  const controller = controllerOf(defined);
  const written = controller && domain.reading.domain.devices[controller.id];
  if (written?.kind !== "controller" || controller === undefined) return [];
  const { edit, definition } = domain;
  const index = nextIndex(definition, controller.type, true);
  const users = usersOf(domain.reading, { ...written, index: controller.index ?? 0 });
  const alone = renumber(edit, written, index, []);
  const together = renumber(edit, written, index, users);
  const named = `Renumber it to ${index} with the ${users.length === 1 ? "address" : `${users.length} addresses`} that name${users.length === 1 ? "s" : ""} it`;
  if (users.length === 0) return bestFix(`Renumber it to ${index}`, alone);
  if (withUsers) return bestFix(named, together);
  return [
    ...bestFix(`Renumber it to ${index}; addresses stay with the other`, alone),
    ...fix(named, together),
  ];
}

/** The number that libvirt gives the controller by its place, written down. */
export function writeIndex({ defined, device, values }: Site): Fix[] {
  if (controllerOf(defined) === undefined || device === undefined) return [];
  const index = String(values.index);
  return bestFix(`Write index='${index}'`, [setValue(device, "index", index, ["type"])]);
}

/** A number in `<target>` that libvirt can choose itself. */
export function dropTargetNumber(
  { nodes: { attribute, element } }: Pick<Site, "nodes">,
  title?: string,
): Fix[] {
  if (attribute === undefined) return [];
  return bestFix(title ?? `Remove ${attribute.name} and let libvirt choose`, [
    dropValue(element, attribute.name),
  ]);
}

/** A number in `<target>` that two controllers have: one of them does without, or gets a free one. */
export function differentTargetNumber(site: Site): Fix[] {
  const { domain, about, nodes } = site;
  const twins = [nodes, ...about.related.map((place) => placeElement(domain.reading, place))];
  return [
    ...twins.flatMap((twin, at) =>
      dropTargetNumber({ nodes: twin }, at === 0 ? undefined : `Remove ${twin.attribute?.name} of the other`),
    ),
    ...twins.flatMap((twin, at) => freeTargetNumber(site, twin, at === 0 ? "" : " on the other")).slice(0, 1),
  ];
}

function freeTargetNumber({ domain }: Site, { element, attribute }: PlacedNodes, where: string): Fix[] {
  if (attribute === undefined) return [];
  const name = attribute.name as keyof ControllerTarget;
  const used = new Set(
    domain.definition.devices.map(({ device }) => (device.kind === "controller" ? device.target[name] : 0)),
  );
  let free = 1;
  while (used.has(free)) free++;
  return bestFix(`Write ${name}='${free}'${where}`, [setValue(element, name, String(free))]);
}

/** An option in `<target>` or `<model>` that the controller does not have. */
export function dropOption({ nodes: { attribute, element }, device, values }: Site): Fix[] {
  const name = attribute?.name ?? String(values.option);
  const bearer = attribute
    ? element
    : device && [...targetsOf(device)].find((one) => hasAttribute(one, name));
  if (bearer === undefined || bearer === device) return [];
  return bestFix(`Remove ${name}`, [dropValue(bearer, name)]);
}

function* targetsOf(device: NonNullable<Site["device"]>) {
  for (const child of device.children) {
    if (child.kind === "element" && ["target", "model"].includes(child.name)) yield child;
  }
}

function hasAttribute(element: NonNullable<Site["device"]>, name: string): boolean {
  return element.attributes.some((attribute) => attribute.name === name);
}

/** An index that only one value is right for. */
export function writeIndexZero({ device }: Site): Fix[] {
  return device === undefined ? [] : bestFix("Write index='0'", [setValue(device, "index", "0", ["type"])]);
}

/** "No USB" goes, since devices of the file need USB. */
export function allowUsb({ domain }: Site): Fix[] {
  const none = domain.reading.domain.devices.filter(
    (device) => device.kind === "controller" && device.type === "usb" && device.model === "none",
  );
  const [first, ...others] = none.flatMap(({ id }) => domain.reading.elements.get(id) ?? []);
  if (first?.parent === undefined) return [];
  const change: Change = { element: first.parent, removed: [first, ...others] };
  const hasReal = domain.reading.domain.devices.some(
    (device) => device.kind === "controller" && device.type === "usb" && device.model !== "none",
  );
  if (hasReal) return bestFix("Remove the controller that switches USB off", [change]);
  return [
    // Without losing a device there is no other way.
    ...bestFix("Switch USB on with model='qemu-xhci'", [
      setValue(first, "model", "qemu-xhci", ["type", "index"]),
    ]),
    ...fix("Switch USB on: remove the controller with model='none'", [change]),
  ];
}

/** A hub where the port path goes through one. */
export function addMissingHub({ domain, defined }: Site): Fix[] {
  const address = defined && domain.reading.domain.devices[defined.device.id]?.address;
  if (address?.type !== "usb" || address.port.length < 2) return [];
  const paths = address.port.slice(0, -1).map(
    (_, at): UsbAddress => ({
      type: "usb",
      bus: address.bus,
      port: address.port.slice(0, at + 1),
    }),
  );
  const ways = paths.map((path) => addHub(domain.edit, path));
  return [{ title: "Add the missing USB hub", preferred: true, ways: ways.toReversed() }];
}

/** A model for a controller that QEMU knows no other way. */
export function withModel(model: string): (site: Site) => Fix[] {
  return ({ device }) =>
    device?.name === "controller"
      ? bestFix(`Use model='${model}'`, [setValue(device, "model", model, ["type", "index"])])
      : [];
}

/** The model that the machine wants at index 0. */
export function withWantedModel(site: Site): Fix[] {
  return otherwise(withModel(String(site.values.wanted))(site));
}

/** A value that is too large becomes the largest there is. */
export function clamp(most: string): (site: Site) => Fix[] {
  return ({ nodes: { element, attribute } }) =>
    attribute ? bestFix(`Write ${attribute.name}='${most}'`, [setValue(element, attribute.name, most)]) : [];
}

/** Empty ports for devices that are to come while the guest runs. */
export function addRootPorts({ domain }: Site): Fix[] {
  const { definition, edit } = domain;
  const first = nextIndex(definition, "pci", true);
  const ports = [0, 1, 2, 3].map((at) => ({ type: "pci", index: first + at, model: "pcie-root-port" }));
  return [
    ...fix("Add a pcie-root-port", addControllers(edit, ports.slice(0, 1))),
    ...fix("Add 4 pcie-root-ports", addControllers(edit, ports)),
  ];
}

/** A device that this machine or this domain cannot have; never one that holds data. */
export function dropDevice({ device }: Site): Fix[] {
  return device === undefined || device.name === "disk"
    ? []
    : fix(`Remove this ${device.name}`, dropElement(device));
}

function controllerOf(defined: DefinedDevice | undefined): Controller | undefined {
  return defined?.device.kind === "controller" ? defined.device : undefined;
}
