import { guest } from "./curing.ts";

/** A domain with one problem, and the cure that is offered first. */
export interface Sample {
  readonly text: string;
  readonly title: string;
  readonly preferred: boolean;
}

const nic = (rest: string, attributes = "type='user'") => `<interface ${attributes}>${rest}</interface>`;
const disk = (bus: string, dev: string, rest = "<source file='/a.img'/>", attributes = "device='disk'") =>
  `<disk type='file' ${attributes}>${rest}<target dev='${dev}' bus='${bus}'/></disk>`;
const mdev = (model: string, rest = "", uuid = "53764d0e-85a0-42b4-af5c-2046b460b1dc") =>
  `<hostdev mode='subsystem' type='mdev' model='${model}'><source><address uuid='${uuid}'/></source>${rest}</hostdev>`;
const usb = (model: string, more = "", rest = "") =>
  `<controller type='usb' index='0' model='${model}'${more}>${rest}</controller>`;
const memory = (target: string, model = "dimm") =>
  `<memory model='${model}'><target>${target}</target></memory>`;
const dimm = memory("<size unit='MiB'>128</size><node>0</node>");

/** The guest with something before its `<os>`, and features. */
function around(text: string, before: string, features = ""): string {
  return text.replace("  <os>", `${before}  <os>`).replace("  </os>\n", `  </os>\n${features}`);
}
const numa = "<vcpu>2</vcpu><cpu><numa><cell id='0' cpus='0-1' memory='512' unit='MiB'/></numa></cpu>\n";
const room = (slots: number, size: number) => `<maxMemory slots='${slots}' unit='MiB'>${size}</maxMemory>\n`;
const virtioMem = (block: number, requested: number, address = "") =>
  around(
    guest(
      memory(
        `<size unit='KiB'>524288</size><node>0</node><block unit='KiB'>${block}</block><requested unit='KiB'>${requested}</requested>${address}`,
        "virtio-mem",
      ),
    ),
    room(1, 4096) + numa,
  );

const best = (text: string, title: string): Sample => ({ text, title, preferred: true });
const choice = (text: string, title: string): Sample => ({ text, title, preferred: false });

