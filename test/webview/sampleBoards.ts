import type {
  Acceptance,
  Board,
  BoardBus,
  BoardDevice,
  BoardProblem,
  BoardSlot,
  BusFamily,
  ControllerOffer,
} from "../../src/protocol/board.ts";

/** A slot of a sample in a line: its label, its devices with their functions, or why it is reserved. */
interface SlotNote {
  readonly label: string;
  readonly devices?: readonly string[];
  readonly reserved?: string;
  /** Whether further devices may join as functions. */
  readonly open?: boolean;
}

/** Buses of a sample, made slot by slot. */
function bus(
  key: string,
  family: BusFamily,
  detail: string,
  slots: readonly SlotNote[],
  more: Partial<BoardBus> = {},
): BoardBus {
  return { key, family, label: key, detail, slots: slots.map((note) => slotOf(key, note)), ...more };
}

function slotOf(busKey: string, { label, devices = [], reserved, open = false }: SlotNote): BoardSlot {
  const occupants = devices.map((device, at) => ({
    device,
    ...(devices.length > 1 ? { function: String(at) } : {}),
  }));
  const freeFunctions = [0, 1, 2, 3, 4, 5, 6, 7].slice(devices.length);
  return {
    key: `${busKey}/${label}`,
    label,
    occupants,
    ...(reserved === undefined ? {} : { reserved }),
    ...(open && { freeFunctions }),
  };
}

function hex(value: number): string {
  return value.toString(16).padStart(2, "0");
}

/** Slots `from` to `to`, taken by the devices noted under their label. */
function slots(from: number, to: number, taken: Readonly<Record<string, readonly string[]>>): SlotNote[] {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const label = hex(from + at);
    return { label, devices: taken[label] ?? [] };
  });
}

type DeviceNote = Partial<BoardDevice> & Pick<BoardDevice, "key" | "kind" | "label" | "detail">;

/** A device of a sample; its slot is where the buses have it. */
function devicesOf(buses: readonly BoardBus[], notes: readonly DeviceNote[]): BoardDevice[] {
  const seats = new Map(
    buses.flatMap((one) =>
      one.slots.flatMap((slot) => slot.occupants.map((occupant) => [occupant.device, slot.key] as const)),
    ),
  );
  return notes.map((note) => {
    const slot = seats.get(note.key);
    return {
      implied: false,
      placement: slot === undefined ? "none" : "given",
      acceptance: 0,
      problems: [],
      ...(slot === undefined ? {} : { slot }),
      ...note,
    };
  });
}

function boardOf(
  title: string,
  machine: string,
  buses: readonly BoardBus[],
  notes: readonly DeviceNote[],
  acceptances: readonly Acceptance[],
): Board {
  const devices = devicesOf(buses, notes);
  const all = buses.flatMap((one) => one.slots);
  return {
    version: 1,
    title,
    machine,
    buses,
    devices,
    tray: devices.filter((device) => device.slot === undefined).map((device) => device.key),
    acceptances,
    summary: {
      pinned: devices.filter((device) => device.placement === "given").length,
      unpinned: devices.filter((device) => device.placement === "assigned").length,
      freeSlots: all.filter((slot) => slot.occupants.length === 0 && slot.reserved === undefined).length,
      problems: devices.reduce((sum, device) => sum + device.problems.length, 0),
    },
  };
}

const hostBridge = "The host bridge of the machine sits here.";
const conventional = "It takes conventional PCI devices, this is a PCI Express device.";
const notHotplug = "Devices plugged straight into the root complex cannot be exchanged while the guest runs.";

