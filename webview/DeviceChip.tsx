import { type MouseEvent, memo, type ReactNode } from "react";
import type { BoardDevice, DeviceKey } from "../src/protocol/board.ts";
import { iconOf } from "../src/protocol/icons.ts";
import { clearSelection, select } from "./benchKeys.ts";
import { ShiftMark } from "./Foretold.tsx";
import { focusDevice } from "./focus.ts";
import { shortAddress } from "./forecast.ts";
import { Glyph, KindIcon, SeverityGlyph } from "./icons.tsx";
import type { View } from "./state.ts";
import { type Bench, useBench, useView } from "./store.ts";
import { describeBeyondDetail, describeDevice, stateTag } from "./words.ts";

interface DeviceChipProps {
  readonly device: DeviceKey;
  /** The PCI function, shown before the address where a slot has several. */
  readonly part?: string | undefined;
  /** The bus behind a port with a single slot; such a port is drawn as the slim head of its slot. */
  readonly leadsTo?: string | undefined;
}

/** A device: a button that reveals its XML and can be carried, and beside it the button of its menu. */
export const DeviceChip = memo(function DeviceChip({ device: key, part, leadsTo }: DeviceChipProps) {
  const bench = useBench();
  const device = useView((view) => view.index?.devices.get(key));
  const marks = useView((view) => marksOf(view, key));
  const is = (name: keyof typeof markBits) => (marks & markBits[name]) !== 0;
  const [roving, highlighted, pending] = [is("roving"), is("highlighted"), is("pending")];
  if (device === undefined) return null;
  // The name of a card says its detail, that of a port does not.
  const description = leadsTo === undefined ? describeBeyondDetail(device) : describeDevice(device);
  return (
    <div
      className={leadsTo === undefined ? classOf(device) : `${classOf(device)} device-port`}
      data-device={key}
      data-highlight={highlighted || undefined}
      data-selected={is("selected") || undefined}
      data-cut={is("cut") || undefined}
      data-pending={pending || undefined}
      data-filtered={is("hidden") || undefined}
      data-fixed={is("readOnly") || device.fixed !== undefined || undefined}
    >
      <button
        type="button"
        className="chip"
        tabIndex={roving ? 0 : -1}
        aria-description={`${is("cut") ? "Cut. " : ""}${description}`}
        aria-current={highlighted || undefined}
        aria-pressed={is("selected") || undefined}
        aria-keyshortcuts="Enter Space Delete Shift+F10 Control+Space Control+X Control+C Control+V"
        onMouseDown={keepFocus}
        onClick={(event) => clickChip(bench, key, event)}
      >
        <KindIcon kind={iconOf(device)} />
        {leadsTo === undefined ? (
          <ChipText device={device} part={part} pending={pending} highlighted={highlighted} />
        ) : (
          <PortText
            device={device}
            part={part}
            pending={pending}
            highlighted={highlighted}
            leadsTo={leadsTo}
          />
        )}
      </button>
      <MenuButton device={device} tabbable={roving} />
      {is("shifting") ? <ShiftMark device={key} /> : null}
      {is("cut") ? <span className="shift-mark cut-mark">cut</span> : null}
      {device.problems.length === 0 ? null : <Problems device={device} />}
    </div>
  );
});

/** A click with Shift selects from the device that has the focus, so it must not take the focus first. */
function keepFocus(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

/** A click shows the device's XML; with Ctrl, Cmd or Shift it selects. */
function clickChip(bench: Bench, device: DeviceKey, event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey) select(bench, device, "toggle");
  else if (event.shiftKey) {
    select(bench, device, "range");
    focusDevice(device);
  } else {
    clearSelection(bench);
    bench.host.post({ type: "reveal", device });
  }
}

/** What the view says about a device, a bit each, so that a chip needs one subscription for all of it. */
const markBits = {
  roving: 1,
  highlighted: 2,
  pending: 4,
  hidden: 8,
  readOnly: 16,
  selected: 32,
  cut: 64,
  shifting: 128,
} as const;

