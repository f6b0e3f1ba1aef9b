import { connect } from "../catalog/connectFlags.ts";
import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import { controllersOf, pciNeedsOf } from "./devices.ts";
import { pciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** 64 KiB of I/O space hold this many bridges with 4 KiB each beside the board's own (docs/pcie.txt, QEMU 10.0). */
const most = 9;

const bridges: ReadonlySet<string | undefined> = new Set([
  "pci-bridge",
  "pcie-to-pci-bridge",
  "dmi-to-pci-bridge",
]);

/** More bridges that need I/O space than a PC has room for. Ports need some for conventional devices only. */
export function checkIoSpace(definition: Definition): Problem[] {
  if (definition.target.class !== "q35" && definition.target.class !== "i440fx") return [];
  const needs = pciNeedsOf(definition);
  const conventional = new Set(
    pciSeatsOf(definition)
      .filter(({ device }) => (needs.of(device) & connect.PCIE) === 0)
      .map(({ address }) => address.bus),
  );
  const needsSpace = ({ model, index }: Controller) =>
    bridges.has(model) || (model === "pcie-root-port" && conventional.has(index ?? 0));
  const hungry = controllersOf(definition, "pci").filter(needsSpace);
  const surplus = hungry[most];
  return surplus
    ? [problem("io-space-exhaustion", { count: hungry.length, most }, { device: surplus.id })]
    : [];
}