/** A machine of type pc: one flat PCI bus, an IDE controller, two disks. */
export function smallPc(): Board {
  const buses = [
    bus("pci.0", "pci", "PCI root, conventional slots", [
      { label: "00", reserved: hostBridge },
      { label: "01", devices: ["piix-isa", "ide", "usb"] },
      ...slots(2, 31, { "02": ["video"], "03": ["net0"], "04": ["balloon"] }),
    ]),
    bus(
      "ide0",
      "drive",
      "PIIX3 IDE, two channels of two",
      [
        { label: "0:0", devices: ["hda"] },
        { label: "0:1" },
        { label: "1:0", devices: ["cd"] },
        { label: "1:1" },
      ],
      { controller: "ide", parent: "pci.0", parentSlot: "pci.0/01" },
    ),
    bus("usb0", "usb", "PIIX3 USB 1.1, two ports", [{ label: "1", devices: ["tablet"] }, { label: "2" }], {
      controller: "usb",
      parent: "pci.0",
      parentSlot: "pci.0/01",
    }),
  ];
  const acceptances: Acceptance[] = [
    {
      buses: ["pci.0"],
      refusedBuses: {},
      refusedSlots: { "pci.0/00": hostBridge },
      otherwise: "A PCI device needs a PCI slot.",
    },
    { buses: ["ide0"], refusedBuses: {}, refusedSlots: {}, otherwise: "An IDE disk needs an IDE unit." },
    { buses: ["usb0"], refusedBuses: {}, refusedSlots: {}, otherwise: "A USB device needs a USB port." },
  ];
  const fixed = "Part of the machine's chipset, which has its place for good.";
  return boardOf(
    "kitchen-radio",
    "pc-i440fx-9.2 · x86_64",
    buses,
    [
      { key: "piix-isa", kind: "controller", label: "ISA bridge", detail: "PIIX3", implied: true, fixed },
      {
        key: "ide",
        kind: "controller",
        label: "ide0",
        detail: "IDE, PIIX3",
        implied: true,
        fixed,
        address: "0000:00:01.1",
      },
      {
        key: "usb",
        kind: "controller",
        label: "usb0",
        detail: "piix3-uhci",
        implied: true,
        fixed,
        address: "0000:00:01.2",
      },
      { key: "video", kind: "video", label: "video0", detail: "vga · 16 MiB", address: "0000:00:02.0" },
      {
        key: "net0",
        kind: "interface",
        label: "net0",
        detail: "e1000 · 52:54:00:1d:3e:07",
        placement: "assigned",
        address: "0000:00:03.0",
        why: "The first free slot after the display.",
      },
      {
        key: "balloon",
        kind: "memballoon",
        label: "balloon",
        detail: "virtio",
        implied: true,
        placement: "assigned",
        address: "0000:00:04.0",
      },
      {
        key: "hda",
        kind: "disk",
        label: "hda",
        detail: "ide · radio.qcow2",
        acceptance: 1,
        address: "ide 0:0:0:0",
      },
      {
        key: "cd",
        kind: "disk",
        label: "hdc",
        detail: "cdrom · debian-12.iso",
        acceptance: 1,
        placement: "assigned",
        address: "ide 0:1:0:0",
      },
      {
        key: "tablet",
        kind: "input",
        label: "tablet",
        detail: "usb",
        acceptance: 2,
        placement: "assigned",
        address: "usb 0/1",
      },
    ],
    acceptances,
  );
}

const doubleUse: BoardProblem = {
  severity: "error",
  code: "pci-address-in-use",
  message: "0000:04:00.0 is also the address of net1.",
};

