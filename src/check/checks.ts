import type { Definition } from "../define/definition.ts";
import { checkAbsentDevices } from "./absentDevices.ts";
import { checkAcpiIndexes } from "./acpiIndex.ts";
import { checkAddressTypes } from "./addressTypes.ts";
import { checkBoardLacks } from "./boardLacks.ts";
import { checkBoardSeats } from "./boardSeats.ts";
import { checkBusNumbers } from "./busNumbers.ts";
import { checkCcwSubsystems } from "./ccwSubsystems.ts";
import { checkChannelNames } from "./channelNames.ts";
import { checkCommandLine } from "./commandLine.ts";
import { checkControllerNumbers } from "./controllerNumbers.ts";
import { checkControllerOrder } from "./controllerOrder.ts";
import { checkDiskControllers } from "./diskControllers.ts";
import { checkDriveNumbers } from "./driveNumbers.ts";
import { checkDriveUnits } from "./driveUnits.ts";
import { checkExpressPlaces } from "./expressPlaces.ts";
import { checkHostdevCare } from "./hostdevCare.ts";
import { checkHostdevFunctions } from "./hostdevFunctions.ts";
import { checkHostdevSources } from "./hostdevSources.ts";
import { checkHotplug } from "./hotplug.ts";
import { checkHotplugPorts } from "./hotplugPorts.ts";
import { checkImpliedBuses } from "./impliedBuses.ts";
import { checkIoSpace } from "./ioSpace.ts";
import { checkIsaNumbers } from "./isaNumbers.ts";
import { checkIsaOverlaps } from "./isaOverlaps.ts";
import { checkIsaSerialNumbers } from "./isaSerialNumbers.ts";
import { checkMachineBuses } from "./machineBuses.ts";
import { checkMemoryAcpi } from "./memoryAcpi.ts";
import { checkMemoryBases } from "./memoryBases.ts";
import { checkMemoryOrder } from "./memoryOrder.ts";
import { checkMixedAddresses } from "./mixedAddresses.ts";
import { checkMmioContagion } from "./mmioContagion.ts";
import { checkMultifunction } from "./multifunction.ts";
import { checkNics } from "./nics.ts";
import { checkNvdimmMachines } from "./nvdimmMachines.ts";
import { checkOddities } from "./oddities.ts";
import { checkParallelPorts } from "./parallelPorts.ts";
import { checkPciBusNames } from "./pciBusNames.ts";
import type { Check, Problem } from "./problem.ts";
import { checkScsiUnits } from "./scsiUnits.ts";
import { checkSerialModels } from "./serialModels.ts";
import { checkSoundCodecs } from "./soundCodecs.ts";
import { checkSpaprVioIrqs } from "./spaprVioIrqs.ts";
import { checkSpaprVioRegs } from "./spaprVioRegs.ts";
import { checkUnplug } from "./unplug.ts";
import { checkUnusedControllers } from "./unusedControllers.ts";
import { checkUsbBuses } from "./usbBuses.ts";
import { checkUsbCompanions } from "./usbCompanions.ts";
import { checkUsbControllers } from "./usbControllers.ts";
import { checkUsbPlaces } from "./usbPlaces.ts";
import { checkUsbSpeed } from "./usbSpeed.ts";
import { checkUselessAddresses } from "./uselessAddresses.ts";
import { checkVirtioByBus } from "./virtioByBus.ts";
import { checkVirtioMmioSlots } from "./virtioMmioSlots.ts";
import { checkVirtioModels } from "./virtioModels.ts";
import { checkVirtioSerial } from "./virtioSerial.ts";
import { checkZpciOrder } from "./zpciOrder.ts";

/** Every check: what keeps a guest from starting first, then what harms or surprises. */
export const checks: readonly Check[] = [
  checkAbsentDevices,
  checkNics,
  checkBoardLacks,
  checkSerialModels,
  checkPciBusNames,
  checkMachineBuses,
  checkVirtioModels,
  checkAddressTypes,
  checkBoardSeats,
  checkMultifunction,
  checkCommandLine,
  checkControllerOrder,
  checkControllerNumbers,
  checkAcpiIndexes,
  checkDriveUnits,
  checkScsiUnits,
  checkUsbBuses,
  checkUsbControllers,
  checkUsbCompanions,
  checkUsbSpeed,
  checkVirtioSerial,
  checkVirtioMmioSlots,
  checkSpaprVioIrqs,
  checkIsaNumbers,
  checkIsaSerialNumbers,
  checkSoundCodecs,
  checkParallelPorts,
  checkMemoryBases,
  checkMemoryOrder,
  checkNvdimmMachines,
  checkOddities,
  checkUselessAddresses,
  checkHostdevSources,
  checkHostdevFunctions,
  checkExpressPlaces,
  checkImpliedBuses,
  checkBusNumbers,
  checkIoSpace,
  checkHotplug,
  checkDiskControllers,
  checkUsbPlaces,
  checkIsaOverlaps,
  checkChannelNames,
  checkCcwSubsystems,
  checkSpaprVioRegs,
  checkMemoryAcpi,
  checkMmioContagion,
  checkUnplug,
  checkHotplugPorts,
  checkVirtioByBus,
  checkHostdevCare,
  checkMixedAddresses,
  checkUnusedControllers,
  checkZpciOrder,
  checkDriveNumbers,
];

/** Everything there is to say about a definition beyond libvirt's own refusals. */
export function checkAll(definition: Definition): Problem[] {
  return checks.flatMap((check) => check(definition));
}
