import type { DeviceId } from "../domain/device.ts";
import type { Position, Range } from "./lsp.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** A device of the file and the domain it belongs to. */
export interface DeviceInFile {
  readonly domain: DomainView;
  readonly device: DeviceId;
}

/** The device whose element holds a position, if any. */
export function deviceAt(snapshot: Snapshot, position: Position): DeviceInFile | undefined {
  const offset = snapshot.lines.offsetAt(position);
  for (const domain of snapshot.domains) {
    for (const [device, { range }] of domain.reading.elements) {
      if (range.start <= offset && offset <= range.end) return { domain, device };
    }
  }
  return undefined;
}

/** The whole element of a device; undefined for one that libvirt adds. */
export function rangeOfDevice(domain: DomainView, device: DeviceId): Range | undefined {
  const element = domain.reading.elements.get(device);
  return element && domain.snapshot.rangeOf(element.range);
}