/** A machine of type q35 with about thirty devices: ports, ghosts, a GPU, a collision, a tray. */
export function typicalQ35(): Board {
  const ports = Array.from({ length: 14 }, (_, at) => at + 1);
  const portDevices: Readonly<Record<number, readonly string[]>> = {
    1: ["net0"],
    2: ["usb"],
    3: ["scsi"],
    4: ["vdb", "net1"],
    5: ["gpu", "gpu-audio"],
    6: ["vserial"],
    7: ["balloon"],
    8: ["rng"],
  };
  const portBuses = ports.map((port) =>
    bus(
      `pci.${port}`,
      "pci",
      "pcie-root-port",
      [{ label: "00", devices: portDevices[port] ?? [], open: port === 5 }],
      {
        controller: `port${port}`,
        parent: "pcie.0",
        parentSlot: port <= 8 ? "pcie.0/02" : "pcie.0/03",
      },
    ),
  );
  const buses = [
    bus("pcie.0", "pci", "PCIe root complex", [
      { label: "00", reserved: hostBridge },
      { label: "01", devices: ["video"] },
      { label: "02", devices: ports.slice(0, 8).map((port) => `port${port}`) },
      { label: "03", devices: ports.slice(8).map((port) => `port${port}`) },
      ...slots(4, 26, { "08": ["iommu"], "0a": ["bridge"] }),
      { label: "1b", devices: ["sound"] },
      ...slots(28, 30, {}),
      { label: "1f", devices: ["lpc", "sata", "smbus"] },
    ]),
    ...portBuses,
    bus("pci.15", "pci", "pcie-to-pci-bridge, conventional slots", slots(1, 31, { "01": ["watchdog"] }), {
      controller: "bridge",
      parent: "pcie.0",
      parentSlot: "pcie.0/0a",
    }),
    bus(
      "scsi0",
      "drive",
      "virtio-scsi, units of target 0",
      Array.from({ length: 12 }, (_, at) => ({
        label: `0:0:${at}`,
        devices: at === 0 ? ["sda"] : at === 1 ? ["sdb"] : at === 4 ? ["sdc"] : [],
      })),
      { controller: "scsi", parent: "pci.3", parentSlot: "pci.3/00" },
    ),
    bus(
      "sata0",
      "drive",
      "AHCI, six ports",
      Array.from({ length: 6 }, (_, at) => ({ label: `0:0:${at}`, devices: at === 0 ? ["cd"] : [] })),
      { controller: "sata", parent: "pcie.0", parentSlot: "pcie.0/1f" },
    ),
    bus(
      "usb0",
      "usb",
      "qemu-xhci, eight ports",
      Array.from({ length: 8 }, (_, at) => ({
        label: String(at + 1),
        devices: at === 0 ? ["tablet"] : at === 1 ? ["redir"] : [],
      })),
      { controller: "usb", parent: "pci.2", parentSlot: "pci.2/00" },
    ),
    bus(
      "virtio-serial0",
      "virtio-serial",
      "31 ports",
      [
        { label: "0", reserved: "Port 0 is kept for the first console." },
        ...Array.from({ length: 30 }, (_, at) => ({
          label: String(at + 1),
          devices: at === 0 ? ["agent"] : at === 1 ? ["spice"] : [],
        })),
      ],
      { controller: "vserial", parent: "pci.6", parentSlot: "pci.6/00" },
    ),
  ];
  const expressPorts = ports.map((port) => `pci.${port}`);
  const acceptances: Acceptance[] = [
    {
      buses: ["pcie.0", ...expressPorts],
      refusedBuses: { "pci.15": conventional },
      refusedSlots: { "pcie.0/1f": "The chipset's own slot." },
      otherwise: "A PCI device needs a PCI slot.",
    },
    {
      buses: expressPorts,
      refusedBuses: { "pcie.0": notHotplug, "pci.15": conventional },
      refusedSlots: {},
      otherwise: "A PCI device needs a PCI slot.",
    },
    {
      buses: ["scsi0"],
      refusedBuses: { sata0: "A SCSI disk needs a SCSI unit." },
      refusedSlots: {},
      otherwise: "A SCSI disk needs a SCSI unit.",
    },
    {
      buses: ["sata0"],
      refusedBuses: { scsi0: "A SATA disk needs a SATA port." },
      refusedSlots: {},
      otherwise: "A SATA disk needs a SATA port.",
    },
    { buses: ["usb0"], refusedBuses: {}, refusedSlots: {}, otherwise: "A USB device needs a USB port." },
    {
      buses: ["virtio-serial0"],
      refusedBuses: {},
      refusedSlots: {},
      otherwise: "A channel needs a virtio-serial port.",
    },
    {
      buses: ["pcie.0"],
      refusedBuses: {},
      refusedSlots: {},
      otherwise: "A root port sits on the root complex.",
    },
    {
      buses: ["pci.15"],
      refusedBuses: { "pcie.0": "A conventional PCI device does not fit a PCI Express slot." },
      refusedSlots: {},
      otherwise: "A conventional PCI device does not fit a PCI Express slot.",
    },
  ];
  const chipset = "Part of the machine's chipset, which has its place for good.";
  const port = (index: number): DeviceNote => ({
    key: `port${index}`,
    kind: "controller",
    label: `root port ${index}`,
    detail: "pcie-root-port",
    acceptance: 6,
    implied: index > 8,
    placement: index > 8 ? "assigned" : "given",
    address: `0000:00:0${index <= 8 ? 2 : 3}.${(index - 1) % 8}`,
    ...(index > 8 ? { why: "libvirt adds ports until every device has a slot and one stays free." } : {}),
  });
  const board = boardOf(
    "media-workstation",
    "pc-q35-9.2 · x86_64",
    buses,
    [
      { key: "video", kind: "video", label: "video0", detail: "virtio · 1 head", address: "0000:00:01.0" },
      ...ports.map(port),
      {
        key: "iommu",
        kind: "iommu",
        label: "iommu",
        detail: "intel",
        placement: "assigned",
        address: "0000:00:08.0",
      },
      {
        key: "bridge",
        kind: "controller",
        label: "pci bridge 15",
        detail: "pcie-to-pci-bridge",
        acceptance: 6,
        address: "0000:00:0a.0",
      },
      {
        key: "watchdog",
        kind: "watchdog",
        label: "watchdog",
        detail: "i6300esb · reset",
        acceptance: 7,
        placement: "assigned",
        address: "0000:0f:01.0",
      },
      {
        key: "sound",
        kind: "sound",
        label: "sound0",
        detail: "ich9",
        placement: "assigned",
        address: "0000:00:1b.0",
      },
      { key: "lpc", kind: "controller", label: "LPC", detail: "ICH9", implied: true, fixed: chipset },
      {
        key: "sata",
        kind: "controller",
        label: "sata0",
        detail: "AHCI, ICH9",
        implied: true,
        fixed: chipset,
        address: "0000:00:1f.2",
      },
      { key: "smbus", kind: "controller", label: "SMBus", detail: "ICH9", implied: true, fixed: chipset },
      {
        key: "net0",
        kind: "interface",
        label: "net0",
        detail: "virtio · 52:54:00:6b:3c:58",
        acceptance: 1,
        address: "0000:01:00.0",
        facts: [
          { name: "Address", value: "PCI bus 1 · slot 0 (0x00) · function 0" },
          { name: "In a Linux guest", value: "enp1s0 (predicted from the address)" },
        ],
      },
      {
        key: "usb",
        kind: "controller",
        label: "usb0",
        detail: "qemu-xhci",
        acceptance: 1,
        placement: "assigned",
        address: "0000:02:00.0",
        why: "The first root port with a free slot, in the order of the file.",
      },
      {
        key: "scsi",
        kind: "controller",
        label: "scsi0",
        detail: "virtio-scsi",
        acceptance: 1,
        address: "0000:03:00.0",
      },
      {
        key: "vdb",
        kind: "disk",
        label: "vdb",
        detail: "virtio · scratch.qcow2",
        acceptance: 1,
        address: "0000:04:00.0",
        problems: [doubleUse],
      },
      {
        key: "net1",
        kind: "interface",
        label: "net1",
        detail: "virtio · 52:54:00:6b:3c:59",
        acceptance: 1,
        address: "0000:04:00.0",
        problems: [{ ...doubleUse, message: "0000:04:00.0 is also the address of vdb." }],
      },
      {
        key: "gpu",
        kind: "hostdev",
        label: "GPU 01:00.0",
        detail: "vfio · multifunction",
        acceptance: 1,
        address: "0000:05:00.0",
      },
      {
        key: "gpu-audio",
        kind: "hostdev",
        label: "GPU audio 01:00.1",
        detail: "vfio",
        acceptance: 1,
        address: "0000:05:00.1",
      },
      {
        key: "vserial",
        kind: "controller",
        label: "virtio-serial0",
        detail: "virtio-serial",
        acceptance: 1,
        implied: true,
        placement: "assigned",
        address: "0000:06:00.0",
      },
      {
        key: "balloon",
        kind: "memballoon",
        label: "balloon",
        detail: "virtio",
        acceptance: 1,
        implied: true,
        placement: "assigned",
        address: "0000:07:00.0",
      },
      {
        key: "rng",
        kind: "rng",
        label: "rng0",
        detail: "virtio · /dev/urandom",
        acceptance: 1,
        placement: "assigned",
        address: "0000:08:00.0",
      },
      {
        key: "sda",
        kind: "disk",
        label: "sda",
        detail: "scsi · root.qcow2",
        acceptance: 2,
        address: "scsi 0:0:0:0",
      },
      {
        key: "sdb",
        kind: "disk",
        label: "sdb",
        detail: "scsi · films.raw",
        acceptance: 2,
        address: "scsi 0:0:0:1",
      },
      {
        key: "sdc",
        kind: "disk",
        label: "sdc",
        detail: "scsi · a-very-long-name-of-a-backup-image-from-last-winter.qcow2",
        acceptance: 2,
        address: "scsi 0:0:0:4",
        problems: [
          {
            severity: "warning",
            code: "drive-unit-name",
            message: "sdc suggests unit 2, its address says 4.",
          },
        ],
      },
      {
        key: "cd",
        kind: "disk",
        label: "sdd",
        detail: "cdrom · drivers.iso",
        acceptance: 3,
        placement: "assigned",
        address: "sata 0:0:0:0",
      },
      {
        key: "tablet",
        kind: "input",
        label: "tablet",
        detail: "usb",
        acceptance: 4,
        placement: "assigned",
        address: "usb 0/1",
      },
      {
        key: "redir",
        kind: "redirdev",
        label: "redir0",
        detail: "spicevmc",
        acceptance: 4,
        placement: "assigned",
        address: "usb 0/2",
      },
      {
        key: "agent",
        kind: "channel",
        label: "agent",
        detail: "org.qemu.guest_agent.0",
        acceptance: 5,
        placement: "assigned",
        address: "virtio-serial 0:1",
      },
      {
        key: "spice",
        kind: "channel",
        label: "spice",
        detail: "com.redhat.spice.0",
        acceptance: 5,
        placement: "assigned",
        address: "virtio-serial 0:2",
      },
      { key: "net2", kind: "interface", label: "net2", detail: "virtio · 52:54:00:6b:3c:60", acceptance: 1 },
      {
        key: "tpm",
        kind: "tpm",
        label: "tpm0",
        detail: "tpm-crb · emulator",
        fixed: "A TPM has no address to choose.",
        acceptance: 0,
      },
    ],
    acceptances,
  );
  return { ...board, offers: q35Offers, mostPorts: 32 };
}

