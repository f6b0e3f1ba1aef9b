import type { Definition } from "../define/definition.ts";
import { checkAbsentDevices } from "./absentDevices.ts";
import { checkAcpiIndexes } from "./acpiIndex.ts";
import { checkAddressTypes } from "./addressTypes.ts";
import { checkBoardSeats } from "./boardSeats.ts";
import { checkControllerNumbers } from "./controllerNumbers.ts";
import { checkControllerOrder } from "./controllerOrder.ts";
import { checkDriveUnits } from "./driveUnits.ts";
import { checkIsaNumbers } from "./isaNumbers.ts";
import { checkMachineBuses } from "./machineBuses.ts";
import { checkMemoryBases } from "./memoryBases.ts";
import { checkMultifunction } from "./multifunction.ts";
import type { Check, Problem } from "./problem.ts";
import { checkScsiUnits } from "./scsiUnits.ts";
import { checkSoundCodecs } from "./soundCodecs.ts";
import { checkSpaprVioIrqs } from "./spaprVioIrqs.ts";
import { checkUsbCompanions } from "./usbCompanions.ts";
import { checkUsbControllers } from "./usbControllers.ts";
import { checkUsbSpeed } from "./usbSpeed.ts";
import { checkVirtioMmioSlots } from "./virtioMmioSlots.ts";
import { checkVirtioSerial } from "./virtioSerial.ts";

/** Every check, in the order of its answers. */
export const checks: readonly Check[] = [
  checkAbsentDevices,
  checkMachineBuses,
  checkAddressTypes,
  checkBoardSeats,
  checkMultifunction,
  checkControllerOrder,
  checkControllerNumbers,
  checkAcpiIndexes,
  checkDriveUnits,
  checkScsiUnits,
  checkUsbControllers,
  checkUsbCompanions,
  checkUsbSpeed,
  checkVirtioSerial,
  checkVirtioMmioSlots,
  checkSpaprVioIrqs,
  checkIsaNumbers,
  checkSoundCodecs,
  checkMemoryBases,
];

/** Everything there is to say about a definition beyond libvirt's own refusals. */
export function checkAll(definition: Definition): Problem[] {
  return checks.flatMap((check) => check(definition));
}
