/** Network cards that every binary with PCI has, but that of s390x. */
const conventional = [
  "e1000",
  "e1000-82540em",
  "e1000-82544gc",
  "e1000-82545em",
  "i82550",
  "i82551",
  "i82557a",
  "i82557b",
  "i82557c",
  "i82558a",
  "i82558b",
  "i82559a",
  "i82559b",
  "i82559c",
  "i82559er",
  "i82562",
  "i82801",
  "ne2k_pci",
  "pcnet",
  "rtl8139",
  "tulip",
  "vmxnet3",
];
const express = ["e1000e", "igb"];
const virtio = [
  "virtio",
  "virtio-transitional",
  "virtio-non-transitional",
  "virtio-net",
  "virtio-net-pci",
  "virtio-net-pci-non-transitional",
  "virtio-net-pci-transitional",
  "usb-net",
];
const old = [...conventional, ...virtio];
const stock = [...old, ...express, "rocker"];

/**
 * Network cards that each binary of QEMU 10.0 takes, by the names that libvirt hands through (`-device help`). Binaries
 * that are not here have not been asked.
 */
export const qemuNics: Readonly<Record<string, ReadonlySet<string>>> = {
  x86: new Set(stock),
  arm: new Set(stock),
  riscv: new Set(stock),
  loongarch: new Set(stock),
  ppc64: new Set([...stock, "sungem", "spapr-vlan"]),
  ppc: new Set([...stock, "sungem"]),
  s390: new Set([...virtio, ...express, "virtio-net-ccw"]),
  alpha: new Set(old),
  sh4: new Set(old),
};

/** Network cards that a binary has, and that sit on no PCI bus, where libvirt puts all cards it does not know. */
export const nicsOffPci: Readonly<Record<string, readonly string[]>> = {
  ne2k_isa: ["x86", "ppc64", "ppc", "alpha", "sh4"],
  "virtio-net-device": ["x86", "arm", "riscv", "loongarch", "ppc64", "ppc", "alpha", "sh4", "s390"],
};
