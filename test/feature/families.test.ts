import { describe, expect, test } from "vitest";
import { type Board, getDomainService } from "../../src/service.ts";

/** One guest for each family of places: what is moved, where to, and what stands in the text of its address then. */
interface Case {
  readonly name: string;
  readonly arch?: string;
  readonly machine: string;
  readonly devices: string;
  readonly device: string;
  readonly slot: string;
  readonly address: string;
  readonly more?: string;
}

const cases: readonly Case[] = [
  {
    name: "a serial port to the second ISA port",
    machine: "pc",
    devices:
      "<serial type='pty'><target type='isa-serial' port='0'/><address type='isa' iobase='0x3f8' irq='0x4'/></serial>",
    device: "serial-0",
    slot: "isa:0:2f8:3",
    address: "<address type='isa' iobase='0x2f8' irq='0x3'/>",
  },
  {
    name: "a debug console to the firmware's port",
    machine: "pc",
    devices: "<serial type='pty'><target type='isa-debug'/><address type='isa' iobase='0xe9'/></serial>",
    device: "serial-0",
    slot: "isa:0:402:0",
    address: "<address type='isa' iobase='0x402'/>",
  },
  {
    name: "a serial port without address to the second ISA port",
    machine: "q35",
    devices: "<serial type='pty'/>",
    device: "serial-0",
    slot: "isa:0:2f8:3",
    address: "<address type='isa' iobase='0x2f8' irq='0x3'/>",
  },
  {
    name: "a second serial port to its own port, written down",
    machine: "pc",
    devices: "<serial type='pty'/><serial type='pty'/>",
    device: "serial-1",
    slot: "isa:0:2f8:3",
    address: "<address type='isa' iobase='0x2f8' irq='0x3'/>",
  },
  {
    name: "a debug console without address to the firmware's port",
    machine: "pc",
    devices: "<serial type='pty'><target type='isa-debug'/></serial>",
    device: "serial-0",
    slot: "isa:0:402:0",
    address: "<address type='isa' iobase='0x402'/>",
  },
  {
    name: "a panic device to its port, written down",
    machine: "isapc",
    devices: "<controller type='usb' model='none'/><memballoon model='none'/><panic model='isa'/>",
    device: "panic-0",
    slot: "isa:0:505:0",
    address: "<address type='isa' iobase='0x505'/>",
  },
  {
    name: "a memory module to another slot",
    machine: "pc",
    more: "<maxMemory slots='4' unit='MiB'>8192</maxMemory><memory unit='MiB'>1024</memory><cpu><numa><cell id='0' cpus='0' memory='512' unit='MiB'/></numa></cpu>",
    devices:
      "<memory model='dimm'><target><size unit='MiB'>512</size><node>0</node></target><address type='dimm' slot='0'/></memory>",
    device: "memory-0",
    slot: "dimm:0:3",
    address: "<address type='dimm' slot='3'/>",
  },
  {
    name: "a channel to another port",
    machine: "pc",
    devices:
      "<controller type='virtio-serial' index='0'/><channel type='pty'><target type='virtio' name='a'/><address type='virtio-serial' controller='0' bus='0' port='1'/></channel>",
    device: "channel-0",
    slot: "virtio-serial:0:5",
    address: "<address type='virtio-serial' controller='0' bus='0' port='5'/>",
  },
  {
    name: "a smartcard into the slot of its reader",
    machine: "pc",
    devices: "<smartcard mode='host'/>",
    device: "smartcard-0",
    slot: "ccid:0:0",
    address: "<address type='ccid' controller='0' slot='0'/>",
  },
  {
    name: "a serial port to another register",
    arch: "ppc64",
    machine: "pseries",
    devices: "<serial type='pty'><address type='spapr-vio' reg='0x30000000'/></serial>",
    device: "serial-0",
    slot: "spapr-vio:0:30001000",
    address: "<address type='spapr-vio' reg='0x30001000'/>",
  },
  {
    name: "a network card to another device number",
    arch: "s390x",
    machine: "s390-ccw-virtio",
    devices:
      "<interface type='user'><model type='virtio'/><address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0001'/></interface>",
    device: "interface-0",
    slot: "ccw:0:fe.0.0003",
    address: "<address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0003'/>",
  },
  {
    name: "a tablet to another port",
    machine: "pc",
    devices:
      "<controller type='usb' index='0' model='qemu-xhci'/><input type='tablet' bus='usb'><address type='usb' bus='0' port='1'/></input>",
    device: "input-0",
    slot: "usb:0/3",
    address: "<address type='usb' bus='0' port='3'/>",
  },
  {
    name: "a disk to another unit",
    machine: "pc",
    devices:
      "<controller type='scsi' index='0' model='virtio-scsi'/><disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' controller='0' bus='0' target='0' unit='0'/></disk>",
    device: "disk-0",
    slot: "drive:scsi:0:0:4",
    address: "<address type='drive' controller='0' bus='0' target='0' unit='4'/>",
  },
];

