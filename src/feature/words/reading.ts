/** Our words for what libvirt's parser refuses about one kind of device. */
export const readingWords = {
  "size-missing": "A size is missing in {subject}; add it.",
  "size-invalid": "'{value}' is no size; write a whole number.",
  "size-unit-unknown": "'{unit}' is no unit of size; use one such as KiB, MiB or GiB.",
  "size-too-large": "{value} {unit} is more than libvirt can count; write a smaller size.",
  "master-startport-invalid":
    "'{value}' is no port number; write a whole number from 0 up in <master startport>.",
  "rom-disabled-tuning":
    "The ROM of {subject} is switched off, so it cannot have settings; remove them, or enabled='no'.",
  "nvme-source-address-missing":
    "{subject} is an NVMe disk and needs the address of the host device in its <source>; add it.",
  "nvme-source-type-missing": "The NVMe <source> of {subject} needs a type; add type='pci'.",
  "nvme-source-type-unknown": "'{value}' is no type of an NVMe source; use pci.",
  "hostdev-capability-missing":
    "The <source> of {subject} needs <{element}>, which names the {noun} device of the host; add it.",
  "hostdev-iscsi-host-missing": "The iSCSI <source> of {subject} needs a <host>; add it.",
  "hostdev-iscsi-host-count": "The iSCSI <source> of {subject} has more than one <host>; keep one.",
  "interface-source-missing": "An interface of type {type} needs a <source>; add it.",
  "interface-hostdev-source-type": "'{value}' is no type for the host device of {subject}; use pci.",
  "interface-model-characters":
    "The model of {subject} has characters that are not allowed; use letters, digits, dashes and underscores.",
  "interface-mac-invalid":
    "'{value}' is no MAC address; write six pairs of hexadecimal digits, such as 52:54:00:12:34:56.",
  "interface-mac-multicast":
    "'{value}' is a multicast address; make the second digit even, as in 52:54:00:12:34:56.",
  "hostdev-source-missing": "{subject} does not say which device of the host it is; add a <source>.",
  "hostdev-model-unexpected": "Only host devices of type {type} have a model; remove it from {subject}.",
  "hostdev-usb-source-incomplete":
    "The <source> of {subject} does not name a USB device: {missing} missing. Add it.",
  "hostdev-scsi-source-address-missing": "The <source> of {subject} needs an <address>; add it.",
  "hostdev-scsi-adapter-missing": "The <source> of {subject} needs an <adapter name='…'/>; add it.",
  "hostdev-iscsi-name-missing": "The iSCSI <source> of {subject} needs a name; add it.",
  "hostdev-vhost-wwpn-missing": "The <source> of {subject} needs a wwpn; add it.",
  "hostdev-vhost-wwpn-invalid": "This is no wwpn; write naa. and sixteen hexadecimal digits.",
  "hostdev-mdev-address-missing": "The <source> of {subject} needs an <address uuid='…'/>; add it.",
  "hostdev-mdev-uuid-missing":
    "The source address of {subject} needs the uuid of the mediated device; add it.",
  "hostdev-mdev-uuid-invalid": "This is no uuid; write 32 hexadecimal digits in the usual groups.",
  "redirdev-type-missing": "{subject} has no type; add one, such as type='spicevmc'.",
  "redirdev-type-unknown": "'{value}' is no type of character device; use one such as spicevmc or tcp.",
  "redirdev-bus-unknown": "'{value}' is no bus for {subject}; use usb.",
  "character-type-unknown": "'{value}' is no type for {subject}; use one such as pty, unix, tcp or file.",
  "character-target-unknown":
    "'{value}' is no target type for {subject}; choose one that libvirt knows, or remove it.",
  "character-model-unknown":
    "'{value}' is no target model for {subject}; choose one that libvirt knows, or remove it.",
  "character-port-invalid":
    "'{value}' is no port number; write a whole number from 0 up, or remove it and libvirt counts.",
  "character-multiple-sources": "{subject} has more than one <source>; keep one.",
  "character-spicevmc-target": "spicevmc works with a virtio target only; change the target of {subject}.",
  "channel-target-missing": "{subject} needs <target type='…'/>; add it, such as virtio.",
  "channel-guestfwd-address": "A guestfwd channel needs the address it forwards; add it to the <target>.",
  "smartcard-certificates":
    "A smartcard in host-certificates mode needs exactly three <certificate>; correct their number.",
  "smartcard-type-missing": "A smartcard in passthrough mode needs a type; add one, such as type='spicevmc'.",
  "input-type-missing": "{subject} has no type; add one, such as type='tablet'.",
  "input-type-unknown": "'{value}' is no type of input; use mouse, tablet, keyboard, passthrough or evdev.",
  "input-bus-unknown": "'{value}' is no bus of an input; use ps2, usb, virtio, xen or none.",
  "input-model-unknown":
    "'{value}' is no model of an input; use virtio, virtio-transitional or virtio-non-transitional.",
  "hub-type-missing": "{subject} has no type; add type='usb'.",
  "hub-type-unknown": "'{value}' is no type of hub; use usb.",
  "panic-model-unknown": "'{value}' is no panic device; use isa, pseries, hyperv, s390, pvpanic or default.",
  "rng-backend-count": "{subject} needs exactly one <backend>; correct their number.",
  "crypto-backend-count": "{subject} needs exactly one <backend>; correct their number.",
  "tpm-backend-missing": "{subject} needs a <backend>; add one, such as type='emulator'.",
  "tpm-backend-count": "{subject} has more than one <backend>; keep one.",
  "shmem-name-missing": "{subject} needs a name; add it.",
  "memory-target-missing": "{subject} needs a <target> with its <size>; add it.",
  "memory-node-invalid": "The <node> of {subject} is no number; write the number of a NUMA node.",
  "memballoon-single": "There can be only one memory balloon; remove {subject}.",
  "nvram-single": "There can be only one NVRAM device; remove {subject}.",
  "redirfilter-single": "There can be only one redirection filter; remove the others.",
  "iommu-single": "There can be only one IOMMU; remove {subject}.",
  "vsock-single": "There can be only one vsock; remove {subject}.",
  "pstore-single": "There can be only one pstore; remove {subject}.",
  "tpm-too-many": "There can be two TPM devices, one of them a TPM proxy; remove {subject}.",
} as const;
