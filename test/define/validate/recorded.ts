import { expect, test } from "vitest";
import { defineText } from "../../support/pipeline.ts";

/** What libvirt 11.3.0 with QEMU 10.0 said to `virsh define`: its words, or nothing. */
export const accepted = "";

const machines = {
  pc: "arch='x86_64' machine='pc'",
  q35: "arch='x86_64' machine='q35'",
  pseries: "arch='ppc64' machine='pseries'",
  s390: "arch='s390x' machine='s390-ccw-virtio'",
  virt: "arch='aarch64' machine='virt'",
  riscv: "arch='riscv64' machine='virt'",
  raspi: "arch='aarch64' machine='raspi3b'",
  microvm: "arch='x86_64' machine='microvm'",
} as const;

type MachineName = keyof typeof machines;

/** A machine, the devices (behind a bar where the domain has more to say), and libvirt's recorded words. */
export type Recorded = readonly [machine: MachineName, devices: string, words: string];

/** A whole domain around devices. What stands before a bar goes into the domain, its `<boot>` into `<os>`. */
export function domainText(machine: MachineName, text: string): string {
  const [domain, devices] = text.includes(" | ") ? (text.split(" | ") as [string, string]) : ["", text];
  const boot = domain.startsWith("<boot") ? domain : "";
  const isX86 = machine === "pc" || machine === "q35";
  const features = isX86 && !domain.includes("<features") ? "<features><acpi/></features>" : "";
  return `<domain type='qemu'><name>guest</name><memory unit='MiB'>4096</memory>
${boot === "" ? domain : ""}<os><type ${machines[machine]}>hvm</type>${boot}</os>${features}
<devices>${devices}</devices></domain>`;
}

/** Our first refusal must be libvirt's only one, word for word; what libvirt accepts we must not refuse. */
export function checkRecorded(cases: readonly Recorded[]): void {
  test.each(cases)("%s: %s", (machine, devices, words) => {
    const refusals = defineText(domainText(machine, devices))?.refusals;
    expect(refusals?.[0] ?? accepted).toBe(words);
  });
}
