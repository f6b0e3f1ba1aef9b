import { absentDevices, droppedMachines } from "../catalog/absentDevices.ts";
import { binaryOf } from "../catalog/binaries.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Devices and boards that libvirt hands to a QEMU which does not have them. */
export function checkAbsentDevices(definition: Definition): Problem[] {
  const { arch, machine } = definition.target;
  const binary = binaryOf(arch) ?? "none";
  const boards = droppedMachines.has(machine)
    ? [problem("qemu-machine-missing", { machine }, { part: "os/type@machine" })]
    : [];
  const devices = devicesOf(definition).flatMap((device) => {
    const driver = absentDriver(device, binary);
    if (driver === undefined) return [];
    return [problem("qemu-device-missing", { driver, arch }, { device: device.id, part: partOf(device) })];
  });
  return [...boards, ...devices];
}

function absentDriver(device: Device, binary: string): string | undefined {
  const row = absentDevices[keyOf(device)];
  const isAbsent = row !== undefined && (row.binaries?.includes(binary) ?? true);
  return isAbsent ? row.driver : undefined;
}

function keyOf(device: Device): string {
  switch (device.kind) {
    case "controller":
      return `controller ${device.type} ${device.model ?? ""}`;
    case "disk":
      return `disk ${device.bus ?? ""}`;
    case "sound":
    case "watchdog":
    case "vsock":
      return `${device.kind} ${device.model ?? ""}`;
    default:
      return device.kind;
  }
}

function partOf(device: Device): string {
  return device.kind === "disk" ? "target@bus" : "@model";
}
