/** The types of domains that QEMU runs. */
export const qemuDomainTypes: ReadonlySet<string> = new Set(["kvm", "qemu", "hvf"]);
