import type { Draft } from "../../defaults/draft.ts";
import { validateConsoles } from "./character.ts";
import { validateMachine } from "./machine.ts";
import { validateMemoryHotplug } from "./memory.ts";
import { validatePs2Feature, validateTpms } from "./others.ts";
import { validatePanics } from "./panics.ts";
import { validateWatchdogs } from "./watchdogs.ts";

/**
 * What QEMU's driver looks at before it looks at single devices, in its order (qemuValidateDomainDef, libvirt 11.3).
 * Everything there that has nothing to do with devices is left out.
 */
export function validateDomain(draft: Draft): void {
  validateMachine(draft);
  validateMemoryHotplug(draft);
  validatePs2Feature(draft);
  validateConsoles(draft);
  validatePanics(draft);
  validateTpms(draft);
  validateWatchdogs(draft);
}
