/** The command line cannot be followed; the message says why and what to write instead. */
export class UsageError extends Error {}

export const help = `Usage:
  libvirt-slots check [--format text|json|sarif] [options] FILE...
      Report everything libvirt would refuse in domain XML.
  libvirt-slots pin [--write | --out-dir DIR] [--only-present] [options] FILE...
      Write down every address libvirt would choose, and the controllers and
      devices it would add. Without --write and --out-dir, the pinned text of
      one FILE goes to standard output.
  libvirt-slots show [--format text|json|svg|mermaid|markdown] [options]
                     [--domain NAME|N] FILE
      List buses, slots and who sits in them, or draw them: of the first
      domain of FILE, or of the one --domain tells, by its name or by its
      number from 1. Every format shows one domain.

  FILE is libvirt domain XML; - reads standard input.

Pinning:
  --write              replace each FILE, whole or not at all
  --out-dir DIR        write DIR/NAME.xml instead
  --only-present       pin listed devices only, and add none

Options:
  --existing-guest     read as a guest libvirt already knows (no ABI update)
  --qemu-version V     the QEMU that runs the guest (default: latest known)
  --without-qemu CAPS  pretend that QEMU lacks these capabilities, e.g.
                       PIIX3_USB_UHCI,DEVICE_QEMU_XHCI
  --host-arch ARCH     architecture where the XML names none (default: x86_64)
  --host FILE          host PCI devices as JSON: {"pciDevices": [{"address":
                       "0000:06:12.0", "iommuGroup": 9, "pciExpress": false}]}
  --help               print this text

Exit status: 0 nothing wrong, 1 errors found or a file not pinned, 2 wrong
usage or a file that cannot be read.
`;
