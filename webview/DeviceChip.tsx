import { memo, useId } from "react";
import type { BoardDevice, DeviceKey } from "../src/protocol/board.ts";
import { Glyph, KindIcon, SeverityGlyph } from "./icons.tsx";
import { useBench, useView } from "./store.ts";
import { describeDevice, stateTag } from "./words.ts";

interface DeviceChipProps {
  readonly device: DeviceKey;
  /** The PCI function, shown before the address where a slot has several. */
  readonly part?: string | undefined;
}

/** A device: a button that reveals its XML and can be carried, and beside it the button of its menu. */
export const DeviceChip = memo(function DeviceChip({ device: key, part }: DeviceChipProps) {
  const { host } = useBench();
  const device = useView((view) => view.index?.devices.get(key));
  const roving = useView((view) => view.roving === key);
  const highlighted = useView((view) => view.highlighted === key);
  const pending = useView((view) => view.pending?.devices.has(key) ?? false);
  const hidden = useView((view) => view.visible?.devices.has(key) === false);
  const readOnly = useView((view) => view.index?.board.readOnly !== undefined);
  const reason = useId();
  if (device === undefined) return null;
  return (
    <div
      className={classOf(device)}
      data-device={key}
      data-highlight={highlighted || undefined}
      data-pending={pending || undefined}
      data-filtered={hidden || undefined}
      data-fixed={readOnly || device.fixed !== undefined || undefined}
    >
      <button
        type="button"
        className="chip"
        tabIndex={roving ? 0 : -1}
        aria-describedby={reason}
        aria-current={highlighted || undefined}
        aria-keyshortcuts="Enter Space Delete Shift+F10"
        title={tooltipOf(device)}
        onClick={() => host.post({ type: "reveal", device: key })}
      >
        <KindIcon kind={pictureOf(device)} />
        <ChipText device={device} part={part} pending={pending} highlighted={highlighted} />
      </button>
      <MenuButton device={device} tabbable={roving} />
      <span id={reason} hidden>
        {describeDevice(device)}
      </span>
      <Problems device={device} />
    </div>
  );
});

interface ChipTextProps {
  readonly device: BoardDevice;
  readonly part: string | undefined;
  readonly pending: boolean;
  readonly highlighted: boolean;
}

function ChipText({ device, part, pending, highlighted }: ChipTextProps) {
  const tag = pending ? "moving…" : stateTag(device);
  return (
    <span className="chip-text">
      <span className="chip-line">
        {part === undefined ? null : <span className="part">.{part}</span>}
        <span className="chip-label">{device.label}</span>
        {highlighted ? <Glyph name="cursor" /> : null}
        {tag === undefined ? null : <span className="tag">{tag}</span>}
        {device.placement === "given" && !device.implied ? <Glyph name="lock" /> : null}
      </span>
      <span className="chip-line chip-detail">
        <span className="detail">{device.detail}</span>
        {device.address === undefined ? null : <span className="address">{device.address}</span>}
      </span>
    </span>
  );
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
      <Glyph name="more" />
    </button>
  );
}

function Problems({ device }: { readonly device: BoardDevice }) {
  if (device.problems.length === 0) return null;
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

/** A controller that only carries another PCI bus looks like a bridge, not like a device. */
function pictureOf(device: BoardDevice): string {
  if (device.kind === "controller")
    return /port|bridge|switch|bus/.test(device.detail) ? "bridge" : "controller";
  return device.kind === "disk" && /cdrom|floppy/.test(device.detail) ? "cdrom" : device.kind;
}

function tooltipOf(device: BoardDevice): string {
  return [`${device.label} · ${device.detail}`, device.address, device.why, device.fixed]
    .filter(Boolean)
    .join("\n");
}
