import { neededByIommu } from "../../catalog/neededCapabilities.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Device, DeviceOf, Filesystem, Input, Tpm } from "../../domain/device.ts";
import { isX86, lacks, type Target } from "../../domain/target.ts";
import { demand } from "./demands.ts";
import { placesOf } from "./place.ts";

type Iommu = DeviceOf<"iommu">;

interface IommuRule {
  readonly machines: string;
  readonly fits: (target: Target) => boolean;
}

const iommuRules: Readonly<Record<string, IommuRule>> = {
  intel: { machines: "Q35", fits: (target) => target.class === "q35" },
  smmuv3: { machines: "ARM Virt", fits: (target) => target.class === "arm-virt" },
  virtio: {
    machines: "Q35 and ARM Virt",
    fits: (target) => target.class === "q35" || target.class === "arm-virt",
  },
};

/** What every hypervisor asks of an IOMMU (virDomainIOMMUDefValidate, libvirt 11.3). */
export function validateIommu(draft: Draft, iommu: Iommu): void {
  const { id, model = "" } = iommu;
  if (model === "intel" || model === "smmuv3") demand(draft, iommu, "iommu of the machine", { model });
  if (iommu.driver && (model === "virtio" || model === "smmuv3")) {
    draft.refuse("iommu-options", { model }, { device: id, part: "driver" });
  }
}

/** What QEMU's driver asks of an IOMMU (qemuValidateDomainDeviceDefIOMMU, libvirt 11.3). */
export function validateQemuIommu(draft: Draft, iommu: Iommu): void {
  const { id, model = "" } = iommu;
  const rule = iommuRules[model];
  if (rule && !rule.fits(draft.target)) {
    const values = { model, machines: rule.machines };
    draft.refuse("iommu-machine", values, { device: id, part: "@model" });
  } else if (neededByIommu[model]?.some((capability) => lacks(draft.target, capability))) {
    draft.refuse("iommu-unsupported", { model }, { device: id, part: "@model" });
  } else if (model === "virtio") {
    if (!draft.domain.features.acpi) draft.refuse("iommu-acpi", {}, { device: id });
    demand(draft, iommu, "iommu virtio");
  }
}

/** Only a virtiofs on PCI boots (qemuValidateDomainDeviceDefFS, libvirt 11.3). */
export function validateFilesystem(draft: Draft, filesystem: Filesystem): void {
  if (filesystem.bootOrder === undefined) return;
  if (filesystem.driver === "virtiofs") demand(draft, filesystem, "virtiofs with boot order", {}, "boot");
  else draft.refuse("filesystem-boot", {}, { device: filesystem.id, part: "boot" });
}

/** What QEMU's driver asks of an input (qemuValidateDomainDeviceDefInput, libvirt 11.3). */
export function validateInput(draft: Draft, input: Input): void {
  const { id, type, model = "" } = input;
  const place = { device: id, part: "@bus" };
  if (input.bus === "xen") draft.refuse("input-bus-xen", {}, place);
  else if (input.bus === "ps2" && type !== "mouse" && type !== "keyboard") {
    draft.refuse("input-ps2-type", { type }, place);
  } else if (input.bus === "ps2") validatePs2(draft, input);
  if (input.bus === "virtio" && (model === "virtio-transitional" || model === "virtio-non-transitional")) {
    draft.refuse("virtio-transitional-input", { type }, { device: id, part: "@model" });
  }
}

function validatePs2(draft: Draft, { id }: Input): void {
  const { target, domain } = draft;
  const place = { device: id, part: "@bus" };
  if (!isX86(target) || !target.row.ps2) draft.refuse("input-ps2-unsupported", {}, place);
  else if (domain.features.ps2 === "off") {
    draft.refuse("input-ps2-disabled", {}, place, [{ part: "features/ps2@state" }]);
  }
}

/** Machines and emulators whose PS/2 controller cannot be switched (qemuValidateDomainDefFeatures, libvirt 11.3). */
export function validatePs2Feature(draft: Draft): void {
  const { target, domain } = draft;
  if (domain.features.ps2 === undefined) return;
  const isFixed = lacks(target, "MACHINE_I8042_OPT");
  if (target.row.ps2 && !isFixed) return;
  draft.refuse(
    target.row.ps2 ? "ps2-feature-fixed" : "ps2-feature-unsupported",
    {},
    { part: "features/ps2" },
  );
}

/** The NVRAM device belongs to pseries (qemuValidateDomainDeviceDefNVRAM, libvirt 11.3). */
export function validateNvram(draft: Draft, nvram: Device): void {
  if (draft.target.class !== "pseries") draft.refuse("nvram-machine", {}, { device: nvram.id });
  else demand(draft, nvram, "nvram");
}

/** One TPM, and one proxy beside it (qemuValidateDomainDefTPMs, libvirt 11.3). */
export function validateTpms(draft: Draft): void {
  const tpms = draft.list("tpm");
  const isProxy = (tpm: Tpm) => tpm.model === "spapr-tpm-proxy";
  refuseSecondTpm(draft, tpms.filter(isProxy), "Proxy");
  refuseSecondTpm(
    draft,
    tpms.filter((tpm) => !isProxy(tpm)),
    "non-proxy",
  );
}

function refuseSecondTpm(draft: Draft, [first, second]: readonly Tpm[], sort: string): void {
  if (second) draft.refuse("tpm-duplicate", { sort }, { device: second.id }, placesOf(draft, [first]));
}
