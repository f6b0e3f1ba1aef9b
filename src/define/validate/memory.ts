import type { Draft } from "../../defaults/draft.ts";
import type { MemoryDevice } from "../../domain/device.ts";
import { isPpc64, isS390, isX86 } from "../../domain/target.ts";
import { type Demanded, demand } from "./demands.ts";
import { hasMemoryHotplug, memoryNodeOf, numaNodesOf } from "./numa.ts";
import { placesOf } from "./place.ts";

const needsSlot: ReadonlySet<string> = new Set(["dimm", "nvdimm"]);

const demandOfModel: Readonly<Record<string, Demanded>> = {
  dimm: "memory dimm",
  nvdimm: "memory dimm",
  "virtio-pmem": "memory virtio-pmem",
  "virtio-mem": "memory virtio-mem",
};

/**
 * Memory devices are part of `<memory>` and must leave something of it, unless NUMA cells say what the guest starts
 * with (virDomainDefPostParseMemory and qemuDomainDefNumaAutoAdd, libvirt 11.3). A domain without `<memory>` is not
 * looked at: it is half-typed.
 */
export function refuseMemorySizes(draft: Draft): void {
  const { total, cells } = draft.domain.memory;
  const devices = draft.list("memory");
  const last = devices.at(-1);
  const hasCells = cells > 0n && (draft.target.newGuest || total === 0n);
  if (total === undefined || hasCells) return;
  const plugged = devices.reduce((sum, device) => sum + device.size, 0n);
  if (last && plugged > total) draft.refuse("memory-devices-too-large", {}, { device: last.id });
  else if (plugged === total) draft.refuse("memory-size-missing", {}, { part: "memory" });
}

/** What QEMU's driver asks of all memory devices together (qemuDomainDefValidateMemoryHotplug, libvirt 11.3). */
export function validateMemoryHotplug(draft: Draft): void {
  const devices = draft.list("memory");
  const [first] = devices;
  if (!hasMemoryHotplug(draft)) {
    if (first) draft.refuse("memory-no-maxmemory", {}, { device: first.id });
    return;
  }
  if (numaNodesOf(draft) === 0 && !isPpc64(draft.target) && !isS390(draft.target)) {
    draft.refuse("memory-no-numa", {}, { part: "maxMemory" });
  }
  for (const device of devices) validateHotplugDevice(draft, device);
  validateSlotCount(draft, devices);
  validateTotal(draft, devices);
}

function validateHotplugDevice(draft: Draft, device: MemoryDevice): void {
  const { id, model, address } = device;
  const slots = draft.domain.memory.max?.slots ?? 0;
  const sort = demandOfModel[model];
  if (sort) demand(draft, device, sort);
  if (needsSlot.has(model) && address?.type === "dimm" && address.slot >= slots) {
    draft.refuse("dimm-slot-range", { slot: address.slot, slots }, { device: id, part: "address@slot" });
  }
  if (numaNodesOf(draft) > 0 && model !== "virtio-pmem" && memoryNodeOf(draft, device) === undefined) {
    draft.refuse("memory-node-missing", {}, { device: id, part: "target" });
  }
}

function validateSlotCount(draft: Draft, devices: readonly MemoryDevice[]): void {
  const slots = draft.domain.memory.max?.slots ?? 0;
  const needy = devices.filter((device) => needsSlot.has(device.model));
  const excess = needy[slots];
  if (excess) draft.refuse("dimm-too-many", { count: needy.length, slots }, { device: excess.id });
}

/** The devices share what lies between the memory the guest starts with and its maximum. */
function validateTotal(draft: Draft, devices: readonly MemoryDevice[]): void {
  const { max, total, cells } = draft.domain.memory;
  const plugged = devices.reduce((sum, device) => sum + device.size, 0n);
  const initial = cells > 0n ? cells : total === undefined ? undefined : total - plugged;
  if (max === undefined || initial === undefined || initial < 0n || plugged <= max.size - initial) return;
  const last = devices.at(-1);
  if (last) draft.refuse("memory-exceeds-hotplug", {}, { device: last.id });
}

/** What every hypervisor asks of one memory device (virDomainMemoryDefValidate, libvirt 11.3). */
export function validateMemory(draft: Draft, device: MemoryDevice): void {
  validateNode(draft, device);
  if (device.model === "nvdimm" && isPpc64(draft.target) && device.labelSize === 0n) {
    draft.refuse("memory-label-missing", {}, { device: device.id });
  }
  if (device.model === "sgx-epc") demand(draft, device, "memory sgx-epc");
  if (device.model === "virtio-mem") {
    validateBlocks(draft, device);
    validateCcwNode(draft, device);
  }
  if (device.model === "virtio-pmem") validatePage(draft, device);
  validateConflicts(draft, device);
}