/** By code. */
export const samples: Readonly<Record<string, Sample>> = {
  // Words and parts
  "attribute-missing": best(guest("<memballoon/>"), "Write model='virtio'"),
  "attribute-value": best(guest("<sound model='ICH9'/>"), "Write model='ich9'"),
  "attribute-zero": best(
    guest(disk("virtio", "vda", "<source file='/a'/><boot order='0'/>")),
    "Write order='1'",
  ),
  "size-invalid": best(
    around(guest(memory("<size>128 MiB</size><node>0</node>")), room(1, 4096) + numa),
    "Write 128 with unit='MiB'",
  ),
  "size-unit-unknown": best(
    around(guest(memory("<size unit='megabytes'>128</size><node>0</node>")), room(1, 4096) + numa),
    "Write 128 with unit='MiB'",
  ),
  "rom-disabled-tuning": best(guest(nic("<rom enabled='no' bar='on'/>")), "Remove <rom>"),
  "interface-source-missing": best(
    guest(nic("<model type='virtio'/>", "type='network'")),
    "Add <source network='default'>",
  ),
  "interface-model-characters": best(guest(nic("<model type='virtio net'/>")), "Write type='virtio-net'"),
  "interface-mac-invalid": best(
    guest(nic("<mac address='52-54-00-12-34-56'/>")),
    "Write address='52:54:00:12:34:56'",
  ),
  "interface-mac-multicast": best(
    guest(nic("<mac address='53:54:00:12:34:56'/>")),
    "Write address='52:54:00:12:34:56'",
  ),
  "hostdev-mdev-uuid-invalid": best(
    guest(mdev("vfio-pci", "", "53764d0e85a042b4af5c2046b460b1d")).replace("b1d'", "b1dc.'"),
    "Write uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'",
  ),
  "redirdev-type-missing": best(
    guest("<redirdev bus='usb'/>\n<graphics type='spice'/>"),
    "Write type='spicevmc'",
  ),
  "redirdev-bus-unknown": best(guest("<redirdev bus='pci' type='pty'/>"), "Write bus='usb'"),
  "character-type-unknown": best(guest("<serial type='PTY'/>"), "Write type='pty'"),
  "character-target-unknown": best(
    guest("<serial type='pty'><target type='isa_serial'/></serial>"),
    "Write type='isa-serial'",
  ),
  "character-model-unknown": best(
    guest("<serial type='pty'><target><model name='isa_serial'/></target></serial>"),
    "Write name='isa-serial'",
  ),
  "character-port-invalid": best(guest("<serial type='pty'><target port='x1'/></serial>"), "Write port='1'"),
  "character-multiple-sources": choice(
    guest("<serial type='file'><source path='/a'/><source path='/b'/></serial>"),
    "Remove this <source>",
  ),
  "channel-target-missing": best(guest("<channel type='pty'/>"), "Add <target type='virtio'>"),
  "input-type-missing": choice(guest("<input bus='usb'/>"), "Write type='tablet'"),
  "input-type-unknown": best(guest("<input type='tablett' bus='usb'/>"), "Write type='tablet'"),
  "input-bus-unknown": best(guest("<input type='tablet' bus='USB'/>"), "Write bus='usb'"),
  "input-model-unknown": best(
    guest("<input type='tablet' bus='virtio' model='virtio-pci'/>"),
    "Remove model and let libvirt choose",
  ),
  "hub-type-missing": best(guest("<hub/>"), "Write type='usb'"),
  "hub-type-unknown": best(guest("<hub type='pci'/>"), "Write type='usb'"),
  "panic-model-unknown": best(guest("<panic model='ISA'/>"), "Write model='isa'"),
  "rng-backend-count": best(guest("<rng model='virtio'/>"), "Add <backend model='random'>"),
  "crypto-backend-count": best(
    guest("<crypto model='virtio' type='qemu'/>"),
    "Add <backend model='builtin'>",
  ),
  "shmem-name-missing": best(
    guest("<shmem><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>"),
    "Write name='shmem0'",
  ),
  "controller-type-invalid": best(guest("<controller type='SCSI'/>"), "Write type='scsi'"),
  "controller-model-unknown": best(guest(usb("xhci")), "Write model='qemu-xhci'"),
  "controller-node-invalid": best(
    guest("<controller type='pci' index='0' model='pcie-root'><target><node>x</node></target></controller>"),
    "Remove <node>",
  ),
  "controller-model-name-unknown": best(
    guest(
      "<controller type='pci' index='0' model='pcie-root'/>\n<controller type='pci' index='1' model='pcie-root-port'><model name='pcie_root_port'/></controller>",
    ),
    "Write name='pcie-root-port'",
  ),

  // Controllers
  "usb-master-missing": best(guest(usb("ich9-uhci1")), "Add the ich9-ehci1 with index 0 that it belongs to"),
  "controller-iothread-type": best(
    guest("<controller type='virtio-serial'><driver iothread='1'/></controller>"),
    "Remove iothread",
  ),
  "controller-numa-node-missing": best(
    guest(
      "<controller type='pci' index='1' model='pci-expander-bus'><target busNr='254'><node>3</node></target></controller>",
      "pc",
    ),
    "Remove <node>",
  ),
  "pci-hole64-machine": best(
    guest(
      "<controller type='pci' index='0' model='pci-root'><pcihole64>1</pcihole64></controller>",
      "pseries",
      "ppc64",
    ),
    "Remove <pcihole64>",
  ),
  "scsi-ncr-first": best(
    guest(
      "<controller type='scsi' index='0' model='virtio-scsi'/>\n<controller type='scsi' index='1' model='ncr53c90'/>",
    ),
    "Use model='virtio-scsi'",
  ),
  "scsi-ncr-builtin": best(guest("<controller type='scsi' model='ncr53c90'/>"), "Use model='virtio-scsi'"),
  "usb-qusb": best(guest(usb("qusb1")), "Use model='qemu-xhci'"),
  "pci-cannot-add-bus": best(
    guest("<controller type='pci' index='1' model='pcie-to-pci-bridge'/>"),
    "Put it behind a new pcie-root-port 1 and renumber it to 2",
  ),
  "pci-no-slot-for-controller": best(
    guest("<controller type='pci' index='1' model='pcie-root-port'/>", "pc"),
    "Remove this controller, which has no place on this machine and no device on it",
  ),
  "usb-companion-missing": best(
    guest(`${usb("qemu-xhci")}\n<controller type='usb' index='1' model='ich9-uhci1'/>`),
    "Add the ich9-ehci1 with index 1 that it belongs to",
  ),
  "usb-companion-startport-duplicate": best(
    guest(
      `${usb("ich9-ehci1")}\n${usb("ich9-uhci1", "", "<master startport='0'/>")}\n${usb("ich9-uhci2", "", "<master startport='0'/>")}`,
    ),
    "Write startport='2'",
  ),
  "usb-disabled-device": best(
    guest(`${usb("none")}\n${disk("usb", "sda")}`),
    "Switch USB on with model='qemu-xhci'",
  ),

  // Disks and memory
  "disk-floppy-bus": best(guest(disk("sata", "fda", "", "device='floppy'"), "pc"), "Move it to fdc"),
  "disk-model-bus": best(
    guest(disk("sata", "sda", "<source file='/a'/>", "device='disk' model='virtio'")),
    "Remove model",
  ),
  "disk-not-ejectable": best(
    guest(disk("virtio", "vda", "<source file='/a.iso'/><readonly/>", "device='cdrom'")),
    "Move it to sata as sda",
  ),
  "disk-readonly": best(
    guest(disk("sata", "sda", "<source file='/a'/><readonly/>")),
    "Move it to virtio as vda",
  ),
  "usb-disk-empty": best(guest(disk("usb", "sda", "", "device='cdrom'")), "Move it to sata"),
  "ide-controller-unsupported": best(guest(disk("ide", "hda")), "Move it to sata as sda"),
  "memory-no-maxmemory": best(
    around(guest(memory("<size unit='MiB'>128</size><node>0</node>")), numa),
    "Write <maxMemory slots='1'> of 655360 KiB",
  ),
  "memory-no-nodes": best(guest(dimm), "Write <maxMemory slots='1'> of 524288 KiB"),
  "memory-node-missing": best(
    around(guest(memory("<size unit='MiB'>128</size>")), room(1, 4096) + numa),
    "Put it into NUMA node 0",
  ),
  "memory-target-node": best(
    around(guest(memory("<size unit='MiB'>128</size><node>4</node>")), room(1, 4096) + numa),
    "Write <node>0</node>",
  ),
  "dimm-too-many": best(
    around(guest(`${dimm}\n${dimm}`), room(1, 4096) + numa),
    "Write slots='2' in <maxMemory>",
  ),
  "memory-exceeds-hotplug": best(around(guest(dimm), room(1, 600) + numa), "Write 655360 KiB in <maxMemory>"),
  "memory-block-power": best(virtioMem(3000, 0), "Write 2048 KiB in <block>"),
  "memory-block-small": best(virtioMem(1024, 0), "Write 2048 KiB in <block>"),
  "memory-ccw-node": best(
    around(
      guest(
        memory(
          "<size unit='KiB'>524288</size><node>1</node><block unit='KiB'>2048</block><requested unit='KiB'>0</requested>",
          "virtio-mem",
        ),
        "s390-ccw-virtio",
        "s390x",
      ),
      room(1, 4096) + numa.replace("</numa>", "<cell id='1' memory='512' unit='MiB'/></numa>"),
    ),
    "Write <node>0</node>",
  ),
  "memory-requested-multiple": best(virtioMem(2048, 5000), "Write 4096 KiB in <requested>"),
  "memory-requested-size": best(virtioMem(2048, 1048576), "Write 524288 KiB in <requested>"),
  "memory-block-alignment": best(
    virtioMem(2048, 0, "<address base='0x123456'/>"),
    "Remove the <address> in <target> and let libvirt choose",
  ),

  // What machines have
  "hostdev-boot-mdev": best(guest(mdev("vfio-pci", "<boot order='1'/>")), "Remove <boot>"),
  "hostdev-duplicate": best(
    guest(`${mdev("vfio-pci")}\n${mdev("vfio-pci")}`),
    "Remove this hostdev, which says the same as the other",
  ),
  "filesystem-boot": best(
    guest("<filesystem type='mount'><source dir='/'/><target dir='t'/><boot order='1'/></filesystem>"),
    "Remove <boot>",
  ),
  "video-primary-only": best(
    guest("<video><model type='vga'/></video>\n<video><model type='cirrus'/></video>", "pc"),
    "Use type='virtio'",
  ),
  "video-model-unsupported": best(guest("<video><model type='gop'/></video>", "pc"), "Use type='vga'"),
  "video-none-not-alone": best(
    guest("<video><model type='none'/></video>\n<video><model type='virtio'/></video>"),
    "Remove the video of type none",
  ),
  "video-primary-duplicate": best(
    guest(
      "<video><model type='vga' primary='yes'/></video>\n<video><model type='vga' primary='yes'/></video>",
      "pc",
    ),
    "Remove primary, and use type='virtio'",
  ),
  "video-heads": best(guest("<video><model type='vga' heads='2'/></video>", "pc"), "Use heads='1'"),
  "watchdog-ib700-machine": best(guest("<watchdog model='ib700'/>"), "Use model='i6300esb'"),
  "watchdog-itco-machine": best(guest("<watchdog model='itco'/>", "pc"), "Use model='i6300esb'"),
  "watchdog-actions-differ": choice(
    guest("<watchdog model='i6300esb' action='reset'/>\n<watchdog model='i6300esb' action='pause'/>"),
    "Write action='reset'",
  ),
  "panic-model-guests": best(guest("<panic model='pseries'/>"), "Use model='isa'"),
  "panic-isa-unsupported": best(guest("<panic model='isa'/>", "virt", "aarch64"), "Use model='pvpanic'"),
  "iommu-acpi": best(guest("<iommu model='virtio'/>"), "Add <features> with <acpi/>"),
  "iommu-machine": best(guest("<iommu model='smmuv3'/>"), "Use model='intel'"),
  "serial-machine": best(
    guest("<serial type='pty'><target type='system-serial'><model name='pl011'/></target></serial>"),
    "Remove <target>, and let libvirt choose what the machine has",
  ),
  "serial-model-target": best(
    guest("<serial type='pty'><target type='isa-serial'><model name='pci-serial'/></target></serial>"),
    "Use type='pci-serial'",
  ),
  "isa-serial-number": best(guest("<serial type='pty'><target port='7'/></serial>"), "Use number 0"),
  "isa-serial-ports": best(
    guest(
      Array.from({ length: 5 }, () => "<serial type='pty'><target type='isa-serial'/></serial>").join("\n"),
    ),
    "Use target type='pci-serial'",
  ),
  "console-not-first": best(
    guest("<console type='pty'/>\n<console type='pty'><target type='serial'/></console>"),
    "Use type='virtio'",
  ),
  "console-sclp-unsupported": best(
    guest("<console type='pty'><target type='sclp'/></console>"),
    "Use type='serial'",
  ),
  "character-without-spice": choice(
    guest("<channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>"),
    "Add <graphics type='spice'>",
  ),
  "input-ps2-type": best(guest("<input type='tablet' bus='ps2'/>"), "Use bus='usb'"),
  "input-ps2-unsupported": best(
    guest("<input type='mouse' bus='ps2'/>", "virt", "aarch64"),
    "Use bus='virtio'",
  ),
  "input-ps2-disabled": choice(
    around(
      guest("<input type='mouse' bus='ps2'/>"),
      "",
      "  <features><acpi/><ps2 state='off'/></features>\n",
    ),
    "Remove <ps2> from <features>",
  ),
  "rom-not-pci": best(
    guest(
      "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0x1'/></source><rom bar='on'/></hostdev>",
    ),
    "Remove <rom>",
  ),
  "channel-name-duplicate": choice(
    guest(
      "<channel type='pty'><target type='virtio' name='a.0'/></channel>\n<channel type='pty'><target type='virtio' name='a.0'/></channel>",
    ),
    "Call it a.1",
  ),
  "dimm-without-acpi": best(around(guest(dimm), room(1, 4096) + numa), "Add <features> with <acpi/>"),
  "isa-address-overlap": best(
    guest(
      "<serial type='null'><target port='0'/></serial><serial type='null'><target port='1'/><address type='isa' iobase='0x3f8'/></serial>",
    ),
    "Remove the address",
  ),
};
