import type { Draft } from "../defaults/draft.ts";
import { walk } from "../defaults/walk.ts";
import type { Device } from "../domain/device.ts";
import type { Target } from "../domain/target.ts";
import { hasNoAddress, virtioDevicesOf } from "./virtioGroups.ts";

const arches: ReadonlySet<string> = new Set(["armv6l", "armv7l", "aarch64", "riscv32", "riscv64"]);
const classes: ReadonlySet<string> = new Set(["vexpress", "arm-virt", "riscv-virt"]);

/**
 * Decides on ARM and RISC-V boards whether virtio devices without address go to PCI or to the board's own virtio
 * slots: one virtio-mmio device in the file decides for all (qemuDomainAssignVirtioMMIOAddresses,
 * qemu_domain_address.c, libvirt 11.3).
 */
export function markVirtio(draft: Draft): void {
  if (!hasVirtioMmio(draft.target)) return;
  const mark = wantsPci(draft) ? markPci : markMmio;
  for (const device of virtioDevicesOf(draft)) if (hasNoAddress(device)) mark(draft, device);
}

/** Whether libvirt puts virtio devices of the board into memory-mapped slots where there is no PCI. */
export function hasVirtioMmio(target: Target): boolean {
  return arches.has(target.arch) && classes.has(target.class);
}

function wantsPci(draft: Draft): boolean {
  const { capabilities } = draft.target;
  const hasRootPort = capabilities.has("DEVICE_PCIE_ROOT_PORT") || capabilities.has("DEVICE_IOH3420");
  if (!hasRootPort || draft.controllers.find("pci", 0)?.model !== "pcie-root") return false;
  return walk(draft).every((device) => device.address?.type !== "virtio-mmio");
}

/** An empty PCI address asks the PCI pass to choose. */
function markPci(_: Draft, device: Device): void {
  device.address = { type: "pci", domain: 0, bus: 0, slot: 0, function: 0 };
}

function markMmio(draft: Draft, device: Device): void {
  if (!draft.target.capabilities.has("DEVICE_VIRTIO_MMIO")) return;
  device.address = { type: "virtio-mmio" };
  draft.explain(device, {
    rule: "virtio-mmio-machine",
    values: { machine: draft.target.machine },
    because: [],
  });
}
