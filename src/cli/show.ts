import { type Board, exportFormats, getDomainService } from "../service.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { readInput } from "./input.ts";
import type { Format, Options } from "./options.ts";
import { print, printError } from "./report.ts";
import { UsageError } from "./usage.ts";

type PlacementState = Board["devices"][number]["placement"];

/** Lists buses, slots and who sits in them. */
export function show(options: Options): ExitStatus {
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0) throw new UsageError("Show takes one FILE.");
  const input = readInput(file);
  if (input.text === undefined) {
    printError([`${file}: cannot be read: ${input.problem}.`]);
    return exitStatus.trouble;
  }
  const service = getDomainService(options.define);
  const snapshot = service.snapshot(file, 0, input.text);
  const at = domainAt(service.board(snapshot), options.domain);
  const board = service.board(snapshot, undefined, at);
  if (board === undefined) {
    printError([`${file}: no libvirt domain.`]);
    return exitStatus.errors;
  }
  const exported = exportFormats.find((format) => format === options.format);
  if (exported) process.stdout.write(service.exportBoard(snapshot, exported, at) ?? "");
  else printOverview(overviewOf(board), options.format);
  if (board.domains !== undefined && options.domain === undefined)
    printError([othersOf(file, board.domains)]);
  const hasErrors = service.diagnostics(snapshot).some(({ severity }) => severity === "error");
  if (hasErrors) printError([`${file}: libvirt would refuse this domain; run check to see why.`]);
  return hasErrors ? exitStatus.errors : exitStatus.fine;
}

/** The number of the wanted domain among those of a document, from 0: by name, or by number from 1. */
function domainAt(first: Board | undefined, wanted: string | undefined): number {
  if (first === undefined || wanted === undefined) return 0;
  const names = first.domains ?? [first.title];
  const at = names.includes(wanted) ? names.indexOf(wanted) : Number(wanted) - 1;
  if (names[at] !== undefined) return at;
  throw new UsageError(`There is no domain ${wanted}; the file holds ${listed(names)}.`);
}

function othersOf(file: string, names: readonly string[]): string {
  return `${file}: holds ${listed(names)}; this is the first. --domain chooses another.`;
}

function listed(names: readonly string[]): string {
  return names.map((name, at) => `${at + 1} ${name}`).join(", ");
}

function printOverview(overview: Overview, format: Format): void {
  print(format === "json" ? [JSON.stringify(overview, undefined, 2)] : overviewLines(overview));
}

/** Buses, slots and occupants as plain data: what `--format json` prints. */
interface Overview {
  readonly title: string;
  readonly machine: string;
  readonly buses: readonly OverviewBus[];
  /** Devices that sit in no slot. */
  readonly unplaced: readonly OverviewDevice[];
}

interface OverviewBus {
  readonly family: string;
  readonly label: string;
  readonly detail: string;
  readonly slots: readonly OverviewSlot[];
}

interface OverviewSlot {
  readonly label: string;
  /** Why nobody may sit here although no device does. */
  readonly reserved?: string;
  readonly occupants: readonly (OverviewDevice & { readonly function?: string })[];
}

interface OverviewDevice {
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly address?: string;
  /** given: written in the file. assigned: libvirt would choose it. usual: where QEMU puts it. none: no address. */
  readonly placement: PlacementState;
  /** Added by libvirt, not in the file. */
  readonly implied: boolean;
}

function overviewOf(board: Board): Overview {
  const devices = new Map(board.devices.map((device) => [device.key, overviewDevice(device)]));
  const named = (key: string): OverviewDevice[] => {
    const device = devices.get(key);
    return device ? [device] : [];
  };
  const buses = board.buses.map(({ family, label, detail, slots }) => ({
    family,
    label,
    detail,
    slots: slots.map(({ label: place, reserved, occupants }) => ({
      label: place,
      ...(reserved !== undefined && { reserved }),
      occupants: occupants.flatMap(({ device, function: fn }) =>
        named(device).map((occupant) => (fn === undefined ? occupant : { ...occupant, function: fn })),
      ),
    })),
  }));
  return { title: board.title, machine: board.machine, buses, unplaced: board.tray.flatMap(named) };
}

function overviewDevice(device: Board["devices"][number]): OverviewDevice {
  const { kind, label, detail, address, placement, implied } = device;
  return { kind, label, detail, ...(address !== undefined && { address }), placement, implied };
}

function overviewLines({ title, machine, buses, unplaced }: Overview): string[] {
  const tray = unplaced.map((device) => `  ${deviceText(device)}`);
  return [
    `${title} (${machine})`,
    ...buses.flatMap((bus) => ["", ...busLines(bus)]),
    ...(tray.length > 0 ? ["", "without a slot", ...tray] : []),
  ];
}

function busLines({ label, detail, slots }: OverviewBus): string[] {
  const taken = slots.flatMap((slot) =>
    slot.reserved === undefined || slot.occupants.length > 0
      ? slot.occupants.map((device) => slotLine(slot.label, device.function, deviceText(device)))
      : [slotLine(slot.label, undefined, `reserved: ${slot.reserved}`)],
  );
  const free = slots.filter(
    ({ reserved, occupants }) => reserved === undefined && occupants.length === 0,
  ).length;
  return [`${label}  ${detail}, ${free === 1 ? "1 free slot" : `${free} free slots`}`, ...taken];
}

function slotLine(slot: string, fn: string | undefined, text: string): string {
  return `  ${(fn === undefined ? slot : `${slot}.${fn}`).padEnd(6)} ${text}`;
}

const originWords = {
  given: "",
  assigned: ", chosen by libvirt",
  usual: ", put there by QEMU",
  none: "",
} as const satisfies Record<PlacementState, string>;

function deviceText({ kind, label, detail, placement, implied }: OverviewDevice): string {
  const name = [kind === label ? undefined : kind, label, detail === "" ? undefined : `(${detail})`];
  const origin = implied ? ", added by libvirt" : originWords[placement];
  return name.filter((part) => part !== undefined).join(" ") + origin;
}
