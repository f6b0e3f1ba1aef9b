import { type BoardWants, boardWantsOf } from "../catalog/boardDevices.ts";
import type { MachineClass } from "../catalog/machines.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Devices for a bus or a socket that the board has not, although its QEMU binary knows the device. */
export function checkBoardLacks(definition: Definition): Problem[] {
  const { target } = definition;
  const wants = boardWantsOf(target.machine);
  return devicesOf(definition).flatMap((device) => [
    ...checkIsa(wants, device),
    ...checkFloppy(wants, device, target.machine),
    ...checkSpeaker(definition, device),
  ]);
}

function checkIsa({ isa, isaDma }: BoardWants, device: Device): Problem[] {
  const driver = isaDriver(device);
  if (driver === undefined) return [];
  const place = { device: device.id, ...(device.kind === "sound" ? { part: "@model" } : {}) };
  if (isa === false) return [problem("isa-bus-missing", { driver }, place)];
  return isaDma === false && driver === "sb16" ? [problem("isa-dma-missing", { driver }, place)] : [];
}

function isaDriver(device: Device): string | undefined {
  if (device.kind === "parallel") return "isa-parallel";
  return device.kind === "sound" && device.model === "sb16" ? "sb16" : undefined;
}

function checkFloppy({ floppy }: BoardWants, device: Device, machine: string): Problem[] {
  if (floppy !== false || device.kind !== "disk" || device.bus !== "fdc") return [];
  return [problem("floppy-bus-missing", { machine }, { device: device.id, part: "target@bus" })];
}

/** Machines whose speaker can be heard. */
const withSpeaker: ReadonlySet<MachineClass> = new Set(["q35", "i440fx", "isapc"]);
/** Classes of which no machine has been asked. */
const unasked: ReadonlySet<MachineClass> = new Set(["malta", "mips", "other", "xenfv"]);

function checkSpeaker({ target }: Definition, device: Device): Problem[] {
  if (device.kind !== "sound" || device.model !== "pcspk") return [];
  if (withSpeaker.has(target.class) || unasked.has(target.class) || target.arch === "sparc64") return [];
  const place = { device: device.id, part: "@model" };
  return [problem("pcspk-machine", { machine: target.machine }, place)];
}
