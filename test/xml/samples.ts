/** A small but real domain; the later interface is what a repair must not lose. */
export const sample = `<domain type='kvm'>
  <name>vm</name>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='/var/lib/vm.qcow2'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <!-- the network -->
    <interface type='network'>
      <source network='default'/>
    </interface>
  </devices>
</domain>
`;

/** Elements that live in <devices> only. */
export const homes: ReadonlyMap<string, string> = new Map(
  ["disk", "controller", "interface", "serial", "console", "input", "graphics", "video", "memballoon"].map(
    (name) => [name, "devices"],
  ),
);
