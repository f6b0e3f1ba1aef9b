import { describe, expect, test } from "vitest";
import { readDevices, refusalsOf } from "./reading.ts";

/** Devices of a q35 guest and the words of a real libvirt 11.3 about them. */
const recorded: readonly (readonly [string, string])[] = [
  ["<disk type='foo'/>", "XML error: Invalid value for attribute 'type' in element 'disk': 'foo'."],
  ["<disk device='foo'/>", "XML error: Invalid value for attribute 'device' in element 'disk': 'foo'."],
  [
    "<disk model='foo'><target dev='sda'/></disk>",
    "XML error: Invalid value for attribute 'model' in element 'disk': 'foo'.",
  ],
  [
    "<disk><target dev='sda' bus='sata'/><boot order='0'/></disk>",
    "XML error: Invalid value for attribute 'order' in element 'boot': Zero is not permitted",
  ],
  [
    "<disk><target dev='sda' bus='sata'/><boot order='x'/></disk>",
    "XML error: Invalid value for attribute 'order' in element 'boot': 'x'. Expected non-negative integer value",
  ],
  [
    "<disk><target dev='sda' bus='sata'/><boot/></disk>",
    "XML error: Missing required attribute 'order' in element 'boot'",
  ],
  [
    "<disk><target dev='sda' bus='sata'/><acpi index='x'/></disk>",
    "XML error: Invalid value for attribute 'index' in element 'acpi': 'x'. Expected non-negative integer value",
  ],
  [
    "<disk><target dev='sda' bus='sata'/><acpi index='0'/></disk>",
    "XML error: Invalid value for attribute 'index' in element 'acpi': Zero is not permitted",
  ],
  [
    "<disk><target dev='sda' bus='sata'/><master startport='x'/></disk>",
    "XML error: Invalid value for attribute 'startport' in element 'master': 'x'. Expected non-negative integer value",
  ],
  [
    "<disk type='nvme'><source/><target dev='sda'/></disk>",
    "XML error: missing 'type' attribute to disk source",
  ],
  [
    "<disk type='nvme'><source type='pci' namespace='1'/><target dev='sda'/></disk>",
    "XML error: NVMe disk source is missing address",
  ],
  [
    "<disk type='nvme'><source type='pci' namespace='1'><address domain='x'/></source><target dev='sda' bus='virtio'/></disk>",
    "XML error: Invalid value for attribute 'domain' in element 'address': 'x'. Expected non-negative integer value",
  ],
  [
    "<disk type='nvme'><source type='pci' managed='yes' namespace='1'><address bus='0x100'/></source><target dev='sda' bus='virtio'/></disk>",
    "XML error: Invalid PCI address bus='0x100', must be <= 0xFF",
  ],
  ["<controller type=''/>", "XML error: Invalid value for attribute 'type' in element 'controller': ''."],
  [
    "<controller type='foo'/>",
    "XML error: Invalid value for attribute 'type' in element 'controller': 'foo'.",
  ],
  ["<controller type='isa' model='x'/>", "unsupported configuration: Unknown model type 'x'"],
  [
    "<controller type='virtio-serial' model='default'/>",
    "unsupported configuration: Unknown model type 'default'",
  ],
  [
    "<controller type='scsi' index=''/>",
    "XML error: Invalid value for attribute 'index' in element 'controller': ''. Expected integer value",
  ],
  [
    "<controller type='scsi' index='0x1'/>",
    "XML error: Invalid value for attribute 'index' in element 'controller': '0x1'. Expected integer value",
  ],
  [
    "<controller type='scsi' ports='x'/>",
    "XML error: Invalid value for attribute 'ports' in element 'controller': 'x'. Expected integer value",
  ],
  [
    "<controller type='usb' ports='-1'/>",
    "XML error: Invalid value for attribute 'ports' in element 'controller': '-1'. Expected non-negative value",
  ],
  [
    "<controller type='virtio-serial' vectors='x'/>",
    "XML error: Invalid value for attribute 'vectors' in element 'controller': 'x'. Expected integer value",
  ],
  [
    "<controller type='virtio-serial' vectors='-1'/>",
    "XML error: Invalid value for attribute 'vectors' in element 'controller': '-1'. Expected non-negative value",
  ],
  [
    "<controller type='scsi'><driver iothread='x'/></controller>",
    "XML error: Invalid value for attribute 'iothread' in element 'driver': 'x'. Expected non-negative integer value",
  ],
  [
    "<controller type='scsi'><model/><model/></controller>",
    "XML error: Multiple <model> elements in controller definition not allowed",
  ],
  [
    "<controller type='scsi'><target/><target/></controller>",
    "XML error: Multiple <target> elements in controller definition not allowed",
  ],
  [
    "<controller type='scsi'><target><node>x</node></target></controller>",
    "XML error: invalid NUMA node in target",
  ],
  [
    "<controller type='scsi'><master startport='x'/></controller>",
    "XML error: Invalid value for attribute 'startport' in element 'master': 'x'. Expected non-negative integer value",
  ],
  [
    "<controller type='scsi'><acpi index='x'/></controller>",
    "XML error: Invalid value for attribute 'index' in element 'acpi': 'x'. Expected non-negative integer value",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><model name='x'/></controller>",
    "XML error: Invalid value for attribute 'name' in element 'model': 'x'.",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><model name=''/></controller>",
    "XML error: Invalid value for attribute 'name' in element 'model': ''.",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><model/><model/></controller>",
    "XML error: Multiple <model> elements in controller definition not allowed",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target/><target/></controller>",
    "XML error: Multiple <target> elements in controller definition not allowed",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target chassis='x'/></controller>",
    "XML error: Invalid value for attribute 'chassis' in element 'target': 'x'. Expected integer value",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target chassis='-1'/></controller>",
    "XML error: Invalid value for attribute 'chassis' in element 'target': '-1'. Expected non-negative value",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target hotplug='x'/></controller>",
    "XML error: Invalid value for attribute 'hotplug' in element 'target': 'x'.",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target hotplug=''/></controller>",
    "XML error: Invalid value for attribute 'hotplug' in element 'target': ''.",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target memReserve='x'/></controller>",
    "XML error: Invalid value for attribute 'memReserve' in element 'target': 'x'. Expected non-negative integer value",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target memReserve='0'/></controller>",
    "XML error: Invalid value for attribute 'memReserve' in element 'target': Zero is not permitted",
  ],
  [
    "<controller type='pci' index='1' model='pcie-root-port'><target><node>x</node></target></controller>",
    "XML error: invalid NUMA node in target",
  ],
  [
    "<controller type='pci' index='0' model='pcie-root'><pcihole64>x</pcihole64></controller>",
    "XML error: Invalid value 'x' for element or attribute './pcihole64'",
  ],
  [
    "<controller type='pci' index='0' model='pcie-root'><pcihole64 unit='foo'>1</pcihole64></controller>",
    "invalid argument: unknown suffix 'foo'",
  ],
  [
    "<controller type='pci' index='0' model='pcie-root'><pcihole64>-1</pcihole64></controller>",
    "XML error: Invalid value '-1' for element or attribute './pcihole64'",
  ],
  [
    "<controller type='usb' model='none'/><controller type='usb'/>",
    "Can't add another USB controller: USB is disabled for this domain",
  ],
  [
    "<controller type='usb'/><controller type='usb' model='none'/>",
    "Can't add another USB controller: USB is disabled for this domain",
  ],
  [
    "<controller type='usb' model='none'/><controller type='usb'><address type='foo'/></controller>",
    "XML error: Invalid value for attribute 'type' in element 'address': 'foo'.",
  ],
  ["<controller type='usb' model='ich9-uhci1'/>", "No master USB controller specified"],
  ["<controller type='usb' model='ich9-ehci1'><master/></controller>", "No master USB controller specified"],
  [
    "<controller type='usb' model='none'/><input type='tablet' bus='usb'/>",
    "unsupported configuration: Can't add USB input device. USB bus is disabled",
  ],
  [
    "<controller type='usb' model='none'/><input type='tablet' bus='usb'><address type='pci'/></input>",
    "XML error: Invalid address for a USB device",
  ],
  [
    "<controller type='usb' model='none'/><hub type='usb'/>",
    "unsupported configuration: Can't add USB hub: USB is disabled for this domain",
  ],
  [
    "<controller type='usb' model='none'/><hub type='usb'><address type='x'/></hub>",
    "XML error: Invalid value for attribute 'type' in element 'address': 'x'.",
  ],
  [
    "<controller type='usb' model='none'/><hostdev type='usb'><source><vendor id='1'/><product id='1'/></source></hostdev>",
    "unsupported configuration: Can't add host USB device: USB is disabled in this host",
  ],
  [
    "<controller type='usb' model='none'/><hostdev type='usb' mode='capabilities'><source><vendor id='1'/><product id='1'/></source></hostdev>",
    "XML error: Invalid value for attribute 'type' in element 'hostdev': 'usb'.",
  ],
  [
    "<filesystem type='foo'/>",
    "XML error: Invalid value for attribute 'type' in element 'filesystem': 'foo'.",
  ],
  [
    "<filesystem accessmode='foo'/>",
    "XML error: Invalid value for attribute 'accessmode' in element 'filesystem': 'foo'.",
  ],
  [
    "<filesystem model='foo'/>",
    "XML error: Invalid value for attribute 'model' in element 'filesystem': 'foo'.",
  ],
  [
    "<filesystem multidevs='foo'/>",
    "XML error: Invalid value for attribute 'multidevs' in element 'filesystem': 'foo'.",
  ],
  [
    "<filesystem><driver type='foo'/></filesystem>",
    "XML error: Invalid value for attribute 'type' in element 'driver': 'foo'.",
  ],
  [
    "<filesystem><source dir='/x'/><target dir='x'/><boot order='x'/></filesystem>",
    "XML error: Invalid value for attribute 'order' in element 'boot': 'x'. Expected non-negative integer value",
  ],
  [
    "<filesystem><source dir='/x'/><target dir='x'/><acpi index='0'/></filesystem>",
    "XML error: Invalid value for attribute 'index' in element 'acpi': Zero is not permitted",
  ],
  ["<interface type='foo'/>", "XML error: Invalid value for attribute 'type' in element 'interface': 'foo'."],
  ["<interface type='vds'/>", "XML error: interface type='vds' requires a 'source' element"],
  ["<interface type='user'><mac address='x'/></interface>", "XML error: unable to parse mac address 'x'"],
  [
    "<interface type='user'><mac address='01:00:00:00:00:00'/></interface>",
    "XML error: expected unicast mac address, found multicast '01:00:00:00:00:00'",
  ],
  [
    "<interface type='user'><model type='a b'/></interface>",
    "invalid argument: Model name contains invalid characters",
  ],
  ["<interface type='network'/>", "XML error: interface type='network' requires a 'source' element"],
  [
    "<interface type='network'><source/></interface>",
    "XML error: Missing required attribute 'network' in element 'source'",
  ],
  [
    "<interface type='hostdev'/>",
    "unsupported configuration: unknown host device source address type '(null)'",
  ],
  [
    "<interface type='hostdev'><source/></interface>",
    "unsupported configuration: unknown host device source address type '(null)'",
  ],
  [
    "<interface type='hostdev'><source><address type='pci' bus='0x100'/></source></interface>",
    "XML error: Invalid PCI address bus='0x100', must be <= 0xFF",
  ],
  [
    "<interface type='hostdev'><source><address type='pci' bus='x'/></source></interface>",
    "XML error: Invalid value for attribute 'bus' in element 'address': 'x'. Expected non-negative integer value",
  ],
  [
    "<interface type='hostdev'><source><address type='usb' bus='1'/></source></interface>",
    "XML error: Missing required attribute 'device' in element 'address'",
  ],
  [
    "<interface type='user'><boot order='x'/></interface>",
    "XML error: Invalid value for attribute 'order' in element 'boot': 'x'. Expected non-negative integer value",
  ],
  [
    "<interface type='user'><rom bar='x'/></interface>",
    "XML error: Invalid value for attribute 'bar' in element 'rom': 'x'.",
  ],
  [
    "<interface type='user'><rom enabled='x'/></interface>",
    "XML error: Invalid value for attribute 'enabled' in element 'rom': 'x'.",
  ],
  [
    "<interface type='user'><rom bar='on' enabled='no'/></interface>",
    "unsupported configuration: ROM tuning is not supported when ROM is disabled",
  ],
  [
    "<interface type='user'><acpi index='x'/></interface>",
    "XML error: Invalid value for attribute 'index' in element 'acpi': 'x'. Expected non-negative integer value",
  ],
  ["<smartcard/>", "XML error: Missing required attribute 'mode' in element 'smartcard'"],
  ["<smartcard mode='foo'/>", "XML error: Invalid value for attribute 'mode' in element 'smartcard': 'foo'."],
  [
    "<smartcard mode='host-certificates'/>",
    "XML error: host-certificates mode needs exactly three certificates",
  ],
  [
    "<smartcard mode='host-certificates'><certificate>a</certificate></smartcard>",
    "XML error: host-certificates mode needs exactly three certificates",
  ],
  [
    "<smartcard mode='passthrough'/>",
    "XML error: passthrough mode requires a character device type attribute",
  ],
  [
    "<smartcard mode='passthrough' type='foo'/>",
    "unsupported configuration: unknown type presented to host for character device: foo",
  ],
  [
    "<parallel type='foo'/>",
    "unsupported configuration: unknown type presented to host for character device: foo",
  ],
  ["<parallel><target port='x'/></parallel>", "XML error: Invalid port number: x"],
  ["<parallel><target type='foo' port='x'/></parallel>", "XML error: Invalid port number: x"],
  [
    "<serial type='null'><target type='foo'/></serial>",
    "unsupported configuration: unknown target type 'foo' specified for character device",
  ],
  [
    "<serial type='null'><target type=''/></serial>",
    "unsupported configuration: unknown target type '' specified for character device",
  ],
  [
    "<serial type='null'><target><model name='foo'/></target></serial>",
    "unsupported configuration: unknown target model 'foo' specified for character device",
  ],
  [
    "<serial type='null'><target type='usb-serial'/><address type='pci' slot='5'/></serial>",
    "unsupported configuration: usb-serial requires address of usb type",
  ],
  [
    "<serial type='null'><target type='usb-serial'><model name='x'/></target></serial>",
    "unsupported configuration: unknown target model 'x' specified for character device",
  ],
  ["<channel type='null'/>", "XML error: target type must be specified for channel device"],
  [
    "<channel type='null'><target type='guestfwd'/></channel>",
    "XML error: guestfwd channel does not define a target address",
  ],
  [
    "<channel type='null'><target type='guestfwd' address='1.2.3.4'/></channel>",
    "XML error: Missing required attribute 'port' in element 'target'",
  ],
  [
    "<channel type='null'><target type='guestfwd' address='1.2.3.4' port='x'/></channel>",
    "XML error: Invalid value for attribute 'port' in element 'target': 'x'. Expected non-negative integer value",
  ],
  [
    "<channel type='spicevmc'><target type='guestfwd' address='1.2.3.4' port='1'/></channel>",
    "unsupported configuration: spicevmc device type only supports virtio",
  ],
  [
    "<channel type='spicevmc'><target type='xen'/></channel>",
    "unsupported configuration: spicevmc device type only supports virtio",
  ],
  [
    "<channel type='null'><source/><source/><source/><target type='virtio' name='foo'/></channel>",
    "XML error: only one source element is allowed for character device",
  ],
  [
    "<channel type='null'><source/><source/><target type='virtio' name='foo'/></channel>",
    "XML error: only one source element is allowed for character device",
  ],
  ["<input/>", "internal error: missing input device type"],
  ["<input type='foo'/>", "unsupported configuration: unknown input device type 'foo'"],
  ["<input type=''/>", "unsupported configuration: unknown input device type ''"],
  ["<input type='mouse' bus='foo'/>", "unsupported configuration: unknown input bus type 'foo'"],
  ["<input type='mouse' bus=''/>", "unsupported configuration: unknown input bus type ''"],
  ["<input type='mouse' model='foo'/>", "unsupported configuration: unknown input model 'foo'"],
  ["<input type='mouse' model='default'/>", "unsupported configuration: unknown input model 'default'"],
  [
    "<input type='mouse' bus='usb'><address type='pci'/></input>",
    "XML error: Invalid address for a USB device",
  ],
  [
    "<input type='mouse' bus='usb'><acpi index='x'/></input>",
    "XML error: Invalid value for attribute 'index' in element 'acpi': 'x'. Expected non-negative integer value",
  ],
  ["<graphics/>", "XML error: Missing required attribute 'type' in element 'graphics'"],
  ["<graphics type='foo'/>", "XML error: Invalid value for attribute 'type' in element 'graphics': 'foo'."],
  ["<sound/>", "XML error: Missing required attribute 'model' in element 'sound'"],
  ["<sound model='foo'/>", "XML error: Invalid value for attribute 'model' in element 'sound': 'foo'."],
  ["<audio/>", "XML error: Missing required attribute 'type' in element 'audio'"],
  ["<audio id='1' type='foo'/>", "XML error: Invalid value for attribute 'type' in element 'audio': 'foo'."],
  [
    "<video><model type='foo'/></video>",
    "XML error: Invalid value for attribute 'type' in element 'model': 'foo'.",
  ],
  [
    "<video><model type='vga' heads='x'/></video>",
    "XML error: Invalid value for attribute 'heads' in element 'model': 'x'. Expected non-negative integer value",
  ],
  [
    "<video><model type='vga'/><acpi index='x'/></video>",
    "XML error: Invalid value for attribute 'index' in element 'acpi': 'x'. Expected non-negative integer value",
  ],
  ["<hostdev/>", "XML error: Missing required attribute 'type' in element 'hostdev'"],
  ["<hostdev mode='foo'/>", "XML error: Invalid value for attribute 'mode' in element 'hostdev': 'foo'."],
  ["<hostdev mode='capabilities' type='storage'/>", "XML error: Missing <source> element in hostdev device"],
  [
    "<hostdev mode='capabilities' type='storage'><source/></hostdev>",
    "XML error: Missing <block> element in hostdev storage device",
  ],
  ["<hostdev type='pci' managed='x'/>", "XML error: Missing <source> element in hostdev device"],
  [
    "<hostdev type='pci'><source><address bus='1' slot='0x20' function='9'/></source></hostdev>",
    "XML error: Invalid PCI address slot='0x20', must be <= 0x1F",
  ],
  [
    "<hostdev type='pci'><source><address bus='1' multifunction='x'/></source></hostdev>",
    "XML error: Invalid value for attribute 'multifunction' in element 'address': 'x'.",
  ],
  [
    "<hostdev type='pci'><source><address bus='1'><zpci uid='x'/></address></source></hostdev>",
    "XML error: Invalid value for attribute 'uid' in element 'zpci': 'x'. Expected non-negative integer value",
  ],
  [
    "<hostdev type='pci' model='foo'><source><address bus='1'/></source></hostdev>",
    "XML error: 'model' attribute in <hostdev> is only supported when type='pci'",
  ],
  [
    "<hostdev type='pci'><source><address bus='1'/></source><boot order='x'/></hostdev>",
    "XML error: Invalid value for attribute 'order' in element 'boot': 'x'. Expected non-negative integer value",
  ],
  [
    "<hostdev type='pci'><source><address bus='1'/></source><rom bar='x'/></hostdev>",
    "XML error: Invalid value for attribute 'bar' in element 'rom': 'x'.",
  ],
  [
    "<hostdev type='pci'><source><address bus='1'/></source><rom enabled='x'/></hostdev>",
    "XML error: Invalid value for attribute 'enabled' in element 'rom': 'x'.",
  ],
  [
    "<hostdev type='pci'><source><address bus='1'/></source><rom enabled='no' bar='on'/></hostdev>",
    "unsupported configuration: ROM tuning is not supported when ROM is disabled",
  ],
  [
    "<hostdev type='usb'><source><vendor/></source></hostdev>",
    "XML error: Missing required attribute 'id' in element 'vendor'",
  ],
  [
    "<hostdev type='usb'><source><vendor id='x'/></source></hostdev>",
    "XML error: Invalid value for attribute 'id' in element 'vendor': 'x'. Expected non-negative integer value",
  ],
  [
    "<hostdev type='usb'><source><vendor id='0'/></source></hostdev>",
    "XML error: Invalid value for attribute 'id' in element 'vendor': Zero is not permitted",
  ],
  ["<hostdev type='usb'><source><vendor id='1'/></source></hostdev>", "internal error: missing product"],
  ["<hostdev type='usb'><source><product id='1'/></source></hostdev>", "internal error: missing vendor"],
  [
    "<hostdev type='usb'><source><vendor id='1'/><product/></source></hostdev>",
    "XML error: Missing required attribute 'id' in element 'product'",
  ],
  [
    "<hostdev type='usb'><source><vendor id='1'/><product id='x'/></source></hostdev>",
    "XML error: Invalid value for attribute 'id' in element 'product': 'x'. Expected non-negative integer value",
  ],
  [
    "<hostdev type='usb'><source><address/></source></hostdev>",
    "XML error: Missing required attribute 'bus' in element 'address'",
  ],
  [
    "<hostdev type='usb'><source><address device='1' bus='x'/></source></hostdev>",
    "XML error: Invalid value for attribute 'bus' in element 'address': 'x'. Expected non-negative integer value",
  ],
  [
    "<hostdev type='usb'><source><address device='x' bus='1'/></source></hostdev>",
    "XML error: Invalid value for attribute 'device' in element 'address': 'x'. Expected non-negative integer value",
  ],
  [
    "<hostdev type='scsi'><source/></hostdev>",
    "XML error: 'address' must be specified for scsi hostdev source",
  ],
  [
    "<hostdev type='scsi'><source><adapter/></source></hostdev>",
    "XML error: 'address' must be specified for scsi hostdev source",
  ],
  [
    "<hostdev type='scsi'><source><address bus='0' target='0' unit='0'/></source></hostdev>",
    "XML error: 'adapter' name must be specified for scsi hostdev source",
  ],
  [
    "<hostdev type='scsi'><source><adapter/><address bus='0' target='0' unit='0'/></source></hostdev>",
    "XML error: 'adapter' name must be specified for scsi hostdev source",
  ],
  [
    "<hostdev type='scsi'><source protocol='foo'/></hostdev>",
    "XML error: Invalid value for attribute 'protocol' in element 'source': 'foo'.",
  ],
  [
    "<hostdev type='scsi'><source protocol='iscsi'/></hostdev>",
    "XML error: missing iSCSI hostdev source path name",
  ],
  [
    "<hostdev type='scsi'><source protocol='iscsi' name='x'/></hostdev>",
    "XML error: missing the host address for the iSCSI hostdev",
  ],
  [
    "<hostdev type='scsi'><source protocol='iscsi' name=''/></hostdev>",
    "XML error: missing the host address for the iSCSI hostdev",
  ],
  [
    "<hostdev type='scsi'><source protocol='iscsi' name='x'><host name='h' port='1'/><host name='j' port='1'/></source></hostdev>",
    "XML error: only one source host address may be specified for the iSCSI hostdev",
  ],
  [
    "<hostdev type='scsi_host'><source/></hostdev>",
    "XML error: Missing required attribute 'protocol' in element 'source'",
  ],
  [
    "<hostdev type='scsi_host'><source protocol='vhost'/></hostdev>",
    "XML error: missing vhost-scsi hostdev source wwpn",
  ],
  [
    "<hostdev type='scsi_host'><source protocol='vhost' wwpn='foo'/></hostdev>",
    "XML error: malformed 'wwpn' value",
  ],
  [
    "<hostdev type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcdeg'/></hostdev>",
    "XML error: malformed 'wwpn' value",
  ],
  [
    "<hostdev type='scsi_host' model='foo'><source protocol='vhost' wwpn='naa.5123456789abcde0'/></hostdev>",
    "XML error: Invalid value for attribute 'model' in element 'hostdev': 'foo'.",
  ],
  [
    "<hostdev type='mdev' model='vfio-pci'><source/></hostdev>",
    "unsupported configuration: Missing <address> element",
  ],
  [
    "<hostdev type='mdev' model='vfio-pci'><source><address/></source></hostdev>",
    "unsupported configuration: Missing 'uuid' attribute for element <address>",
  ],
  [
    "<hostdev type='mdev' model='vfio-pci'><source><address uuid=''/></source></hostdev>",
    "internal error: Cannot parse uuid attribute of element <address>",
  ],
  [
    "<hostdev type='mdev' model='vfio-pci'><source><address uuid='x'/></source></hostdev>",
    "internal error: Cannot parse uuid attribute of element <address>",
  ],
  ["<watchdog/>", "XML error: Missing required attribute 'model' in element 'watchdog'"],
  ["<watchdog model='foo'/>", "XML error: Invalid value for attribute 'model' in element 'watchdog': 'foo'."],
  [
    "<watchdog model='i6300esb' action='foo'/>",
    "XML error: Invalid value for attribute 'action' in element 'watchdog': 'foo'.",
  ],
  ["<memballoon/>", "XML error: Missing required attribute 'model' in element 'memballoon'"],
  [
    "<memballoon model='foo'/>",
    "XML error: Invalid value for attribute 'model' in element 'memballoon': 'foo'.",
  ],
  [
    "<memballoon model='virtio'/><memballoon model='virtio'/>",
    "internal error: only a single memory balloon device is supported",
  ],
  [
    "<memballoon model='virtio'/><memballoon model='foo'/>",
    "internal error: only a single memory balloon device is supported",
  ],
  ["<rng/>", "XML error: Missing required attribute 'model' in element 'rng'"],
  ["<rng model='foo'/>", "XML error: Invalid value for attribute 'model' in element 'rng': 'foo'."],
  ["<rng model='virtio'/>", "XML error: only one RNG backend is supported"],
  [
    "<rng model='virtio'><backend/></rng>",
    "XML error: Missing required attribute 'model' in element 'backend'",
  ],
  [
    "<rng model='virtio'><backend model='foo'/></rng>",
    "XML error: Invalid value for attribute 'model' in element 'backend': 'foo'.",
  ],
  [
    "<rng model='virtio'><backend model='random'/><backend model='random'/></rng>",
    "XML error: only one RNG backend is supported",
  ],
  ["<crypto/>", "XML error: Missing required attribute 'model' in element 'crypto'"],
  [
    "<crypto model='foo' type='qemu'/>",
    "XML error: Invalid value for attribute 'model' in element 'crypto': 'foo'.",
  ],
  [
    "<crypto model='virtio' type='foo'/>",
    "XML error: Invalid value for attribute 'type' in element 'crypto': 'foo'.",
  ],
  ["<crypto model='virtio' type='qemu'/>", "XML error: only one crypto backend is supported"],
  [
    "<crypto model='virtio' type='qemu'><backend/></crypto>",
    "XML error: Missing required attribute 'model' in element 'backend'",
  ],
  [
    "<crypto model='virtio' type='qemu'><backend model='foo'/></crypto>",
    "XML error: Invalid value for attribute 'model' in element 'backend': 'foo'.",
  ],
  [
    "<crypto model='virtio' type='qemu'><backend model='builtin'/><backend model='x'/></crypto>",
    "XML error: only one crypto backend is supported",
  ],
  ["<tpm/>", "XML error: missing TPM device backend"],
  ["<tpm model='foo'/>", "XML error: Invalid value for attribute 'model' in element 'tpm': 'foo'."],
  ["<tpm model='tpm-tis'/>", "XML error: missing TPM device backend"],
  [
    "<tpm model='tpm-tis'><backend/></tpm>",
    "XML error: Missing required attribute 'type' in element 'backend'",
  ],
  [
    "<tpm model='tpm-tis'><backend type='foo'/></tpm>",
    "XML error: Invalid value for attribute 'type' in element 'backend': 'foo'.",
  ],
  [
    "<tpm model='tpm-tis'><backend type='passthrough'/><backend type='passthrough'/></tpm>",
    "XML error: only one TPM backend is supported",
  ],
  [
    "<tpm><backend type='passthrough'/></tpm><tpm><backend type='passthrough'/></tpm><tpm><backend type='passthrough'/></tpm>",
    "XML error: a maximum of two TPM devices is supported, one of them being a TPM Proxy device",
  ],
  [
    "<tpm><backend type='passthrough'/></tpm><tpm><backend type='passthrough'/></tpm><tpm><backend type='foo'/></tpm>",
    "XML error: a maximum of two TPM devices is supported, one of them being a TPM Proxy device",
  ],
  ["<nvram/><nvram/>", "internal error: only a single nvram device is supported"],
  ["<nvram/><nvram><address type='foo'/></nvram>", "internal error: only a single nvram device is supported"],
  ["<hub/>", "internal error: missing hub device type"],
  ["<hub type='foo'/>", "unsupported configuration: unknown hub device type 'foo'"],
  ["<redirdev/>", "internal error: missing type in redirdev"],
  ["<redirdev type='foo'/>", "unsupported configuration: unknown redirdev character device type 'foo'"],
  ["<redirdev bus='foo' type='spicevmc'/>", "unsupported configuration: unknown redirdev bus 'foo'"],
  ["<redirdev bus='' type='spicevmc'/>", "unsupported configuration: unknown redirdev bus ''"],
  [
    "<redirdev bus='usb' type='spicevmc'><boot order='x'/></redirdev>",
    "XML error: Invalid value for attribute 'order' in element 'boot': 'x'. Expected non-negative integer value",
  ],
  ["<redirfilter/><redirfilter/>", "internal error: only one set of redirection filter rule is supported"],
  ["<panic model='foo'/>", "unsupported configuration: unknown panic model 'foo'"],
  ["<panic model=''/>", "unsupported configuration: unknown panic model ''"],
  ["<shmem/>", "XML error: shmem element must contain 'name' attribute"],
  [
    "<shmem name='a'><model type='x'/></shmem>",
    "XML error: Invalid value for attribute 'type' in element 'model': 'x'.",
  ],
  ["<memory/>", "XML error: Missing required attribute 'model' in element 'memory'"],
  ["<memory model='foo'/>", "XML error: Invalid value for attribute 'model' in element 'memory': 'foo'."],
  ["<memory model='dimm'/>", "XML error: missing <target> element for <memory> device"],
  ["<memory model='dimm'><target/></memory>", "XML error: missing element or attribute './size'"],
  [
    "<memory model='dimm'><target><size unit='foo'>1</size></target></memory>",
    "invalid argument: unknown suffix 'foo'",
  ],
  [
    "<memory model='dimm'><target><size>524288</size><node>x</node></target></memory>",
    "XML error: invalid value of memory device node",
  ],
  [
    "<memory model='dimm'><target><size>524288</size><node>-1</node></target></memory>",
    "XML error: invalid value of memory device node",
  ],
  [
    "<memory model='dimm'><target><size>524288</size></target><address type='dimm'/></memory>",
    "XML error: Missing required attribute 'slot' in element 'address'",
  ],
  [
    "<memory model='virtio-pmem'><source><path>/x</path></source><target><size>524288</size><address base='x'/></target></memory>",
    "XML error: Invalid value for attribute 'base' in element 'address': 'x'. Expected non-negative integer value",
  ],
  ["<iommu/>", "XML error: Missing required attribute 'model' in element 'iommu'"],
  ["<iommu model='foo'/>", "XML error: Invalid value for attribute 'model' in element 'iommu': 'foo'."],
  ["<iommu model='intel'/><iommu model='intel'/>", "XML error: only a single IOMMU device is supported"],
  ["<iommu model='intel'/><iommu model='foo'/>", "XML error: only a single IOMMU device is supported"],
  ["<vsock model='foo'/>", "XML error: Invalid value for attribute 'model' in element 'vsock': 'foo'."],
  ["<vsock/><vsock/>", "XML error: only a single vsock device is supported"],
  ["<vsock/><vsock model='foo'/>", "XML error: only a single vsock device is supported"],
  ["<pstore/>", "XML error: Missing required attribute 'backend' in element 'pstore'"],
  ["<pstore backend='foo'/>", "XML error: Invalid value for attribute 'backend' in element 'pstore': 'foo'."],
  [
    "<pstore backend='acpi-erst'/><pstore backend='acpi-erst'/>",
    "XML error: only a single pstore device is supported",
  ],
  [
    "<hostdev type='pci' model='virtio'><source/></hostdev>",
    "XML error: 'model' attribute in <hostdev> is only supported when type='pci'",
  ],
  [
    "<hostdev mode='capabilities' type='misc'><source/></hostdev>",
    "XML error: Missing <char> element in hostdev character device",
  ],
  [
    "<interface type='network'><source network='a'/><mac address='52:54:00:00:00:011'/></interface>",
    "XML error: unable to parse mac address '52:54:00:00:00:011'",
  ],
  [
    "<interface type='network'><source network='a'/><model type='a.b'/></interface>",
    "invalid argument: Model name contains invalid characters",
  ],
  [
    "<serial type='null'><target type='usb-serial'/><address type='usb' port='x'/></serial>",
    "internal error: Cannot parse <address> 'port' attribute",
  ],
  [
    "<memory model='dimm'><target><size></size></target></memory>",
    "XML error: missing element or attribute './size'",
  ],
  [
    "<memory model='dimm'><target><size unit='EiB'>99999999999</size></target></memory>",
    "numerical overflow: value too large: 99999999999EiB",
  ],
  [
    "<hostdev type='scsi'><source protocol='iscsi'><host name='a'/><host name='b'/></source></hostdev>",
    "XML error: missing iSCSI hostdev source path name",
  ],
  [
    "<disk type='nvme'><source type='' namespace='1'/><target dev='vda'/></disk>",
    "XML error: unsupported source type ''",
  ],
  [
    "<disk type='nvme'><source type='pci' namespace='x'><address bus='x'/></source><target dev='vda'/></disk>",
    "XML error: Invalid value for attribute 'namespace' in element 'source': 'x'. Expected non-negative integer value",
  ],
];

