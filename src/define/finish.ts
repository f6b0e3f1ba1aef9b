import { serialBehind } from "../defaults/consoles.ts";
import type { Draft } from "../defaults/draft.ts";
import { isOpen, isSamePlace } from "../domain/address.ts";
import type { CharacterDevice, Device, DeviceId, DeviceKind } from "../domain/device.ts";
import type { DefinedDevice, Definition, Placement } from "./definition.ts";

/** The order in which libvirt prints devices (virDomainDefFormatInternal, libvirt 11.3). */
const printOrder: readonly DeviceKind[] = [
  "disk",
  "controller",
  "lease",
  "filesystem",
  "interface",
  "smartcard",
  "serial",
  "parallel",
  "console",
  "channel",
  "input",
  "tpm",
  "graphics",
  "sound",
  "audio",
  "video",
  "hostdev",
  "redirdev",
  "redirfilter",
  "hub",
  "watchdog",
  "memballoon",
  "rng",
  "nvram",
  "panic",
  "shmem",
  "memory",
  "crypto",
  "iommu",
  "vsock",
  "pstore",
];

/** Turns the draft into the value that everybody else sees. */
export function finish(draft: Draft): Definition {
  const devices = printOrder.flatMap((kind) =>
    (draft.list(kind) as Device[]).map((device, position) =>
      device.kind === "console" ? definedConsole(draft, device, position) : defined(draft, device),
    ),
  );
  return { domain: draft.domain, target: draft.target, devices, refusals: draft.refusals };
}

function defined(draft: Draft, device: Device): DefinedDevice {
  return { device, written: draft.isWritten(device.id), placement: placementOf(draft, device) };
}

/** A console that stands for a serial shows the serial's address. */
function definedConsole(draft: Draft, console: CharacterDevice, position: number): DefinedDevice {
  const serial = serialBehind(draft, console, position);
  if (serial === undefined) return defined(draft, console);
  const { address: _, ...bare } = console;
  const device = serial.address ? { ...bare, address: serial.address } : bare;
  const written = draft.isWritten(console.id);
  return { device, written, placement: placementOf(draft, device, serial.id), copyOf: serial.id };
}

function placementOf(draft: Draft, device: Device, explainedBy: DeviceId = device.id): Placement {
  if (device.address === undefined) return { state: "none" };
  if (isOpen(device.address)) return { state: isOddlyPlaced(device) ? "given" : "none" };
  const written = draft.domain.devices[device.id]?.address;
  if (written && !isOpen(written) && isSamePlace(written, device.address)) return { state: "given" };
  return { state: "assigned", why: draft.whys.get(explainedBy) };
}

/** On a virtio-serial bus where nobody chooses its port, or as its console: libvirt prints the 0 of a missing one. */
function isOddlyPlaced(device: Device): boolean {
  return device.address?.type === "virtio-serial" && device.kind !== "channel";
}