function marksOf(
  { roving, highlighted, pending, visible, index, selected, cut, preview }: View,
  key: DeviceKey,
): number {
  return (
    (roving === key ? markBits.roving : 0) |
    (highlighted === key ? markBits.highlighted : 0) |
    (pending?.devices.has(key) ? markBits.pending : 0) |
    (visible?.devices.has(key) === false ? markBits.hidden : 0) |
    (index?.board.readOnly === undefined ? 0 : markBits.readOnly) |
    (selected.has(key) ? markBits.selected : 0) |
    (cut?.load.devices.includes(key) ? markBits.cut : 0) |
    (preview?.forecast?.moves.has(key) ? markBits.shifting : 0)
  );
}

interface ChipTextProps {
  readonly device: BoardDevice;
  readonly part: string | undefined;
  readonly pending: boolean;
  readonly highlighted: boolean;
}

function ChipText({ device, part, pending, highlighted }: ChipTextProps) {
  return (
    <span className={device.detail === "" ? "chip-text chip-bare" : "chip-text"}>
      <span className="chip-line">
        {part === undefined || device.address !== undefined ? null : <span className="part">.{part}</span>}
        <span className="chip-label">{device.label}</span>
        {marks(device, highlighted)}
      </span>
      {device.address === undefined ? null : <span className="address">{shortAddress(device.address)}</span>}
      {device.detail === "" ? null : <span className="detail">{device.detail}</span>}
      {tag(device, pending)}
    </span>
  );
}

/** A port is known by the bus behind it, and its address by its slot and function; its name stands where there is room. */
function PortText({
  device,
  part,
  pending,
  highlighted,
  leadsTo,
}: ChipTextProps & { readonly leadsTo: string }) {
  return (
    <span className="port-text chip-line">
      {part === undefined ? null : <span className="part">.{part}</span>}
      <span className="leads-to">{leadsTo}</span>
      <span className="chip-label">{device.label}</span>
      {marks(device, highlighted)}
      {tag(device, pending)}
    </span>
  );
}

/** Where the text cursor is, and what is pinned. */
function marks(device: BoardDevice, highlighted: boolean): ReactNode {
  const pinned = device.placement === "given" && !device.implied;
  return (
    <>
      {highlighted ? <Glyph name="cursor" /> : null}
      {pinned ? <Glyph name="lock" /> : null}
    </>
  );
}

function tag(device: BoardDevice, pending: boolean): ReactNode {
  const word = pending ? "changing…" : stateTag(device);
  return word === undefined ? null : <span className="tag">{word}</span>;
}

function MenuButton({ device, tabbable }: { readonly device: BoardDevice; readonly tabbable: boolean }) {
  const { store } = useBench();
  return (
    <button
      type="button"
      className="more"
      tabIndex={tabbable ? 0 : -1}
      aria-haspopup="menu"
      aria-label={`Actions for ${device.label}`}
      title="Move, pin, reveal…"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        store.dispatch({
          type: "openMenu",
          menu: { device: device.key, page: "actions", x: box.right, y: box.bottom },
        });
      }}
    >
      <span className="dots" />
    </button>
  );
}

function Problems({ device }: { readonly device: BoardDevice }) {
  return (
    <ul className="problems" aria-label={`Problems of ${device.label}`}>
      {device.problems.map((problem) => (
        <li key={`${problem.code} ${problem.message}`} className={`problem problem-${problem.severity}`}>
          <SeverityGlyph severity={problem.severity} />
          <span>{problem.message}</span>
        </li>
      ))}
    </ul>
  );
}

function classOf(device: BoardDevice): string {
  const worst = device.problems.some((problem) => problem.severity === "error") ? " has-error" : "";
  const origin = device.implied ? "implied" : device.placement;
  return `device device-${origin} kind-${device.kind}${worst}`;
}
