import { describe, expect, test } from "vitest";
import { readText } from "./reading.ts";

describe("domain/read/machine reads the domain around the devices", () => {
  test("everything that placing devices depends on", () => {
    const { domain } = readText(`<domain type='kvm' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>
      <name>guest</name><memory unit='GiB'>2</memory><maxMemory slots='16' unit='MB'>8000</maxMemory><vcpu current='2'>4</vcpu>
      <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type><loader>/f</loader><boot dev='hd'/><boot dev='network'/></os>
      <features><acpi/><ps2 state='off'/></features>
      <cpu><numa><cell id='0' memory='1' unit='GiB'/><cell id='1' memory='1048576'/></numa></cpu>
      <devices><emulator>/usr/bin/qemu</emulator></devices>
      <q:commandline><q:arg value='-device'/><q:env name='x'/><q:arg value='pci-testdev'/></q:commandline></domain>`);
    expect(domain).toEqual({
      type: "kvm",
      name: "guest",
      os: {
        type: "hvm",
        arch: "x86_64",
        machine: "q35",
        loader: true,
        firmware: "efi",
        boot: ["hd", "network"],
      },
      vcpus: 4,
      numaCells: 2,
      memory: { total: 2097152n, max: { size: 7812500n, slots: 16 }, cells: 2097152n },
      features: { listed: true, acpi: true, ps2: "off" },
      emulator: "/usr/bin/qemu",
      devices: [],
      commandLine: ["-device", "pci-testdev"],
    });
  });

  test("what is not said is absent", () => {
    expect(
      readText("<domain type='qemu'><os><type arch='' machine=''>hvm</type></os></domain>").domain,
    ).toEqual({
      type: "qemu",
      os: { type: "hvm", boot: [] },
      vcpus: 1,
      numaCells: 0,
      memory: { cells: 0n },
      features: { listed: false, acpi: false },
      devices: [],
      commandLine: [],
    });
  });
});