const q35Offers: readonly ControllerOffer[] = [
  { key: "pcie-root-port", label: "Root port", detail: "one PCI Express device, hot-pluggable" },
  { key: "pcie-to-pci-bridge", label: "PCIe-to-PCI bridge", detail: "31 conventional PCI slots" },
  { key: "virtio-scsi", label: "SCSI controller", detail: "virtio-scsi" },
  { key: "virtio-serial", label: "Virtio serial controller", detail: "31 ports" },
  { key: "qemu-xhci", label: "USB 3 controller", detail: "qemu-xhci, 4 ports" },
];

/** A board of 2,000 slots on 80 buses and 500 devices, for the clock. */
export function hugeBoard(): Board {
  const perBus = 25;
  const names = Array.from({ length: 500 }, (_, at) => `net${at}`);
  const buses = Array.from({ length: 80 }, (_, at) => {
    const taken = Object.fromEntries(
      names
        .map((name, index) => ({ name, index }))
        .filter(({ index }) => index % 80 === at)
        .map(({ name, index }) => [hex(1 + Math.floor(index / 80) * 3), [name]]),
    );
    return bus(`pci.${at}`, "pci", "pci-bridge", slots(0, perBus - 1, taken));
  });
  return boardOf(
    "wall-of-cards",
    "pc-i440fx-9.2 · x86_64",
    buses,
    names.map((key, at) => ({
      key,
      kind: "interface",
      label: key,
      detail: `virtio · 52:54:00:00:${hex(at >> 8)}:${hex(at & 255)}`,
      address: `0000:${hex(at % 80)}:${hex(1 + Math.floor(at / 80) * 3)}.0`,
      placement: at % 3 === 0 ? "assigned" : "given",
    })),
    [{ buses: buses.map((one) => one.key), refusedBuses: {}, refusedSlots: {}, otherwise: "" }],
  );
}

export const sampleBoards = { smallPc, typicalQ35, hugeBoard } as const;
export type SampleName = keyof typeof sampleBoards;
