import type { StrictElement } from "../support/strictXml.ts";
import { element } from "./element.ts";
import type { Flavour } from "./machines.ts";
import { address, extras, type Maker, type Making, native, withAttribute } from "./making.ts";

const controllerModels: Readonly<Record<string, readonly (string | undefined)[]>> = {
  pci: [
    "pcie-root-port",
    "pcie-root-port",
    "pcie-root-port",
    "pcie-to-pci-bridge",
    "dmi-to-pci-bridge",
    "pci-bridge",
    "pci-bridge",
    "pcie-switch-upstream-port",
    "pcie-switch-downstream-port",
    "pcie-expander-bus",
    "pci-expander-bus",
    "pci-root",
    "pcie-root",
    undefined,
  ],
  usb: [
    undefined,
    "piix3-uhci",
    "ich9-ehci1",
    "ich9-uhci1",
    "ich9-uhci2",
    "ich9-uhci3",
    "nec-xhci",
    "qemu-xhci",
    "qemu-xhci",
    "pci-ohci",
    "none",
    "piix4-uhci",
    "vt82c686b-uhci",
    "ehci",
  ],
  scsi: [
    undefined,
    "virtio-scsi",
    "virtio-scsi",
    "lsilogic",
    "lsisas1068",
    "lsisas1078",
    "vmpvscsi",
    "ibmvscsi",
    "am53c974",
    "dc390",
    "auto",
    "buslogic",
    "ncr53c90",
    "virtio-transitional",
    "virtio-non-transitional",
  ],
  "virtio-serial": [undefined, undefined, "virtio-transitional", "virtio-non-transitional"],
  sata: [undefined],
  ide: [undefined, undefined, "piix3", "ich6"],
  ccid: [undefined],
  fdc: [undefined],
};

const tamePciModels: Readonly<Record<Flavour, readonly string[]>> = {
  pci: ["pci-bridge", "pci-bridge", "pci-expander-bus"],
  pcie: [
    "pcie-root-port",
    "pcie-root-port",
    "pcie-root-port",
    "pcie-to-pci-bridge",
    "dmi-to-pci-bridge",
    "pci-bridge",
    "pcie-switch-upstream-port",
    "pcie-switch-downstream-port",
    "pcie-expander-bus",
  ],
  isa: [],
  spapr: ["pci-root", "pci-root", "pci-bridge"],
  ccw: ["pci-bridge"],
  mmio: [],
  mac: [],
};

const tameModels: Readonly<Record<string, readonly (string | undefined)[]>> = {
  usb: [undefined, "qemu-xhci", "nec-xhci", "ich9-ehci1"],
  scsi: [undefined, "virtio-scsi", "virtio-scsi", "lsilogic", "virtio-non-transitional"],
};

function controllerModel({ random, flavour, tame }: Making, type: string): string | undefined {
  const models = type === "pci" ? tamePciModels[flavour] : tameModels[type];
  return random.pick(tame && models && models.length > 0 ? models : controllerModels[type]!);
}

export const controller: Maker = (making) => {
  const { random, flavour } = making;
  const type = random.weighted([
    ["pci", flavour === "ccw" ? 1 : 9],
    ["usb", 5],
    ["scsi", 4],
    ["virtio-serial", 2],
    ["sata", 1],
    ["ide", 1],
    ["ccid", 1],
    ["fdc", 0.3],
  ]);
  const model = controllerModel(making, type);
  const isTamePort = making.tame && type === "pci";
  const index = isTamePort
    ? 1 + making.next++
    : random.chance(0.2)
      ? undefined
      : random.below(random.chance(0.8) ? 4 : 12);
  const isRoot = type === "pci" && (model === "pci-root" || model === "pcie-root");
  const made = element("controller", { type, index: isRoot && flavour !== "spapr" ? 0 : index, model }, [
    ...(type === "pci" ? pciTarget(making) : []),
    type === "pci" && random.chance(0.05)
      ? element("model", {
          name: random.pick(["pcie-root-port", "ioh3420", "pci-bridge", "pxb", "spapr-pci-host-bridge"]),
        })
      : undefined,
    model?.startsWith("ich9-uhci") && random.chance(0.8)
      ? element("master", { startport: (Number(model.at(-1)) - 1) * 2 })
      : undefined,
    type === "scsi" && random.chance(0.05) ? element("driver", { queues: "2" }) : undefined,
    isRoot && random.chance(0.95) ? undefined : controllerAddress(making, type, model),
    ...extras(making).filter(({ name }) => name === "alias"),
  ]);
  if (type === "virtio-serial" && random.chance(0.3))
    return withAttribute(made, "ports", String(1 + random.below(5)));
  if (type === "usb" && random.chance(0.15))
    return withAttribute(made, "ports", String(1 + random.below(16)));
  return made;
};

function pciTarget({ random, flavour }: Making): StrictElement[] {
  if (!random.chance(flavour === "spapr" ? 0.5 : 0.2)) return [];
  return [
    element(
      "target",
      {
        chassis: random.chance(0.3) ? random.below(20) : undefined,
        chassisNr: random.chance(0.15) ? random.below(20) : undefined,
        port: random.chance(0.3) ? `0x${random.below(64).toString(16)}` : undefined,
        busNr: random.chance(0.2) ? random.below(256) : undefined,
        index: random.chance(flavour === "spapr" ? 0.8 : 0.03) ? random.below(6) : undefined,
        memReserve: random.chance(0.03) ? 8192 : undefined,
        hotplug: random.chance(0.1) ? random.pick(["on", "off"]) : undefined,
      },
      random.chance(0.15) ? [element("node", {}, random.pick(["0", "0", "1"]))] : [],
    ),
  ];
}

function controllerAddress(
  making: Making,
  type: string,
  model: string | undefined,
): StrictElement | undefined {
  if (type === "ccid") return address(making, "usb");
  if (type === "scsi" && (model === "ibmvscsi" || making.flavour === "spapr") && making.random.chance(0.5)) {
    return address(making, "spapr-vio");
  }
  if (type === "virtio-serial" || type === "scsi") return native(making);
  if (making.flavour === "ccw" && making.random.chance(0.9)) return undefined;
  return address(making, "pci");
}

/** Four controllers that stand for one USB 2 bus, in any order. */
export function usb2Group({ random }: Making): StrictElement[] {
  const index = random.below(3);
  const companions = [1, 2, 3].map((number) =>
    element("controller", { type: "usb", index, model: `ich9-uhci${number}` }, [
      element("master", { startport: (number - 1) * 2 }),
    ]),
  );
  const whole = [element("controller", { type: "usb", index, model: "ich9-ehci1" }), ...companions];
  return random.shuffled(whole).slice(0, random.chance(0.8) ? 4 : 1 + random.below(4));
}
