/**
 * The words libvirt 11.3's parser knows for attributes of devices (the VIR_ENUM_IMPL lists of conf/domain_conf.c,
 * each word tried with a real libvirt). A word that is missing here is refused while parsing; what a driver or a
 * machine supports is another question.
 */
export type Words = ReadonlySet<string>;

const words = (list: string): Words => new Set(list.split(" "));

export const toggleWords = words("on off");
export const yesNoWords = words("yes no");

const virtioModels = words("virtio virtio-transitional virtio-non-transitional");
const defaultOrVirtioModels = words("default virtio virtio-transitional virtio-non-transitional");

/** Host ends of character devices: the `type` of serial, parallel, console, channel, redirdev and smartcard. */
export const characterTypes = words(
  "null vc pty dev file pipe stdio udp tcp unix spicevmc spiceport nmdm qemu-vdagent dbus",
);

/** Devices by element name, their attributes by path: "@type" is the device's own, "target@bus" its child's. */
export const vocabulary = {
  disk: {
    "@type": words("file block dir network volume nvme vhostuser vhostvdpa"),
    "@device": words("disk cdrom floppy lun"),
    "@model": defaultOrVirtioModels,
    "target@bus": words("ide fdc scsi virtio xen usb uml sata sd"),
    "target@tray": words("open closed"),
    "target@removable": toggleWords,
  },
  controller: {
    "@type": words("ide fdc scsi sata virtio-serial ccid usb pci xenbus isa"),
    "model@name": words(
      "none pci-bridge i82801b11-bridge ioh3420 x3130-upstream xio3130-downstream pxb pxb-pcie pcie-root-port spapr-pci-host-bridge pcie-pci-bridge",
    ),
    "target@hotplug": toggleWords,
  },
  filesystem: {
    "@type": words("mount block file template ram bind volume"),
    "@accessmode": words("passthrough mapped squash"),
    "@model": virtioModels,
    "@multidevs": words("default remap forbid warn"),
    "driver@type": words("default path handle loop nbd ploop virtiofs mtp"),
  },
  interface: {
    "@type": words(
      "user ethernet vhostuser server client mcast network bridge internal direct hostdev udp vdpa null vds",
    ),
    "source/address@type": words("usb pci scsi scsi_host mdev"),
  },
  smartcard: { "@mode": words("host host-certificates passthrough"), "@type": characterTypes },
  serial: {
    "@type": characterTypes,
    "target@type": words(
      "none isa-serial usb-serial pci-serial spapr-vio-serial system-serial sclp-serial isa-debug",
    ),
    "target/model@name": words(
      "none isa-serial usb-serial pci-serial spapr-vty pl011 16550a sclpconsole sclplmconsole isa-debugcon",
    ),
  },
  parallel: { "@type": characterTypes },
  console: {
    "@type": characterTypes,
    "target@type": words("none serial xen uml virtio lxc openvz sclp sclplm"),
  },
  channel: { "@type": characterTypes, "target@type": words("none guestfwd virtio xen") },
  input: {
    "@type": words("mouse tablet keyboard passthrough evdev"),
    "@bus": words("ps2 usb xen parallels virtio none"),
    "@model": virtioModels,
  },
  graphics: { "@type": words("sdl vnc rdp desktop spice egl-headless dbus") },
  sound: { "@model": words("sb16 es1370 pcspk ac97 ich6 ich9 usb ich7 virtio") },
  audio: { "@type": words("none alsa coreaudio jack oss pulseaudio sdl spice file dbus pipewire") },
  video: {
    "model@type": words("default vga cirrus vmvga xen vbox qxl parallels virtio gop none bochs ramfb"),
  },
  hostdev: {
    "@mode": words("subsystem capabilities"),
    "@type": words("usb pci scsi scsi_host mdev"),
  },
  watchdog: {
    "@model": words("i6300esb ib700 diag288 itco"),
    "@action": words("reset shutdown poweroff pause dump none inject-nmi"),
  },
  memballoon: { "@model": words("virtio xen none virtio-transitional virtio-non-transitional") },
  rng: { "@model": virtioModels, "backend@model": words("random egd builtin") },
  crypto: { "@model": words("virtio"), "@type": words("qemu"), "backend@model": words("builtin lkcf") },
  tpm: {
    "@model": words("tpm-tis tpm-crb tpm-spapr spapr-tpm-proxy"),
    "backend@type": words("passthrough emulator external"),
  },
  hub: { "@type": words("usb") },
  redirdev: { "@bus": words("usb"), "@type": characterTypes },
  panic: { "@model": words("default pseries hyperv s390 isa pvpanic") },
  shmem: { "model@type": words("ivshmem ivshmem-plain ivshmem-doorbell") },
  memory: { "@model": words("dimm nvdimm virtio-pmem virtio-mem sgx-epc") },
  iommu: { "@model": words("intel smmuv3 virtio") },
  vsock: { "@model": defaultOrVirtioModels },
  pstore: { "@backend": words("acpi-erst") },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** Models per controller type. A type without an entry has none: any `model` is refused. */
export const controllerModels: Readonly<Record<string, Words>> = {
  pci: words(
    "pci-root pcie-root pci-bridge dmi-to-pci-bridge pcie-to-pci-bridge pcie-root-port pcie-switch-upstream-port pcie-switch-downstream-port pci-expander-bus pcie-expander-bus",
  ),
  scsi: words(
    "auto buslogic lsilogic lsisas1068 vmpvscsi ibmvscsi virtio-scsi lsisas1078 virtio-transitional virtio-non-transitional ncr53c90 dc390 am53c974",
  ),
  usb: words(
    "piix3-uhci piix4-uhci ehci ich9-ehci1 ich9-uhci1 ich9-uhci2 ich9-uhci3 vt82c686b-uhci pci-ohci nec-xhci qusb1 qusb2 qemu-xhci none",
  ),
  ide: words("piix3 piix4 ich6"),
  "virtio-serial": virtioModels,
};

/** The `type` of a `<hostdev mode='capabilities'>`. */
export const capabilityHostdevTypes = words("storage misc net");

/** The `model` of a `<hostdev>` by its type; other types have no model. */
export const hostdevModels: Readonly<Record<string, Words>> = {
  mdev: words("vfio-pci vfio-ccw vfio-ap"),
  scsi_host: defaultOrVirtioModels,
};

/** Emulated network cards of conventional PCI; names that libvirt does not know count as Express. */
export const conventionalNics: readonly string[] = [
  "netfront",
  "rtl8139",
  "e1000",
  "spapr-vlan",
  "lan9118",
  "scm91c111",
  "vlance",
  "vmxnet",
  "vmxnet2",
  "vmxnet3",
  "Am79C970A",
  "Am79C973",
  "82540EM",
  "82545EM",
  "82543GC",
];

/** Interface models that are recognised in any case and then spelled as here; every other name is kept as it is. */
export const interfaceModels: readonly string[] = [
  "unknown",
  "virtio",
  "virtio-transitional",
  "virtio-non-transitional",
  "e1000e",
  "igb",
  "usb-net",
  ...conventionalNics,
];
