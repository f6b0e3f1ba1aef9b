import { readFileSync } from "node:fs";
import path from "node:path";
import type { Seat } from "../conformance/seats.ts";
import { machines } from "./builders.ts";

/** One domain in short form and what libvirt made of it. */
export interface RecordedCase {
  readonly name: string;
  readonly xml: string;
  /** Lines of `seatLines`, or libvirt's words behind "error: ". */
  readonly answer: readonly string[];
}

/**
 * The cases of `recorded.txt`: a name, a machine, device elements, and behind `=` what libvirt 11.3.0 with
 * QEMU 10.0.13 answered to `virsh define`.
 */
export function recordedCases(): RecordedCase[] {
  const text = readFileSync(path.join(import.meta.dirname, "recorded.txt"), "utf8");
  return text.split(/^# /m).slice(1).map(caseOf);
}

function caseOf(block: string): RecordedCase {
  const [name = "", machine = "", ...lines] = block.trim().split("\n");
  const devices = lines.filter((line) => line.startsWith("<"));
  const answer = lines.filter((line) => line.startsWith("= ")).map((line) => line.slice(2));
  return { name, xml: domainOf(machine, devices), answer };
}

/** "pc slots=4" is a machine with memory slots. */
function domainOf(line: string, devices: readonly string[]): string {
  const [machine = "", slots] = line.split(" slots=");
  const known = Object.values<{ arch?: string; machine?: string }>(machines).find(
    (row) => row.machine === machine,
  );
  const arch = (machine === "virt" ? machines.virt.arch : known?.arch) ?? "x86_64";
  const room = slots === undefined ? "" : `<maxMemory slots='${slots}' unit='KiB'>4194304</maxMemory>`;
  return `<domain type='qemu'><name>recorded</name>${room}<memory unit='KiB'>1048576</memory>
<os><type arch='${arch}' machine='${machine}'>hvm</type></os>
<devices>
${devices.join("\n")}
</devices></domain>`;
}

/** Everyone with an address that is not PCI, and every controller that is not PCI, in libvirt's order of printing. */
export function seatLines(seats: readonly Seat[]): string[] {
  return seats.flatMap(({ kind, identity, address, facts }) => {
    const isSmall = address !== undefined && !/^\d/.test(address);
    if (!isSmall && (kind !== "controller" || identity.startsWith("pci"))) return [];
    const name = [kind, identity, kind === "controller" ? facts.model : undefined].filter(Boolean).join(" ");
    return [isSmall ? `${name}: ${address}` : name];
  });
}
