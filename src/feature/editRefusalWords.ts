/** Why an edit was not made, and what to do about it. */
export const editRefusalWords = {
  "no-domain": "This document holds no libvirt domain; open one with <domain type='…'>.",
  "broken-xml": "The XML is not well-formed; mend what is underlined first.",
  "refused-domain": "libvirt would refuse this domain, so it chooses no addresses; mend its errors first.",
  "other-driver":
    "libvirt chooses addresses for QEMU and bhyve domains (type kvm, qemu, hvf or bhyve); this one has another type.",
  "leans-on-added":
    "Some of these places are behind controllers or hubs that libvirt adds, and would be lost without them; pin everything instead.",
  "refused-when-pinned":
    "libvirt cannot read back what it makes of this domain, and would refuse the pinned text; mend what its own text breaks first, such as a USB controller of model none beside others.",
  "reads-differently":
    "The edited text would not say what was meant, so nothing was changed. Please report this file as a bug.",
} as const satisfies Record<string, string>;

export type EditObstacle = keyof typeof editRefusalWords;
