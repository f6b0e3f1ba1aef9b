import type { Draft } from "../../defaults/draft.ts";
import type { DeviceOf } from "../../domain/device.ts";
import { isS390, isX86, lacks, type Target } from "../../domain/target.ts";
import { demand } from "./demands.ts";

/** Panic devices that belong to certain guests and have no address. */
const firmwareModels: Readonly<
  Record<string, { readonly guests: string; readonly fits: (target: Target) => boolean }>
> = {
  s390: { guests: "S390", fits: isS390 },
  pseries: { guests: "pSeries", fits: (target) => target.class === "pseries" },
  hyperv: { guests: "i686 and x86_64", fits: isX86 },
};

/** What QEMU's driver asks of the panic devices (qemuValidateDomainDefPanic, libvirt 11.3). */
export function validatePanics(draft: Draft): void {
  for (const panic of draft.list("panic")) validatePanic(draft, panic);
}

type Panic = DeviceOf<"panic">;

function validatePanic(draft: Draft, panic: Panic): void {
  const { id, model } = panic;
  if (model === undefined) {
    draft.refuse("panic-model-missing", {}, { device: id });
    return;
  }
  const firmware = firmwareModels[model];
  if (firmware) {
    if (!firmware.fits(draft.target)) {
      draft.refuse("panic-model-guests", { guests: firmware.guests, model }, { device: id, part: "@model" });
    }
    demand(draft, panic, "panic of the firmware", { model });
  }
  if (model === "isa") {
    if (lacks(draft.target, "DEVICE_PANIC")) draft.refuse("panic-isa-unsupported", {}, { device: id });
    demand(draft, panic, "panic isa");
  }
  if (model === "pvpanic") validatePvpanic(draft, panic);
}

/** This one must have its address by now: a machine without PCI gives it none. */
function validatePvpanic(draft: Draft, panic: Panic): void {
  const { id, address, unreadableAddress } = panic;
  if (lacks(draft.target, "DEVICE_PANIC_PCI"))
    draft.refuse("panic-pvpanic-unsupported", {}, { device: id, part: "@model" });
  if (unreadableAddress || address?.type === "pci") return;
  const place = address === undefined ? { device: id } : { device: id, part: "address@type" };
  draft.refuse("panic-pvpanic-address-type", {}, place);
}