function validateNode(draft: Draft, device: MemoryDevice): void {
  const node = memoryNodeOf(draft, device);
  const nodes = numaNodesOf(draft);
  if (node === undefined) return;
  const place = { device: device.id, part: "target/node" };
  if (nodes === 0) draft.refuse("memory-no-nodes", {}, place);
  else if (node >= nodes) draft.refuse("memory-target-node", { node, nodes }, place);
}

/** Transparent huge pages of an x86 host: what a virtio-mem is made of at least. Other hosts have other sizes. */
const x86PageKiB = 2048n;

/** On CCW a virtio-mem has no node to belong to but the first (qemuValidateDomainDeviceDefMemory, libvirt 11.3). */
function validateCcwNode(draft: Draft, device: MemoryDevice): void {
  if (device.address?.type !== "ccw" || (memoryNodeOf(draft, device) ?? 0) === 0) return;
  draft.refuse("memory-ccw-node", { nodes: 1 }, { device: device.id, part: "target/node" });
}

/** A virtio-mem comes in blocks: what is plugged in of it, and where it begins. */
function validateBlocks(draft: Draft, device: MemoryDevice): void {
  const { id, size, blockSize = 0n, requestedSize = 0n, targetBase = 0n } = device;
  const requested = { device: id, part: "target/requested" };
  if (blockSize === 0n) return;
  if ((blockSize & (blockSize - 1n)) !== 0n) {
    draft.refuse("memory-block-power", {}, { device: id, part: "target/block" });
    return;
  }
  const least = isX86(draft.target) ? x86PageKiB : 1n;
  if (blockSize < least) draft.refuse("memory-block-small", { least }, { device: id, part: "target/block" });
  if (requestedSize % blockSize !== 0n) draft.refuse("memory-requested-multiple", {}, requested);
  if (requestedSize > size) draft.refuse("memory-requested-size", { size }, requested);
  if (targetBase % (blockSize * 1024n) === 0n) return;
  draft.refuse("memory-block-alignment", {}, { device: id, part: "target/address@base" });
}

/** The page size of usual hosts. */
const pageBytes = 4096n;

function validatePage(draft: Draft, { id, targetBase = 0n }: MemoryDevice): void {
  if (targetBase % pageBytes === 0n) return;
  const place = { device: id, part: "target/address@base" };
  draft.refuse("memory-page-alignment", { page: pageBytes }, place);
}

/** Slots and addresses that a later memory device has as well. */
function validateConflicts(draft: Draft, device: MemoryDevice): void {
  const devices = draft.list("memory");
  const start = startOf(device);
  for (let index = devices.indexOf(device) + 1; index < devices.length; index++) {
    const other = devices[index];
    if (other === undefined) continue;
    if (sharesSlot(device, other)) refuseSlot(draft, device, other);
    else if (start !== 0n && overlaps(device, other)) refuseOverlap(draft, device, other);
  }
}

function sharesSlot(device: MemoryDevice, other: MemoryDevice): boolean {
  if (!needsSlot.has(device.model)) return false;
  const { address } = device;
  return address?.type === "dimm" && other.address?.type === "dimm" && address.slot === other.address.slot;
}

function refuseSlot(draft: Draft, device: MemoryDevice, other: MemoryDevice): void {
  const slot = device.address?.type === "dimm" ? device.address.slot : 0;
  const place = { device: device.id, part: "address@slot" };
  draft.refuse("dimm-slot-double-use", { slot }, place, placesOf(draft, [other], "address@slot"));
}

function overlaps(device: MemoryDevice, other: MemoryDevice): boolean {
  const [start, otherStart] = [startOf(device), startOf(other)];
  if (otherStart === 0n) return false;
  return start < otherStart + mappedSizeOf(other) && otherStart < start + mappedSizeOf(device);
}

function refuseOverlap(draft: Draft, device: MemoryDevice, other: MemoryDevice): void {
  const start = startOf(device);
  const values = {
    startHex: start.toString(16),
    endHex: (start + mappedSizeOf(device)).toString(16),
    otherHex: startOf(other).toString(16),
  };
  const place = { device: device.id, part: basePart(device) };
  draft.refuse("memory-overlap", values, place, placesOf(draft, [other], basePart(other)));
}

function basePart(device: MemoryDevice): string {
  return needsSlot.has(device.model) ? "address@base" : "target/address@base";
}

/** Where the device begins in guest memory, in bytes; 0 where nobody says. */
function startOf({ model, address, targetBase = 0n }: MemoryDevice): bigint {
  if (!needsSlot.has(model)) return targetBase;
  return address?.type === "dimm" ? address.base : 0n;
}

/** The size in bytes; the label of an nvdimm is not mapped, and of the rest only whole pages are. */
function mappedSizeOf({ model, size, labelSize, alignSize }: MemoryDevice): bigint {
  if (model !== "nvdimm") return size * 1024n;
  const unit = alignSize || pageBytes / 1024n;
  return ((size - labelSize) / unit) * unit * 1024n;
}
