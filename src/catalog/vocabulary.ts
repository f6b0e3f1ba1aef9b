/**
 * The words libvirt 11.3's parser knows for attributes of devices (the VIR_ENUM_IMPL lists of conf/domain_conf.c).
 * A word that is missing here is refused; what a driver or a machine supports is another question.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const toggleWords = words("on off");
export const yesNoWords = words("yes no");

export const domainTypes = words(
  "qemu kqemu kvm xen lxc uml openvz test vmware hyperv vbox phyp parallels bhyve vz hvf",
);

export const controllerTypes = words("ide fdc scsi sata virtio-serial ccid usb pci xenbus isa");

/** Controller types without an entry have no models: any `model` is refused. */
export const controllerModels: Readonly<Record<string, ReadonlySet<string>>> = {
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
  "virtio-serial": words("virtio virtio-transitional virtio-non-transitional"),
};

/** `<model name>` of PCI controllers. */
export const pciModelNames = words(
  "none pci-bridge i82801b11-bridge pcie-pci-bridge ioh3420 x3130-upstream xio3130-downstream pxb pxb-pcie pcie-root-port spapr-pci-host-bridge pci-testdev",
);

export const diskDevices = words("disk cdrom floppy lun");
export const diskBuses = words("ide fdc scsi virtio xen usb uml sata sd");
export const diskModels = words("default virtio virtio-transitional virtio-non-transitional");

/** Interface models that are recognised in any case and then spelled as here. */
export const interfaceModels: readonly string[] = [
  "unknown",
  "netfront",
  "rtl8139",
  "virtio",
  "e1000",
  "e1000e",
  "igb",
  "virtio-transitional",
  "virtio-non-transitional",
  "usb-net",
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
