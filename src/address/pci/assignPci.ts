import { connect } from "../../catalog/connectFlags.ts";
import {
  isPciControllerModel,
  type PciControllerModel,
  pciControllers,
} from "../../catalog/pciControllers.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { DeviceId } from "../../domain/device.ts";
import { Bus } from "./bus.ts";
import { BusTable, guestOf, type PciFailure } from "./busTable.ts";
import { assignCategories } from "./categories.ts";
import { reserveChipset } from "./chipset.ts";
import { collectGiven } from "./collect.ts";
import { fillControllerTargets } from "./controllerTargets.ts";
import { fixMultifunction } from "./multifunction.ts";
import { imaginary, PciPass, PciRun, pciControllersOf } from "./pciDraft.ts";
import { ZpciIds } from "./zpci.ts";

/**
 * The largest controller index that still gets a bus here. libvirt refuses everything above 255, but only after it has
 * made all the controllers below, so far-off indexes must not cost their number in memory.
 */
const maxIndex = 1024;

/**
 * Gives every PCI device its address and adds the controllers that are missing: a dry run that finds out how many
 * buses it takes, then the real pass (qemuDomainAssignPCIAddresses, libvirt 11.3).
 */
export function assignPci(draft: Draft): void {
  const run = new PciRun(draft);
  const refusedIds = new Set<DeviceId>();
  const busCount = 1 + highestIndex(draft);
  const finalCount = busCount > 0 ? dryRun(run, busCount, refusedIds) : 0;
  realPass(run, finalCount, refusedIds);
}

function dryRun(run: PciRun, busCount: number, refusedIds: Set<DeviceId>): number {
  const { draft } = run;
  const pass = new PciPass(run, tableOf(draft, busCount, true), true);
  collectGiven(run, pass);
  const ids = new ZpciIds(refusedIds);
  ids.collect(draft);
  reserveChipset(pass);
  keepConventionalSlot(pass);
  assignCategories(pass);
  if (busCount === 1 && pass.table.buses.length > busCount && run.hasPcieRoot) {
    report(draft, pass.table.reserveNext(imaginary.express));
  }
  addControllers(pass);
  return pass.table.buses.length;
}

function realPass(run: PciRun, busCount: number, refusedIds: Set<DeviceId>): void {
  const { draft } = run;
  const pass = new PciPass(run, tableOf(draft, busCount, false), false);
  collectGiven(run, pass);
  const ids = new ZpciIds(refusedIds);
  ids.collect(draft);
  if (!draft.target.row.pci) return;
  reserveChipset(pass);
  assignCategories(pass);
  ids.assign(draft);
  fixMultifunction(draft);
  fillControllerTargets(draft);
}

function highestIndex(draft: Draft): number {
  return pciControllersOf(draft).reduce(
    (most, { index = -1 }) => (index > maxIndex ? most : Math.max(most, index)),
    -1,
  );
}

/** One bus per controller index; gaps get the model libvirt will fill them with. */
function tableOf(draft: Draft, busCount: number, isDryRun: boolean): BusTable {
  const isPseries = draft.target.class === "pseries";
  const table = new BusTable(isDryRun, {
    hostBridges: isPseries,
    pcieToPciBridge: draft.target.capabilities.has("DEVICE_PCIE_PCI_BRIDGE"),
  });
  const gap = gapModel(draft);
  for (let index = 0; index < busCount; index++) {
    const controller = draft.controllers.find("pci", index);
    const model = index === 0 && controller === undefined ? "pci-root" : (controller?.model ?? gap);
    if (controller && controller.model === undefined && isDryRun) {
      draft.refuse("pci-model-missing", {}, { device: controller.id });
    }
    table.buses.push(Bus.of(isPciControllerModel(model) ? model : gap));
  }
  const [bus0] = table.buses;
  if (bus0 && isPseries) bus0.groupLocked = true;
  return table;
}

function gapModel(draft: Draft): PciControllerModel {
  if (draft.target.class === "pseries") return "pci-root";
  const isExpress = pciControllersOf(draft).some((controller) => controller.model === "pcie-root");
  return isExpress ? "pcie-root-port" : "pci-bridge";
}

/** A machine with a pci-root always keeps a free slot: libvirt makes room for one device more than there are. */
function keepConventionalSlot(pass: PciPass): void {
  const { buses } = pass.table;
  if (buses[0]?.model !== "pci-root" || buses.every((bus) => bus.isFullyReserved)) return;
  report(pass.draft, pass.table.reserveNext(imaginary.conventional));
}

/** Makes the controllers of all buses that have none yet, and takes a place for each. */
function addControllers(pass: PciPass): void {
  const { draft, table } = pass;
  for (let index = 1; index < table.buses.length; index++) {
    if (draft.controllers.find("pci", index)) continue;
    const { model } = table.buses[index]!;
    const controller = draft.addController("pci", index, model);
    const { needs } = pciControllers[model];
    if (needs & ~connect.AUTO) report(draft, table.reserveNext(guestOf(needs, controller.id)));
  }
}

/** What fails for a controller or slot that libvirt adds on its own has no device in the file to blame. */
function report(draft: Draft, result: PciFailure | object): void {
  if ("code" in result) draft.refuse(result.code, result.values, {});
}
