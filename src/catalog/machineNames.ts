import type { QemuVersion } from "./capabilities.ts";

const x86 = words("isapc microvm pc q35 x-remote");
const arm = words(
  "ast1030-evb ast2500-evb ast2600-evb b-l475e-iot01a bletchley-bmc bpim2u canon-a1100 collie " +
    "cubieboard emcraft-sf2 fby35 fby35-bmc fp5280g2-bmc fuji-bmc g220a-bmc highbank imx25-pdk " +
    "integratorcp kudo-bmc kzm lm3s6965evb lm3s811evb mcimx6ul-evk mcimx7d-sabre microbit midway mori-bmc " +
    "mps2-an385 mps2-an386 mps2-an500 mps2-an505 mps2-an511 mps2-an521 mps3-an524 mps3-an536 mps3-an547 " +
    "musca-a musca-b1 musicpal netduino2 netduinoplus2 npcm750-evb nuri olimex-stm32-h405 orangepi-pc " +
    "palmetto-bmc qcom-dc-scm-v1-bmc qcom-firework-bmc quanta-gbs-bmc quanta-gsj quanta-q71l-bmc " +
    "rainier-bmc raspi0 raspi1ap raspi2b realview-eb realview-eb-mpcore realview-pb-a8 realview-pbx-a9 " +
    "romulus-bmc sabrelite smdkc210 sonorapass-bmc stm32vldiscovery supermicro-x11spi-bmc " +
    "supermicrox11-bmc sx1 sx1-v1 tiogapass-bmc versatileab versatilepb vexpress-a15 vexpress-a9 virt " +
    "witherspoon-bmc xilinx-zynq-a9 yosemitev2-bmc",
);
const aarch64 = [
  ...arm,
  ...words(
    "ast2700-evb ast2700a0-evb ast2700a1-evb imx8mp-evk npcm845-evb raspi3ap raspi3b raspi4b sbsa-ref " +
      "xlnx-versal-virt xlnx-zcu102",
  ),
];
const ppc = words("40p amigaone bamboo g3beige mac99 mpc8544ds pegasos2 ppce500 sam460ex virtex-ml507");
const ppc64 = [...ppc, ...words("powernv powernv10 powernv10-rainier powernv8 powernv9 pseries")];
const riscv32 = words("amd-microblaze-v-generic opentitan sifive_e sifive_u spike virt");
const riscv64 = words("amd-microblaze-v-generic microchip-icicle-kit shakti_c sifive_e sifive_u spike virt");

/**
 * Names of machines that QEMU 10.0 has, as far as no version is in them (`-machine help` of each binary), by
 * architecture. Architectures that are not here have not been asked.
 */
export const machineNames: Readonly<Record<string, readonly string[]>> = {
  i686: x86,
  x86_64: x86,
  armv6l: arm,
  armv7l: arm,
  aarch64,
  ppc,
  ppc64,
  ppc64le: ppc64,
  riscv32,
  riscv64,
  s390x: ["s390-ccw-virtio"],
  loongarch64: ["virt"],
  alpha: ["clipper"],
  sh4: ["r2d"],
  sh4eb: ["r2d"],
  m68k: ["an5206", "mcf5208evb", "next-cube", "q800", "virt"],
};

/** Machines that come in versions of QEMU, one for each. */
export interface MachineVersions {
  /** The name up to the version. */
  readonly stem: string;
  readonly arches: readonly string[];
  /** The oldest that QEMU 10.0 still has. */
  readonly oldest: QemuVersion;
}

export const machineVersions: readonly MachineVersions[] = [
  { stem: "pc-i440fx-", arches: ["i686", "x86_64"], oldest: [2, 4] },
  { stem: "pc-q35-", arches: ["i686", "x86_64"], oldest: [2, 4] },
  { stem: "virt-", arches: ["armv6l", "armv7l", "aarch64"], oldest: [2, 6] },
  { stem: "virt-", arches: ["m68k"], oldest: [6, 0] },
  { stem: "pseries-", arches: ["ppc64", "ppc64le"], oldest: [3, 0] },
  { stem: "s390-ccw-virtio-", arches: ["s390x"], oldest: [2, 9] },
];

/**
 * What distributions call machines of their own, a stem of QEMU's or a word of theirs and a name that is no version, and
 * machines that only some builds of QEMU have.
 */
export const vendorMachine =
  /^(?:(?:pc-i440fx|pc-q35|virt|pseries|s390-ccw-virtio)-(?=[a-z])|rhel|ubuntu|xen)/;

/** The last minor version of QEMU for a major one; from 4 on each ends with 2. */
export const lastMinors: Readonly<Record<number, number>> = { 1: 7, 2: 12, 3: 1 };

function words(text: string): readonly string[] {
  return text.split(" ");
}
