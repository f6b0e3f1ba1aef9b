import { element } from "./element.ts";
import { address, extras, type Maker, native } from "./making.ts";

const netModels = [
  "virtio",
  "virtio",
  "virtio",
  "e1000",
  "e1000e",
  "rtl8139",
  "igb",
  "vmxnet3",
  "pcnet",
  "ne2k_pci",
  "ne2k_isa",
  "usb-net",
  "spapr-vlan",
  "virtio-transitional",
  "virtio-non-transitional",
  undefined,
  "i82551",
  "tulip",
  "smc91c111",
  "lan9118",
];

export const net: Maker = (making) => {
  const { random } = making;
  const model = random.pick(
    making.tame ? ["virtio", "virtio", "e1000", "rtl8139", "virtio-non-transitional"] : netModels,
  );
  const mac = `52:54:00:00:00:${(making.next++ % 256).toString(16).padStart(2, "0")}`;
  const own =
    model === "usb-net"
      ? address(making, "usb")
      : model === "spapr-vlan"
        ? address(making, "spapr-vio")
        : native(making);
  return element("interface", { type: "user" }, [
    element("mac", { address: mac }),
    model === undefined ? undefined : element("model", { type: model }),
    model === "virtio" && random.chance(0.03) ? element("driver", { rss: "on" }) : undefined,
    own,
    ...extras(making),
  ]);
};
