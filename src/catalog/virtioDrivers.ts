/** What libvirt calls the QEMU device behind a virtio element, by element name, in its messages at start. */
export const virtioDrivers: Readonly<Record<string, string>> = {
  controller: "virtio-scsi",
  interface: "virtio-net",
  memballoon: "virtio-balloon",
  rng: "virtio-rng",
  input: "virtio-input",
  filesystem: "virtio-9p",
  vsock: "vhost-vsock",
  crypto: "virtio-crypto",
  video: "virtio-gpu",
  sound: "virtio-sound",
  disk: "virtio-blk",
};
