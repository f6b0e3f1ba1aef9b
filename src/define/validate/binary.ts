import type { Capability } from "../../catalog/capabilities.ts";
import { foreignDevices, neededByDevice, neededByTpm } from "../../catalog/neededCapabilities.ts";
import type { RefusalCode } from "../../catalog/refusals.ts";
import { type Setting, settings } from "../../catalog/settings.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Device, Tpm } from "../../domain/device.ts";
import type { RefusalValues } from "../../domain/refusal.ts";
import { lacks } from "../../domain/target.ts";

/**
 * Devices and settings that this QEMU does not have (qemuValidateDomainDeviceDef, libvirt 11.3). Of one device libvirt
 * misses the device before its settings.
 */
export function validateBinary(draft: Draft, device: Device): void {
  if (validateDevice(draft, device)) validateSettings(draft, device);
}

/** Whether the device as such is there. */
function validateDevice(draft: Draft, device: Device): boolean {
  const words = wordsOf(device);
  if (isHostInputOnCcw(device)) {
    draft.refuse("input-virtio-unsupported", valuesOf(device), { device: device.id });
    return false;
  }
  for (const key of keysOf(device.kind, words)) {
    const need = neededByDevice[key];
    const code =
      foreignDevices[key] ?? (need && lacks(draft.target, need.capability) ? need.code : undefined);
    if (code === undefined) continue;
    draft.refuse(code, valuesOf(device), { device: device.id });
    return false;
  }
  return true;
}

function validateSettings(draft: Draft, device: Device): void {
  const words = wordsOf(device);
  for (const part of device.settings ?? []) {
    const setting = settings[device.kind]?.find((row) => row.part === part);
    const code = setting && refusalOf(draft, setting, words);
    if (code === undefined) continue;
    const [path, value = ""] = part.split("=") as [string, string?];
    const option = path.split("@")[1] ?? "";
    draft.refuse(code, { ...valuesOf(device), value, option }, { device: device.id, part: path });
  }
}

function refusalOf(draft: Draft, setting: Setting, words: readonly string[]): RefusalCode | undefined {
  const { among, elsewhere, capability, code } = setting;
  if (among && !words.some((word) => among.includes(word))) return elsewhere;
  return capability && lacks(draft.target, capability) ? code : undefined;
}

/** QEMU has virtio-input-host on PCI only, and libvirt knows. */
function isHostInputOnCcw(device: Device): boolean {
  if (device.kind !== "input" || device.bus !== "virtio" || device.type !== "passthrough") return false;
  return device.address?.type === "ccw";
}

/** What tells devices of one kind apart, in the order in which libvirt looks. */
function wordsOf(device: Device): readonly string[] {
  switch (device.kind) {
    case "disk":
      return [device.device, device.bus ?? "", device.sourceType];
    case "input":
      return [device.type, device.bus ?? ""];
    case "interface":
      return [device.type, device.model ?? ""];
    case "filesystem":
      return [device.driver ?? ""];
    case "smartcard":
      return [device.mode];
    case "redirdev":
      return [device.bus];
    case "hostdev":
    case "hub":
    case "graphics":
    case "audio":
      return [device.type];
    default:
      return "model" in device ? [device.model ?? ""] : [];
  }
}

/** The words together, then each alone: `disk lun scsi`, `disk lun`, `disk scsi`, … */
function keysOf(kind: string, words: readonly string[]): string[] {
  const pair = words.length > 1 ? [`${kind} ${words[0]} ${words[1]}`] : [];
  return [...pair, ...words.map((word) => `${kind} ${word}`)];
}

function valuesOf(device: Device): RefusalValues {
  switch (device.kind) {
    case "disk":
      return { target: device.target ?? "", type: device.sourceType, bus: device.bus ?? "" };
    case "input":
      return { driver: device.type === "passthrough" ? "virtio-input-host" : `virtio-${device.type}` };
    case "graphics":
      return { type: device.type };
    default:
      return "model" in device ? { model: device.model ?? "" } : {};
  }
}

/** A backend and a model that the emulator has (qemuValidateDomainDeviceDefTPM, libvirt 11.3). */
export function validateTpm(draft: Draft, tpm: Tpm): void {
  const { id, backend = "", model = "" } = tpm;
  const { emulator } = draft.target;
  const misses = (word: string) => {
    const capability: Capability | undefined = neededByTpm[word];
    return capability !== undefined && lacks(draft.target, capability);
  };
  if (misses(backend)) {
    draft.refuse("tpm-backend-unsupported", { emulator, backend }, { device: id, part: "backend@type" });
  } else if (misses(model)) {
    draft.refuse("tpm-model-unsupported", { emulator, model }, { device: id, part: "@model" });
  }
}
