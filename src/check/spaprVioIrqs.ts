import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf, listOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Where the NVRAM that every pseries machine has sits unless the domain says otherwise. */
const nvramReg = 0x71000000n;
const firstIrq = 0x1100;

interface VioSeat {
  readonly reg: bigint;
  /** Absent for the board's own NVRAM. */
  readonly device?: Device;
}

/**
 * Devices on the pseries virtual bus whose registers lead to one interrupt. QEMU takes the interrupt from some bits of
 * the register, so that different registers may meet (spapr_vio_reg_to_irq, QEMU 10.0).
 */
export function checkSpaprVioIrqs(definition: Definition): Problem[] {
  if (definition.target.class !== "pseries") return [];
  const seats = new Map<number, VioSeat>();
  if (listOf(definition, "nvram").length === 0) seats.set(irqOf(nvramReg), { reg: nvramReg });
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "spapr-vio" || address.reg === undefined) return [];
    const irq = irqOf(address.reg);
    const holder = seats.get(irq);
    if (holder === undefined) seats.set(irq, { reg: address.reg, device });
    if (holder === undefined || holder.reg === address.reg) return [];
    const values = { irq, reg: hex(address.reg), holder: hex(holder.reg) };
    const related = holder.device ? [seatPlace(definition, holder.device, "address@reg")] : [];
    return [problem("spapr-vio-irq", values, seatPlace(definition, device, "address@reg"), related)];
  });
}

function irqOf(reg: bigint): number {
  if (reg >= nvramReg) return firstIrq + Number(reg & 0xffn);
  const page = Number((reg >> 12n) & 0xffn);
  return firstIrq + (reg >= 0x30000000n ? 0xf0 | (page & 0xf) : page);
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
