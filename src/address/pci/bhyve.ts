import type { Draft } from "../../defaults/draft.ts";
import { walk } from "../../defaults/walk.ts";
import { pciText } from "../../domain/address.ts";
import type { Device, DeviceId } from "../../domain/device.ts";
import { wordsOf } from "../leak.ts";
import { addressOf } from "./busTable.ts";
import { wantsPci } from "./pciDraft.ts";

/** The slot that bhyve keeps for its ISA bridge (LPC). */
const lpcSlot = 1;

/**
 * Gives PCI devices of a bhyve guest their slots: one bus, one device to a slot, the lowest free one
 * (bhyveAssignDevicePCISlots, bhyve/bhyve_device.c, libvirt 11.3).
 */
export function assignBhyve(draft: Draft): void {
  const slots = new BhyveSlots(draft);
  for (const device of walk(draft)) slots.reserve(device);
  slots.keepLpc();
  for (const category of categories) {
    for (const device of category(draft)) if (wantsPci(device)) slots.assign(device);
  }
}

const categories: readonly ((draft: Draft) => readonly Device[])[] = [
  (draft) =>
    draft.controllers.all().filter(({ type, model }) => {
      if (type === "pci") return model !== "pci-root";
      return type === "sata" || type === "isa" || (type === "usb" && model === "nec-xhci");
    }),
  (draft) => draft.list("interface"),
  (draft) => draft.disks.filter((disk) => disk.bus === "virtio"),
  (draft) => draft.list("video"),
  (draft) => draft.list("sound"),
  (draft) => draft.list("filesystem"),
  (draft) => draft.list("rng"),
];

class BhyveSlots {
  readonly #draft: Draft;
  readonly #owners = new Map<number, DeviceId | undefined>();
  readonly #usedSlots = new Set<number>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** Takes the address of the file. The code of libvirt reads the numbers of any type but drive as PCI numbers. */
  reserve(device: Device): void {
    const { address } = device;
    if (address === undefined || address.type === "drive") return;
    const [domain, bus, slot, fn] = wordsOf(address);
    if (domain === 0 && bus === 0 && slot === 0) return;
    const values = { severity: "XML error", address: pciText({ domain, bus, slot, function: fn }) };
    if (bus !== 0) {
      this.#draft.refuse(
        "pci-bus-not-available",
        { ...values, last: 0 },
        { device: device.id, part: "address@bus" },
      );
    } else if (slot > 31) {
      this.#draft.refuse(
        "pci-slot-too-high",
        { ...values, limit: 31 },
        { device: device.id, part: "address@slot" },
      );
    } else if (this.#owners.has(slot * 8 + fn)) {
      const other = this.#owners.get(slot * 8 + fn);
      const related = other === undefined ? [] : [{ device: other, part: "address" }];
      this.#draft.refuse("pci-double-use", values, { device: device.id, part: "address" }, related);
    } else this.#take(slot, fn, device.id);
  }

  /** Slot 1 is the ISA bridge's unless the file puts something there; it stays kept where there is no such bridge. */
  keepLpc(): void {
    if (this.#usedSlots.has(lpcSlot)) return;
    const bridge = this.#draft.controllers.ofType("isa").find(wantsPci);
    this.#take(lpcSlot, 0, bridge?.id);
    if (!bridge) return;
    bridge.address = addressOf(0, lpcSlot, 0);
    this.#draft.explain(bridge, { rule: "pci-chipset", values: { bus: 0, slot: lpcSlot }, because: [] });
  }

  assign(device: Device): void {
    let slot = 1;
    while (this.#usedSlots.has(slot)) slot++;
    if (slot > 31) {
      this.#draft.refuse("pci-no-more-slots", {}, { device: device.id });
      return;
    }
    device.address = addressOf(0, slot, 0);
    this.#take(slot, 0, device.id);
    this.#draft.explain(device, { rule: "pci-lowest-free", values: { bus: 0, slot }, because: [] });
  }

  #take(slot: number, fn: number, owner: DeviceId | undefined): void {
    this.#owners.set(slot * 8 + fn, owner);
    this.#usedSlots.add(slot);
  }
}
