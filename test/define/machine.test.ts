import { expect, test } from "vitest";
import type { DefineOptions } from "../../src/domain/target.ts";
import { defineText } from "../support/pipeline.ts";

/** What libvirt would say about a machine's name alone. */
function refusalsOf(arch: string, machine: string, options: DefineOptions = {}): readonly string[] {
  const text = `<domain type='qemu'><memory>1024</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os>
<devices><controller type='usb' model='none'/><memballoon model='none'/></devices></domain>`;
  return defineText(text, options)?.refusals ?? [];
}

const refused = (binary: string, machine: string) => [
  `unsupported configuration: Emulator '/usr/bin/qemu-system-${binary}' does not support machine type '${machine}'`,
];

// Recorded from libvirt 11.3 with QEMU 10.0.13.
test.each([
  ["x86_64", "x86_64", "pc-1.0"],
  ["x86_64", "x86_64", "q36"],
  ["x86_64", "x86_64", "pc-q35"],
  ["i686", "i386", "pc-q35-8.3"],
  ["aarch64", "aarch64", "q35"],
  ["armv7l", "arm", "nothing"],
  ["ppc64le", "ppc64le", "foo"],
  ["s390x", "s390x", "s390-ccw"],
  ["riscv64", "riscv64", "virt-10.0"],
])("%s has no machine %3$s", (arch, binary, machine) => {
  expect(refusalsOf(arch, machine)).toEqual(refused(binary, machine));
});

test.each(["pc", "q35", "pc-q35-2.4", "pc-i440fx-9.2", "microvm", "isapc", "pc-q35-4.0.1"])(
  "x86 has %s",
  (machine) => {
    expect(refusalsOf("x86_64", machine, { qemuVersion: "10.0" })).toEqual([]);
  },
);

test.each(["pc-q35-rhel9.4.0", "pc-i440fx-noble", "pc-q35-9.2+pve1", "ubuntu", "rhel6.6.0", "xenfv"])(
  "%s is a machine of a distribution",
  (machine) => {
    expect(refusalsOf("x86_64", machine)).toEqual([]);
  },
);

test("a version counts where somebody says which QEMU it is", () => {
  expect(refusalsOf("x86_64", "pc-q35-10.1")).toEqual([]);
  expect(refusalsOf("x86_64", "pc-q35-10.1", { qemuVersion: "10.1.0" })).toEqual([]);
  expect(refusalsOf("x86_64", "pc-q35-10.1", { qemuVersion: "10.0" })).toEqual(
    refused("x86_64", "pc-q35-10.1"),
  );
  expect(refusalsOf("x86_64", "pc-q35-2.3")).toEqual([]);
  expect(refusalsOf("x86_64", "pc-q35-2.3", { qemuVersion: "10.0" })).toEqual(
    refused("x86_64", "pc-q35-2.3"),
  );
  expect(refusalsOf("x86_64", "pc-q35-2.3", { qemuVersion: "8.2" })).toEqual([]);
});
