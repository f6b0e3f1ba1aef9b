import { element } from "./element.ts";
import { address, extras, type Maker, type Making, native, virtioModels, withAttribute } from "./making.ts";

/** On buses that the host has not, or libvirt would look at a device of its own. */
const hostPci = ({ random }: Making) =>
  element("address", {
    domain: "0x0000",
    bus: `0x${(0x40 + random.below(16)).toString(16)}`,
    slot: `0x${random.below(32).toString(16)}`,
    function: `0x${random.below(8)}`,
  });

export const hostdev: Maker = (making) => {
  const { random } = making;
  const type = random.weighted([
    ["pci", 4],
    ["usb", 3],
    ["scsi", 3],
    ["mdev", 1],
    ["scsi_host", 0.5],
  ]);
  if (type === "pci") {
    return element("hostdev", { mode: "subsystem", type, managed: "no" }, [
      random.chance(0.1) ? element("driver", { name: "vfio" }) : undefined,
      element("source", {}, [hostPci(making)]),
      address(making, "pci"),
      ...extras(making),
    ]);
  }
  if (type === "scsi_host") {
    const wwpn = `naa.5123456789abc${(making.next++ + 0x100).toString(16)}`;
    return element("hostdev", { mode: "subsystem", type, model: random.pick(virtioModels) }, [
      element("source", { protocol: "vhost", wwpn }),
      native(making),
    ]);
  }
  if (type === "usb") {
    const ids = [
      element("vendor", { id: `0x${(0x1000 + random.below(0x8000)).toString(16)}` }),
      element("product", { id: `0x${(0x1000 + random.below(0x8000)).toString(16)}` }),
    ];
    return element("hostdev", { mode: "subsystem", type }, [
      element("source", {}, ids),
      address(making, "usb"),
    ]);
  }
  if (type === "scsi") {
    const source = [
      element("adapter", { name: "scsi_host0" }),
      element("address", { bus: 0, target: 0, unit: making.next++ }),
    ];
    // Any other type keeps libvirt 11.3 adding controllers without end: it reads the numbers as a controller's.
    const place = address(making, "drive");
    const isDrive = place?.attributes.type === "drive";
    return element("hostdev", { mode: "subsystem", type }, [
      element("source", {}, source),
      isDrive ? place : undefined,
    ]);
  }
  const uuid = `c2177883-f1bb-47f0-914d-32a22e3a8${(making.next++ + 0x100).toString(16)}`;
  const model = random.pick(["vfio-pci", "vfio-pci", "vfio-ccw", "vfio-ap"]);
  return element("hostdev", { mode: "subsystem", type, managed: "no", model }, [
    element("source", {}, [element("address", { uuid })]),
    address(making, model === "vfio-ccw" ? "ccw" : "pci"),
  ]);
};

export const hostNet: Maker = (making) =>
  element("interface", { type: "hostdev", managed: "no" }, [
    element("mac", { address: `52:54:00:00:01:${(making.next++ % 256).toString(16).padStart(2, "0")}` }),
    element("source", {}, [withAttribute(hostPci(making), "type", "pci")]),
    address(making, "pci"),
  ]);