function read({ arch = "x86_64", machine, devices, more = "" }: Case) {
  const text = `<domain type='kvm'><name>g</name>${more}<os><type arch='${arch}' machine='${machine}'>hvm</type></os><devices>${devices}</devices></domain>`;
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  return { service, snapshot, board: service.board(snapshot)! };
}

describe("feature/boardGestures moves in every family of places", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { service, snapshot, board } = read(one);
    const device = board.devices.find(({ key }) => key === one.device);
    const bus = board.buses.find(({ slots }) => slots.some(({ key }) => key === one.slot));
    // The board says beforehand that the slot takes the device, so that every way of moving can offer it.
    expect(device?.fixed).toBeUndefined();
    const acceptance = board.acceptances[device!.acceptance]!;
    expect(acceptance.buses).toContain(bus?.key);
    expect(acceptance.refusedSlots[one.slot]).toBeUndefined();
    const answer = service.gesture(snapshot, { type: "move", device: one.device, slot: one.slot });
    expect(answer.refused).toBeUndefined();
    const after = service.snapshot("guest.xml", 2, service.apply(snapshot, answer.edits ?? []));
    expect(service.addressElements(after, [one.device])).toEqual([one.address]);
    expect(service.board(after)?.devices.find(({ key }) => key === one.device)?.slot).toBe(one.slot);
  });

  test("ISA devices without address sit where QEMU puts them, on boards with such a bus", () => {
    const of = (devices: string, machine = "pc", arch = "x86_64") =>
      read({ name: "", machine, arch, devices, device: "", slot: "", address: "" }).board;
    const board = of("<serial type='pty'/><panic model='isa'/>");
    const [serial] = board.devices.filter(({ key }) => key === "serial-0");
    expect(serial).toMatchObject({ slot: "isa:0:3f8:4", placement: "usual" });
    expect(serial?.why).toBe("QEMU gives this port to serial port 0, which has no address of its own.");
    expect(serial).not.toHaveProperty("address");
    expect(board.devices.find(({ key }) => key === "panic-0")?.why).toBe(
      "QEMU gives this port to a panic device without an address of its own.",
    );
    expect(board.tray).not.toContain("serial-0");
    const labels = (shown: Board) =>
      shown.buses
        .filter(({ family }) => family === "isa")
        .map(({ slots }) => slots.map(({ label }) => label));
    expect(labels(board)).toEqual([["2e8 irq 3", "2f8 irq 3", "3e8 irq 4", "3f8 irq 4", "505"]]);
    // Nothing to show: no device that takes a port, ports that are not QEMU's, no such bus.
    expect(labels(of("<serial type='pty'><target type='pci-serial'/></serial>"))).toEqual([]);
    expect(labels(of("<parallel type='pty'/>"))).toEqual([]);
    expect(labels(of("<serial type='pty'/>", "pseries", "ppc64"))).toEqual([]);
    expect(labels(of("<serial type='pty'/>", "virt", "aarch64"))).toEqual([]);
  });

  test("two serial ports without address change places", () => {
    const { service, snapshot } = read({
      name: "",
      machine: "pc",
      devices: "<serial type='pty'/><serial type='pty'/>",
      device: "",
      slot: "",
      address: "",
    });
    const places = [
      { device: "serial-0", slot: "isa:0:2f8:3" },
      { device: "serial-1", slot: "isa:0:3f8:4" },
    ];
    const answer = service.gesture(snapshot, { type: "arrange", places });
    const after = service.snapshot("guest.xml", 2, service.apply(snapshot, answer.edits ?? []));
    expect(service.addressElements(after, ["serial-0", "serial-1"])).toEqual([
      "<address type='isa' iobase='0x2f8' irq='0x3'/>",
      "<address type='isa' iobase='0x3f8' irq='0x4'/>",
    ]);
    const taken = service.gesture(snapshot, { type: "move", device: "serial-0", slot: "isa:0:2f8:3" });
    expect(taken.refused).toBe("Another device sits in this slot.");
  });

  test("what has no other place is fixed and says why", () => {
    const mmio = read({
      name: "",
      arch: "armv7l",
      machine: "vexpress-a9",
      devices: "<interface type='user'><model type='virtio'/></interface>",
      device: "",
      slot: "",
      address: "",
    });
    const card = mmio.board.devices.find(({ key }) => key === "interface-0");
    expect(card?.address).toBe("virtio-mmio");
    expect(card?.fixed).toMatch(/has no number/);
    const refused = mmio.service.gesture(mmio.snapshot, {
      type: "move",
      device: "interface-0",
      slot: card?.slot ?? "",
    });
    expect(refused.refused).toBe(card?.fixed);
  });
});
