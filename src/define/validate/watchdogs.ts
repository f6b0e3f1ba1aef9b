import type { RefusalCode } from "../../catalog/refusals.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Watchdog } from "../../domain/device.ts";
import { isS390, type Target } from "../../domain/target.ts";
import { type Demanded, demand } from "./demands.ts";
import { placesOf } from "./place.ts";

interface WatchdogRule {
  readonly address: Demanded;
  /** Where the model belongs to certain machines only. */
  readonly machine?: { readonly fits: (target: Target) => boolean; readonly code: RefusalCode };
  readonly machineFirst?: true;
}

/** By model, with what libvirt looks at first (qemuValidateDomainWatchdogDef, libvirt 11.3). */
const rules: Readonly<Record<string, WatchdogRule>> = {
  i6300esb: { address: "watchdog i6300esb" },
  ib700: {
    address: "watchdog ib700",
    machine: { fits: (target) => target.class === "i440fx", code: "watchdog-ib700-machine" },
    machineFirst: true,
  },
  diag288: {
    address: "watchdog diag288",
    machine: { fits: isS390, code: "watchdog-diag288-machine" },
  },
  itco: {
    address: "watchdog itco",
    machine: { fits: (target) => target.class === "q35", code: "watchdog-itco-machine" },
  },
};

/** What QEMU's driver asks of one watchdog. */
export function validateWatchdog(draft: Draft, watchdog: Watchdog): void {
  const rule = rules[watchdog.model];
  if (rule === undefined) return;
  if (rule.machineFirst) validateMachine(draft, watchdog, rule);
  demand(draft, watchdog, rule.address);
  if (!rule.machineFirst) validateMachine(draft, watchdog, rule);
}

function validateMachine(draft: Draft, { id }: Watchdog, { machine }: WatchdogRule): void {
  if (machine === undefined || machine.fits(draft.target)) return;
  draft.refuse(machine.code, {}, { device: id, part: "@model" });
}

/** Only i6300esb may be there more than once, and all act alike (qemuValidateDomainDefWatchdogs, libvirt 11.3). */
export function validateWatchdogs(draft: Draft): void {
  const [first, ...others] = draft.list("watchdog");
  const known = new Map<string, Watchdog>();
  for (const other of others) {
    if (other.action === first?.action) continue;
    const place = { device: other.id, part: "@action" };
    draft.refuse("watchdog-actions-differ", {}, place, placesOf(draft, [first]));
  }
  for (const watchdog of draft.list("watchdog")) {
    const { id, model } = watchdog;
    const same = model === "i6300esb" ? undefined : known.get(model);
    known.set(model, same ?? watchdog);
    if (same) draft.refuse("watchdog-model-repeated", { model }, { device: id }, placesOf(draft, [same]));
  }
}