describe("domain/read refuses what libvirt's parser refuses, in its words", () => {
  test.each(recorded)("%s", (devices, words) => {
    expect(refusalsOf(devices)[0]).toBe(words);
  });
});

/** Only the codes, for what matters here is who comes first. */
const codesOf = (devices: string) => readDevices(devices).refusals.map((refusal) => refusal.code);

describe("domain/read names faults in libvirt's order", () => {
  test("kind by kind, whatever the order in the file", () => {
    expect(
      codesOf("<pstore backend='x'/><hub/><input/><sound/><controller type='x'/><disk type='x'/>"),
    ).toEqual([
      "attribute-value",
      "controller-type-invalid",
      "input-type-missing",
      "attribute-missing",
      "hub-type-missing",
      "attribute-value",
    ]);
  });

  test("a device's own attributes before its address, the address before rules about it", () => {
    expect(
      codesOf(
        "<controller type='usb' model='none'/><input type='x' bus='usb'><acpi index='0'/><address type='pci'/></input>",
      ),
    ).toEqual(["input-type-unknown", "attribute-zero", "usb-device-address-type", "usb-disabled-input"]);
  });

  test("too many of a kind before what is wrong with the first", () => {
    expect(codesOf("<memballoon model='x'/><memballoon model='y'/>")).toEqual([
      "memballoon-single",
      "attribute-value",
      "attribute-value",
    ]);
  });

  test("the controllers before their sum", () => {
    expect(
      codesOf("<controller type='usb' model='ich9-uhci1'/><controller type='scsi' model='x'/><hub/>"),
    ).toEqual(["controller-model-unknown", "usb-master-missing", "hub-type-missing"]);
  });
});

