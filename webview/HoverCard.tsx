import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { BoardDevice, DeviceKey } from "../src/protocol/board.ts";
import { deviceElement, deviceOf } from "./focus.ts";
import { useBench, useView } from "./store.ts";
import { cardFacts } from "./words.ts";

/** How long, in milliseconds, the pointer rests on a device before its card opens. */
const rest = 450;
const margin = 8;

/**
 * What is known about the device under the pointer: the address part by part, the name the guest gives it, why it is
 * there. Keyboard and screen reader have the same from the device's description.
 */
export function HoverCard({ root }: { readonly root: { readonly current: HTMLElement | null } }) {
  const key = useHovered(root);
  const device = useView((view) => (key === undefined ? undefined : view.index?.devices.get(key)));
  const hidden = useView((view) => view.menu !== undefined);
  return device === undefined || hidden ? null : <Card device={device} />;
}

function Card({ device }: { readonly device: BoardDevice }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const at = deviceElement(device.key)?.getBoundingClientRect();
    if (box.current !== null && at !== undefined) place(box.current, at);
  }, [device]);
  return (
    <div ref={box} className="hover-card" aria-hidden="true">
      <b>{device.label}</b> <span className="detail">{device.detail}</span>
      <dl>
        {cardFacts(device).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The device the pointer has rested on. A press, a key or scrolling closes the card. */
function useHovered(root: { readonly current: HTMLElement | null }): DeviceKey | undefined {
  const { drag } = useBench();
  const [shown, show] = useState<DeviceKey | undefined>();
  useEffect(() => {
    const stops = new AbortController();
    const options = { signal: stops.signal, passive: true };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let under: DeviceKey | undefined;
    const close = () => {
      clearTimeout(timer);
      under = undefined;
      show(undefined);
    };
    const over = (event: PointerEvent) => {
      const chip = event.target instanceof Element && event.target.closest(".chip") !== null;
      const device = chip && event.pointerType === "mouse" ? deviceOf(event.target) : undefined;
      if (device === under) return;
      close();
      under = device;
      if (device !== undefined && drag.state().name === "idle") timer = setTimeout(() => show(device), rest);
    };
    root.current?.addEventListener("pointerover", over, options);
    root.current?.addEventListener("pointerleave", close, options);
    for (const name of ["pointerdown", "keydown", "wheel", "blur"])
      window.addEventListener(name, close, options);
    return () => {
      close();
      stops.abort();
    };
  }, [root, drag]);
  return shown;
}

/** Below the device, or above it where there is no room. */
function place(box: HTMLElement, at: DOMRect): void {
  const left = Math.max(margin, Math.min(at.left, window.innerWidth - box.offsetWidth - margin));
  const below = at.bottom + 4;
  const fits = below + box.offsetHeight + margin <= window.innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${fits ? below : Math.max(margin, at.top - box.offsetHeight - 4)}px`;
}
