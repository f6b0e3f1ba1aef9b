import type { BoardDevice } from "./board.ts";

/** One picture per kind of device, by the element name of domain XML. */
const kinds: Readonly<Record<string, string>> = {
  disk: "M2.5 4.2c0-1.2 2.4-2 5.5-2s5.5.8 5.5 2v7.6c0 1.2-2.4 2-5.5 2s-5.5-.8-5.5-2zM2.5 4.2c0 1.2 2.4 2 5.5 2s5.5-.8 5.5-2M2.5 8c0 1.2 2.4 2 5.5 2s5.5-.8 5.5-2",
  cdrom: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
  floppy: "M2.5 2.5h9l2 2v9h-11zM5.2 2.5v3.4h4.6V2.5M4.8 13.5V9h6.4v4.5",
  filesystem: "M1.8 12.8V3.5h4.4l1.5 1.7h6.5v7.6z",
  interface: "M2.5 2.5h11v8h-11zM5 10.5v3h6v-3M5.2 5v2.2M7.1 5v2.2M8.9 5v2.2M10.8 5v2.2",
  controller: "M3 6.2h10v6.3H3zM5.2 6.2V3.5M8 6.2V3.5M10.8 6.2V3.5M5.2 12.5v1.5M10.8 12.5v1.5",
  bridge: "M2 11.5h12M4 11.5V8a4 4 0 0 1 8 0v3.5M8 11.5V4.2",
  video: "M1.8 3h12.4v8.2H1.8zM5.2 13.6h5.6M8 11.2v2.4",
  hostdev: "M2.2 4.2v9.3M2.2 5.2h11.6v6H4.6v1.6M8 10a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 8 10zM11.6 7v2.4",
  redirdev: "M2 8h9.5M8.5 4.8 11.7 8l-3.2 3.2M14 3v10",
  input: "M1.5 4.5h13v7.5h-13zM4 7h.01M6.6 7h.01M9.3 7h.01M12 7h.01M5 9.6h6",
  sound: "M2 6.2h2.6L8 3.2v9.6L4.6 9.8H2zM10.3 6a2.8 2.8 0 0 1 0 4M12.2 4a5.6 5.6 0 0 1 0 8",
  memballoon:
    "M8 1.8c2.5 0 4.2 1.9 4.2 4.3C12.2 8.7 10 10.9 8 11.2 6 10.9 3.8 8.7 3.8 6.1 3.8 3.7 5.5 1.8 8 1.8zM8 11.2v3",
  rng: "M3 3h10v10H3zM5.8 5.8h.01M10.2 5.8h.01M8 8h.01M5.8 10.2h.01M10.2 10.2h.01",
  serial: "M1.8 5h12.4l-1.6 6H3.4zM5 7.2h.01M8 7.2h.01M11 7.2h.01M6.5 9.2h.01M9.5 9.2h.01",
  console: "M1.8 3h12.4v10H1.8zM4.3 6l2 2-2 2M8.3 10.2h3.2",
  channel: "M2 5.5h9.5M9 3l2.5 2.5L9 8M14 10.5H4.5M7 8l-2.5 2.5L7 13",
  watchdog: "M8 14.2A5.2 5.2 0 1 0 8 3.8a5.2 5.2 0 0 0 0 10.4zM8 6.3V9l1.8 1.2M6.3 1.8h3.4",
  tpm: "M8 1.8l5.2 1.9v4.1c0 3-2.2 5.3-5.2 6.4-3-1.1-5.2-3.4-5.2-6.4V3.7zM5.8 7.9l1.6 1.6 2.9-3",
  hub: "M8 2v4M8 6 3.5 9.5M8 6l4.5 3.5M8 6v3.5M2 9.5h3v3H2zM6.5 9.5h3v3h-3zM11 9.5h3v3h-3z",
  smartcard: "M1.8 3.8h12.4v8.4H1.8zM4 6.5h3.2v3H4zM9.5 7h2.5M9.5 9.2h2.5",
  memory: "M1.5 5h13v6h-1.6v1.2h-2V11H9v1.2H7V11H5v1.2H3V11H1.5zM4.5 7v2M8 7v2M11.5 7v2",
  panic: "M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2zM8 5v3.8M8 11v.3",
  vsock: "M5 2.5v3.2M11 2.5v3.2M3.5 5.7h9v2.6a4.5 4.5 0 0 1-9 0zM8 12.8V15",
  iommu: "M2.5 2.5h11v11h-11zM5.5 2.5v11M5.5 6h8M5.5 10h8",
  shmem: "M2 2.5h7v7H2zM7 6.5h7v7H7z",
  crypto: "M10.2 9a3.4 3.4 0 1 0-3.3-2.5L2 11.4V14h2.6v-1.8h1.8v-1.8L7.5 9.3A3.4 3.4 0 0 0 10.2 9z",
  other: "M3 3h10v10H3zM6 1.5V3M10 1.5V3M6 13v1.5M10 13v1.5M1.5 6H3M1.5 10H3M13 6h1.5M13 10h1.5",
};

/** Which kinds share a picture with another. */
const alike: Readonly<Record<string, string>> = {
  parallel: "serial",
  graphics: "video",
  nvram: "memory",
  lease: "other",
  audio: "sound",
};

/** The lock that stands by a pinned device. */
export const lockPath = "M5 7.5V5.2a3 3 0 0 1 6 0v2.3M3.8 7.5h8.4v6H3.8zM8 10v1.4";

/** The picture of a device kind, as an SVG path on 16 by 16; a chip with legs for kinds that have none. */
export function iconPath(kind: string): string {
  return kinds[alike[kind] ?? kind] ?? kinds.other ?? "";
}

/** The kind whose picture a device has. A controller that only carries another PCI bus looks like a bridge, not like a device. */
export function iconOf(device: BoardDevice): string {
  if (device.kind === "controller")
    return /port|bridge|switch|expander/.test(`${device.label} ${device.detail}`) ? "bridge" : "controller";
  const [shape] = (device.kind === "disk" && /^(cdrom|floppy)\b/.exec(device.detail)) || [device.kind];
  return shape;
}