describe("domain/read tells where a fault is", () => {
  test.each([
    ["<disk><target dev='a' bus='x'/></disk>", "target@bus"],
    ["<controller type='pci' model='x'/>", "@model"],
    ["<controller type='pci'><model/><model/></controller>", "model[2]"],
    ["<controller type='pci'><target><node>x</node></target></controller>", "target/node"],
    ["<hostdev type='pci'><source><address slot='x'/></source></hostdev>", "source/address@slot"],
    ["<hub type='usb'><address type='pci' slot='9'><zpci uid='x'/></address></hub>", "address/zpci@uid"],
    ["<hub type='usb'><address/></hub>", "address"],
    ["<input type='mouse' bus='usb'><address type='pci'/></input>", "address@type"],
    ["<sound/>", undefined],
  ])("%s", (device, part) => {
    const [refusal] = readDevices(device).refusals;
    expect(refusal?.subject).toEqual({ device: 0, ...(part === undefined ? {} : { part }) });
  });

  test("and who shares the blame", () => {
    const [refusal] = readDevices(
      "<controller type='usb'/><disk/><controller type='usb' model='none'/>",
    ).refusals;
    expect(refusal).toMatchObject({
      code: "usb-none-with-other-controller",
      subject: { device: 2, part: "@model" },
      related: [{ device: 0 }],
    });
  });
});
