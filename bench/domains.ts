/** Domains of any size for measuring. Names follow libvirt's, so that target names count on from vda over vdaa. */

export interface Sample {
  readonly title: string;
  readonly text: string;
  /** How many devices stand in the text. */
  readonly devices: number;
}

interface MachineName {
  readonly arch: string;
  readonly machine: string;
}

const q35: MachineName = { arch: "x86_64", machine: "q35" };
const pc: MachineName = { arch: "x86_64", machine: "pc" };
const s390: MachineName = { arch: "s390x", machine: "s390-ccw-virtio" };

/** Every disk needs a PCI slot, on q35 with a root port of its own; libvirt takes up to 237. */
export function q35VirtioDisks(count: number): Sample {
  return sample(`q35, ${count} virtio disks`, q35, disks(count, "virtio", "vd"));
}

/** Slots on a growing number of bridges. */
export function pcVirtioDisks(count: number): Sample {
  return sample(`pc, ${count} virtio disks`, pc, disks(count, "virtio", "vd"));
}

/** Seven disks a controller, which libvirt adds. */
export function q35ScsiDisks(count: number): Sample {
  return sample(`q35, ${count} scsi disks`, q35, disks(count, "scsi", "sd"));
}

/** Device numbers of the channel subsystem: the machine with room for 10,000 devices that want an address. */
export function s390VirtioDisks(count: number): Sample {
  return sample(`s390x, ${count} virtio disks`, s390, disks(count, "virtio", "vd"));
}

/** Every disk has a place, on few controllers. */
export function q35GivenScsiDisks(count: number): Sample {
  const places = Array.from({ length: count }, (_, index) => {
    const [unit, target, controller] = [index % 32, Math.floor(index / 32) % 256, Math.floor(index / 8192)];
    return `<address type='drive' controller='${controller}' bus='0' target='${target}' unit='${unit}'/>`;
  });
  return sample(`q35, ${count} scsi disks with addresses`, q35, [
    "<controller type='scsi' index='0' model='virtio-scsi'/>",
    "<controller type='scsi' index='1' model='virtio-scsi'/>",
    ...disks(count, "scsi", "sd", places),
  ]);
}

/** A board of some two thousand slots: conventional bridges full of network cards and disks. */
export function wallOfCards(count: number): Sample {
  const bridges = Array.from(
    { length: 62 },
    (_, index) => `<controller type='pci' index='${index + 1}' model='pci-bridge'/>`,
  );
  const cards = Array.from({ length: count - bridges.length }, (_, index) =>
    index % 2 === 0 ? network(index, "e1000") : disk(index, "virtio", "vd"),
  );
  return sample(`pc, ${count} cards on bridges`, pc, [...bridges, ...cards]);
}

/** What people run: some disks, cards, channels and USB devices, some of them with addresses. */
export function everydayGuest(count: number): Sample {
  const controllers = ["<controller type='scsi' index='0' model='virtio-scsi'/>"];
  const devices = Array.from({ length: count - 1 }, (_, index) => everydayDevice(index));
  return sample(`q35, ${count} devices of every day`, q35, [...controllers, ...devices]);
}

function everydayDevice(index: number): string {
  if (index % 10 === 0) return network(index);
  if (index % 10 === 1) return channel(index);
  if (index === 2) return "<input type='tablet' bus='usb'/>";
  if (index === 3) return "<video><model type='virtio'/></video>";
  if (index === 4) return "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>";
  if (index < 20) return disk(index, "virtio", "vd");
  const seat = (index - 20) >> 1;
  const place = `<address type='drive' controller='0' bus='0' target='${seat % 100}' unit='${Math.floor(seat / 100)}'/>`;
  return index % 2 === 0 ? disk(index, "scsi", "sd", place) : channel(index);
}

function network(index: number, model = index < 100 ? "virtio" : "usb-net"): string {
  const mac = `52:54:00:00:${hex(index >> 8)}:${hex(index & 255)}`;
  return `<interface type='user'><mac address='${mac}'/><model type='${model}'/></interface>`;
}

function channel(index: number): string {
  const place = `<address type='virtio-serial' controller='${Math.floor(index / 30)}' bus='0' port='${(index % 30) + 1}'/>`;
  const name = `<target type='virtio' name='org.example.${index}'/>`;
  return index % 3 === 0
    ? `<channel type='unix'>${name}</channel>`
    : `<channel type='unix'>${name}${place}</channel>`;
}

function disks(count: number, bus: string, prefix: string, places: readonly string[] = []): string[] {
  return Array.from({ length: count }, (_, index) => disk(index, bus, prefix, places[index]));
}

function disk(index: number, bus: string, prefix: string, place = ""): string {
  const name = prefix + letters(index);
  return [
    "<disk type='file' device='disk'>",
    "  <driver name='qemu' type='raw'/>",
    `  <source file='/images/${name}.img'/>`,
    `  <target dev='${name}' bus='${bus}'/>`,
    ...(place === "" ? [] : [`  ${place}`]),
    "</disk>",
  ].join("\n    ");
}

/** 0 is a, 25 is z, 26 is aa. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function hex(value: number): string {
  return value.toString(16).padStart(2, "0");
}

function sample(title: string, { arch, machine }: MachineName, devices: readonly string[]): Sample {
  const text = `<domain type='qemu'>
  <name>measured</name>
  <memory unit='MiB'>512</memory>
  <vcpu>2</vcpu>
  <os>
    <type arch='${arch}' machine='${machine}'>hvm</type>
  </os>
  <devices>
${devices.map((device) => `    ${device}`).join("\n")}
  </devices>
</domain>
`;
  return { title, text, devices: devices.length };
}
