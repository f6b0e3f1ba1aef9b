import type { CharacterDevice } from "../domain/device.ts";
import type { Draft } from "./draft.ts";

const isaPorts = 4;

/**
 * Numbers the serials whose ISA target stands in the file (qemuDomainDefPostParse → virDomainDefAssignISASerialPorts,
 * libvirt 11.3): at most four, explicit ports first.
 */
export function assignIsaSerialPorts(draft: Draft): void {
  const serials = draft.list("serial").filter((serial) => serial.targetType === "isa-serial");
  const used = new Map<number, CharacterDevice>();
  for (const [position, serial] of serials.entries()) {
    const port = serial.targetPort;
    const part = { device: serial.id, part: "target@port" };
    if (position >= isaPorts || (port ?? 0) >= isaPorts) draft.refuse("isa-serial-ports", {}, part);
    else if (port !== undefined && used.has(port)) {
      draft.refuse("isa-serial-port-duplicate", { port }, part, [{ device: used.get(port)!.id }]);
    } else if (port !== undefined) used.set(port, serial);
  }
  for (const serial of serials) {
    if (serial.targetPort !== undefined) continue;
    const free = [0, 1, 2, 3].find((port) => !used.has(port));
    if (free === undefined) continue;
    serial.targetPort = free;
    used.set(free, serial);
  }
}

/** Gives every remaining serial, parallel and console port the next number of its kind. */
export function assignCharacterPorts(draft: Draft): void {
  for (const kind of ["serial", "parallel", "console"] as const) {
    const devices = draft.list(kind);
    let highest = devices.reduce((most, device) => Math.max(most, device.targetPort ?? -1), -1);
    for (const device of devices) device.targetPort ??= ++highest;
  }
}
