import type { Board, DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { Edit, EditIntent, Place } from "../src/protocol/messages.ts";
import type { Host } from "./host.ts";
import type { Store } from "./store.ts";

/** What the intents need: where to note that an answer is awaited, and where to ask. */
interface Line {
  readonly store: Store;
  readonly host: Host;
}

/** Asks for a device to be put into a slot. One question at a time: while one is open, another changes nothing. */
export function askMove(line: Line, device: DeviceKey, slot: SlotKey): void {
  ask(line, [device], { type: "move", device, slot }, slot);
}

/** Asks for devices to be put into places, all in one edit. */
export function askArrange(line: Line, places: readonly Place[]): void {
  const devices = places.map((place) => place.device);
  ask(line, devices, { type: "arrange", places }, places[0]?.slot);
}

/** Asks for one of the offered controllers. */
export function askController(line: Line, offer: string): void {
  ask(line, [], { type: "addController", offer });
}

/** Asks for root ports for devices that are plugged in later. */
export function askPorts(line: Line, count: number): void {
  ask(line, [], { type: "reservePorts", count });
}

/** Asks for the addresses libvirt would choose to be written down for these devices. */
export function askPin(line: Line, devices: readonly DeviceKey[]): void {
  ask(line, devices, { type: "pin", devices });
}

/** Asks for every address libvirt would choose to be written down. */
export function askPinAll(line: Line): void {
  const assigned = line.store.get().index?.board.devices.filter((device) => device.placement === "assigned");
  ask(line, assigned?.map((device) => device.key) ?? [], { type: "pinAll" });
}

/** Asks for the addresses of these devices to be removed. */
export function askUnpin(line: Line, devices: readonly DeviceKey[]): void {
  ask(line, devices, { type: "unpin", devices });
}

/** An edit as it is asked for on a board. */
export function intentOf({ version, domain }: Board, edit: Edit): EditIntent {
  return { ...edit, version, ...(domain !== undefined && { domain }) };
}

function ask({ store, host }: Line, devices: readonly DeviceKey[], edit: Edit, slot?: SlotKey): void {
  const { index, pending } = store.get();
  if (index === undefined || pending !== undefined) return;
  store.dispatch(slot === undefined ? { type: "asked", devices } : { type: "asked", devices, slot });
  host.post(intentOf(index.board, edit));
}
