import type { Draft } from "../../defaults/draft.ts";
import type { CharacterDevice, Redirdev, Smartcard } from "../../domain/device.ts";
import { isS390, type Target } from "../../domain/target.ts";
import { type Demanded, demand, demands } from "./demands.ts";
import { placesOf } from "./place.ts";

/** The parser looks at the address of a usb-serial already. */
const demandOfTarget: Readonly<Record<string, Demanded>> = {
  "isa-serial": "serial on isa",
  "isa-debug": "serial on isa",
  "pci-serial": "serial on pci",
  "spapr-vio-serial": "serial on spapr-vio",
  "system-serial": "serial of the machine",
  "sclp-serial": "serial of the machine",
};

/** The target type that goes with each target model. */
const targetOfModel: Readonly<Record<string, string>> = {
  "isa-serial": "isa-serial",
  "isa-debugcon": "isa-debug",
  "usb-serial": "usb-serial",
  "pci-serial": "pci-serial",
  "spapr-vty": "spapr-vio-serial",
  pl011: "system-serial",
  "16550a": "system-serial",
  sclpconsole: "sclp-serial",
  sclplmconsole: "sclp-serial",
};

/** Whether a machine has a serial port of a target model; models that are not listed fit everywhere. */
const machinesOfModel: Readonly<Record<string, (target: Target) => boolean>> = {
  "spapr-vty": (target) => target.class === "pseries",
  pl011: (target) => target.class === "arm-virt",
  "16550a": (target) => target.class === "riscv-virt" || target.class === "loongarch-virt",
  sclpconsole: isS390,
  sclplmconsole: isS390,
};

/** Host ends that live in a SPICE connection (qemuValidateDomainChrSourceDef, libvirt 11.3). */
export function validateSpice(draft: Draft, device: CharacterDevice | Redirdev): void {
  const { id, type } = device;
  if ((type !== "spicevmc" && type !== "spiceport") || !draft.isWritten(id)) return;
  if (draft.list("graphics").some((graphics) => graphics.type === "spice")) return;
  draft.refuse("character-without-spice", { type }, { device: id, part: "@type" });
}

/** What QEMU's driver asks of a serial port (qemuValidateDomainChrTargetDef, libvirt 11.3). */
export function validateSerial(draft: Draft, serial: CharacterDevice): void {
  const { id, targetType = "", targetModel: model } = serial;
  validateSpice(draft, serial);
  validateSerialAddress(draft, serial, targetType);
  if (model === undefined) return;
  const wanted = targetOfModel[model];
  const fits = machinesOfModel[model];
  if (wanted !== undefined && wanted !== targetType) {
    const values = { model, targetType: wanted };
    draft.refuse("serial-model-target", values, { device: id, part: "target/model@name" });
  } else if (fits && !fits(draft.target)) {
    draft.refuse("serial-machine", { targetType, model }, { device: id, part: "target@type" });
  }
}

function validateSerialAddress(draft: Draft, serial: CharacterDevice, targetType: string): void {
  const sort = demandOfTarget[targetType];
  if (sort === undefined) return;
  const [type] = demands[sort].allowed;
  demand(draft, serial, sort, type === undefined ? { targetType } : { targetType, type });
}

/** Machines without parallel ports (qemuValidateDomainChrDef, libvirt 11.3). */
export function validateParallel(draft: Draft, parallel: CharacterDevice): void {
  validateSpice(draft, parallel);
  if (draft.target.class !== "pseries" && !isS390(draft.target)) return;
  draft.refuse("parallel-unsupported", {}, { device: parallel.id });
}

const consoleTargets: ReadonlySet<string> = new Set(["serial", "virtio", "sclp", "sclplm"]);

/** Targets of consoles that QEMU knows (qemuValidateDomainDefConsole, libvirt 11.3). */
export function validateConsoles(draft: Draft): void {
  for (const { id, targetType = "" } of draft.list("console")) {
    const place = { device: id, part: "target@type" };
    const isSclp = targetType === "sclp" || targetType === "sclplm";
    if (targetType !== "" && !consoleTargets.has(targetType)) {
      draft.refuse("console-target-unsupported", { targetType }, place);
    } else if (isSclp && !isS390(draft.target)) {
      draft.refuse("console-sclp-unsupported", { targetType }, place);
    }
  }
}

/** There is one smartcard, in the first slot of the first controller (qemuValidateDomainSmartcardDef, libvirt 11.3). */
export function validateSmartcards(draft: Draft, smartcard: Smartcard): void {
  const [first] = draft.list("smartcard");
  const { address } = smartcard;
  if (smartcard !== first) {
    draft.refuse("smartcard-single", {}, { device: smartcard.id }, placesOf(draft, [first]));
  } else if (address?.type === "ccid" && (address.controller !== 0 || address.slot !== 0)) {
    draft.refuse("smartcard-single", {}, { device: smartcard.id, part: "address" });
  }
}
