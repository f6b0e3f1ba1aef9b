import type { Draft } from "../defaults/draft.ts";
import { walk } from "../defaults/walk.ts";
import type { Device } from "../domain/device.ts";
import { asSpaprVio } from "./leak.ts";
import { placeOf, relatedPlaces } from "./places.ts";

/** The devices libvirt gives a register address, one group after the other. */
interface Group {
  /** Where the search for a free register starts. */
  readonly start: bigint;
  devices(draft: Draft): readonly Device[];
  /** Whether the device can only be a spapr-vio one, whatever address it has. */
  isForced(draft: Draft, device: Device): boolean;
}

const step = 0x1000n;

/** Groups in libvirt's order (qemuDomainAssignSpaprVIOAddresses, qemu_domain_address.c, libvirt 11.3). */
const groups: readonly Group[] = [
  {
    start: 0x1000n,
    devices: (draft) => draft.list("interface"),
    isForced: (_, device) => device.kind === "interface" && device.model === "spapr-vlan",
  },
  {
    start: 0x2000n,
    devices: (draft) => draft.controllers.all(),
    isForced: (_, device) =>
      device.kind === "controller" && device.type === "scsi" && device.model === "ibmvscsi",
  },
  {
    start: 0x3000_0000n,
    devices: (draft) => draft.list("serial"),
    isForced: (_, device) => device.kind === "serial" && device.targetType === "spapr-vio-serial",
  },
  {
    start: 0x3000n,
    devices: (draft) => draft.list("nvram"),
    isForced: (draft) => draft.target.class === "pseries",
  },
  {
    start: 0x4000n,
    devices: (draft) => draft.list("tpm"),
    isForced: (draft, device) =>
      draft.target.class === "pseries" && device.kind === "tpm" && device.model !== "spapr-tpm-proxy",
  },
];

/**
 * Gives spapr-vio devices the first free register from their group's start on, in steps of 0x1000, and refuses
 * registers given twice. Holds for every architecture.
 */
export function assignSpaprVio(draft: Draft): void {
  const registers = new Registers(draft);
  for (const group of groups) {
    let next = group.start;
    for (const device of group.devices(draft)) {
      if (device.unreadableAddress) continue;
      if (group.isForced(draft, device) && device.address?.type !== "spapr-vio") force(registers, device);
      if (device.address?.type !== "spapr-vio") continue;
      if (device.address.reg === undefined) next = assign(draft, registers, device, next);
      else refuseDoubleUse(draft, registers, device, device.address.reg);
    }
  }
}

/** Changes the type of an address; what shows through of its old numbers may count as a register. */
function force(registers: Registers, device: Device): void {
  const address = asSpaprVio(device.address);
  device.address = address;
  if (address.reg !== undefined) registers.add(address.reg, device);
}

/** Registers only fill up, so the next device of the group goes on from the place returned. */
function assign(draft: Draft, registers: Registers, device: Device, from: bigint): bigint {
  let reg = from;
  while (registers.users(reg).length > 0) reg += step;
  device.address = { type: "spapr-vio", reg };
  const before = reg === from ? [] : registers.users(reg - step);
  draft.explain(device, {
    rule: "spapr-vio-lowest-reg",
    values: { reg: `0x${reg.toString(16)}` },
    because: before.map((other) => other.id),
  });
  registers.add(reg, device);
  return reg;
}

function refuseDoubleUse(draft: Draft, registers: Registers, device: Device, reg: bigint): void {
  const others = registers.users(reg).filter((other) => other !== device);
  if (others.length === 0 || registers.isRefused(reg)) return;
  // libvirt prints with C's alternate form, which leaves the prefix away at zero.
  const text = reg === 0n ? "0" : `0x${reg.toString(16)}`;
  draft.refuse(
    "spapr-vio-double-use",
    { reg: text },
    placeOf(draft, device, "address@reg"),
    relatedPlaces(draft, others),
  );
}

/** Who has which register, over all devices of the domain. */
class Registers {
  readonly #users = new Map<bigint, Device[]>();
  readonly #refused = new Set<bigint>();

  constructor(draft: Draft) {
    for (const device of walk(draft)) {
      if (device.address?.type === "spapr-vio" && device.address.reg !== undefined) {
        this.add(device.address.reg, device);
      }
    }
  }

  add(reg: bigint, device: Device): void {
    const users = this.#users.get(reg);
    if (users) users.push(device);
    else this.#users.set(reg, [device]);
  }

  users(reg: bigint): readonly Device[] {
    return this.#users.get(reg) ?? [];
  }

  /** Whether the register was asked for before: one refusal names all its users. */
  isRefused(reg: bigint): boolean {
    const known = this.#refused.has(reg);
    this.#refused.add(reg);
    return known;
  }
}
