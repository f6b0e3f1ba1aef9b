import { pciText } from "../domain/address.ts";
import type { CharacterDevice, Controller, Device, Hostdev, HostSource } from "../domain/device.ts";

/** What a person calls a device, and what tells it apart from its neighbours. */
export interface DeviceLabel {
  readonly label: string;
  readonly detail: string;
}

/**
 * Labels a device: "vda" with "virtio · root.qcow2", "net0" with "virtio · 52:54:00:…", "pcie-root-port 3". A name that
 * the author gave it (`<alias name='ua-gpu'/>`) stands for what nobody can know of a passed-through card, "gpu 01:00.0",
 * and beside the rest elsewhere.
 * `position` is the device's place among the devices of its kind, counted from 0.
 */
export function labelOf(device: Device, position: number): DeviceLabel {
  const { label, detail } = namedLabelOf(device, position);
  // Half-typed devices have empty names; VS Code refuses a whole outline over one entry without a name.
  return { label: label.trim() === "" ? `${device.kind} ${position}` : label, detail };
}

function namedLabelOf(device: Device, position: number): DeviceLabel {
  const own = ownLabelOf(device, position);
  const name = authorsName(device);
  if (name === undefined) return own;
  if (device.kind === "hostdev" && device.host?.type === "pci")
    return { label: `${name} ${shortPci(device.host.address)}`, detail: own.detail };
  return { label: own.label, detail: join(own.detail, name) };
}

/** Aliases of another form are not the author's: `virsh define` of 11.3 drops them. */
const authorsAlias = /^ua-([\w-]+)$/;

function authorsName({ alias }: Device): string | undefined {
  return alias === undefined ? undefined : authorsAlias.exec(alias)?.[1];
}

function ownLabelOf(device: Device, position: number): DeviceLabel {
  switch (device.kind) {
    case "disk":
      return {
        label: device.target ?? `disk ${position}`,
        detail: join(
          device.device === "disk" ? undefined : device.device,
          device.bus,
          fileName(device.source),
        ),
      };
    case "interface":
      return {
        label: `net${position}`,
        detail: join(device.model ?? device.type, device.mac ?? device.source, hostText(device.host)),
      };
    case "controller":
      return controllerLabel(device);
    case "hostdev":
      return hostdevLabel(device, position);
    case "video":
      return { label: `video${position}`, detail: join(device.model, device.primary && "primary") };
    case "sound":
      return { label: `sound${position}`, detail: device.model };
    case "input":
      return { label: device.type, detail: join(device.bus === "none" ? undefined : device.bus) };
    case "filesystem":
      return {
        label: device.target ?? `fs${position}`,
        detail: join(device.driver ?? "9p", fileName(device.source)),
      };
    case "serial":
    case "parallel":
    case "console":
    case "channel":
      return characterLabel(device, position);
    case "memory":
      return { label: `${device.model} ${position}`, detail: `${device.size / 1024n} MiB` };
    case "tpm":
      return { label: "TPM", detail: join(device.model, device.backend) };
    case "redirdev":
      return { label: `redirdev${position}`, detail: join(device.bus, device.type) };
    case "smartcard":
      return { label: `smartcard${position}`, detail: device.mode };
    case "watchdog":
      return { label: "watchdog", detail: device.model };
    case "hub":
      return { label: `hub${position}`, detail: device.type };
    default:
      return { label: device.kind === "memballoon" ? "balloon" : device.kind, detail: modelOf(device) };
  }
}

function modelOf(device: Device): string {
  if ("model" in device && device.model !== undefined) return device.model;
  return "type" in device && typeof device.type === "string" ? device.type : "";
}

function controllerLabel({ type, index, model, modelName }: Controller): DeviceLabel {
  const number = index === undefined ? "" : ` ${index}`;
  if (type === "pci")
    return { label: `${model ?? "pci"}${number}`, detail: modelName === model ? "" : (modelName ?? "") };
  return { label: `${type}${number}`, detail: model ?? "" };
}

function hostdevLabel(device: Hostdev, position: number): DeviceLabel {
  const { host } = device;
  if (host?.type === "pci") return { label: `host ${shortPci(host.address)}`, detail: "PCI passthrough" };
  if (host?.type === "mdev") return { label: `mdev${position}`, detail: join(device.model, host.uuid) };
  return { label: `host ${device.type}`, detail: hostText(host) ?? "passthrough" };
}

/** A host's PCI address as people say it, without the domain while it is 0: "01:00.0". */
function shortPci(address: Parameters<typeof pciText>[0]): string {
  return pciText(address).replace(/^0000:/, "");
}

function hostText(host: HostSource | undefined): string | undefined {
  switch (host?.type) {
    case "pci":
      return `host ${shortPci(host.address)}`;
    case "usb":
      return host.vendor === undefined
        ? `host usb ${host.bus}.${host.device}`
        : `host usb ${hex4(host.vendor)}:${hex4(host.product ?? 0)}`;
    case "scsi":
      return host.identity;
    case "mdev":
      return host.uuid;
    default:
      return undefined;
  }
}

function characterLabel(device: CharacterDevice, position: number): DeviceLabel {
  const name =
    device.kind === "channel"
      ? (device.targetName ?? `channel${position}`)
      : `${device.kind}${device.targetPort ?? position}`;
  return { label: name, detail: join(device.targetType, device.type) };
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, "0");
}

function fileName(path: string | undefined): string | undefined {
  return path?.split("/").findLast((part) => part !== "");
}

function join(...parts: (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join(" · ");
}
