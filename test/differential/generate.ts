import type { StrictElement } from "../support/strictXml.ts";
import type { Boldness } from "./addresses.ts";
import { usb2Group } from "./controllers.ts";
import { crowdMakers, deviceMakers, tameMakers } from "./devices.ts";
import { element } from "./element.ts";
import { type Flavour, type MachineChoice, machineChoices } from "./machines.ts";
import type { Making } from "./making.ts";
import { Random } from "./random.ts";

/** From timid to bold: most domains stand a chance of being accepted. */
const boldnesses: readonly (readonly [Boldness, number])[] = [
  [{ given: 0, wrong: 0 }, 4],
  [{ given: 0.15, wrong: 0 }, 4],
  [{ given: 0.5, wrong: 0 }, 3],
  [{ given: 0.3, wrong: 0.15 }, 3],
];

/** A made-up domain for one of the machines; the same seed gives the same one. */
export function generateDomain(
  seed: number,
  machines: readonly MachineChoice[] = machineChoices,
): StrictElement {
  const random = new Random(seed);
  const choice = random.weighted(machines.map((machine) => [machine, machine.weight] as const));
  const making: Making = {
    random,
    flavour: choice.flavour,
    boldness: random.weighted(boldnesses),
    tame: random.chance(0.6),
    buses: 1 + random.below(4),
    next: 0,
  };
  const devices = makeDevices(making);
  const hasMemory = devices.some(({ name }) => name === "memory");
  const nodes = manyCpus.has(choice.flavour) ? random.pick([1, 1, 2]) : 1;
  return element("domain", { type: "qemu" }, [
    element("name", {}, "made-up"),
    ...(hasMemory && random.chance(0.95) ? [maxMemory(random)] : []),
    element("memory", { unit: "MiB" }, hasMemory ? random.pick(memorySizes) : "256"),
    element("vcpu", {}, String(nodes)),
    element("iothreads", {}, "2"),
    element("os", {}, [element("type", { arch: choice.arch, machine: choice.machine }, "hvm")]),
    ...features(making, choice.arch),
    ...(random.chance(hasMemory ? 0.8 : 0.08) ? [numa(nodes)] : []),
    element("devices", {}, devices),
  ]);
}

function makeDevices(making: Making): StrictElement[] {
  const { random } = making;
  const makers = making.tame ? tameMakers : deviceMakers;
  const count = random.weighted([
    [random.below(5), 4],
    [random.below(16), 6],
    [random.below(50), 1],
  ]);
  const mixed = Array.from({ length: count }, () => random.weighted(makers)(making));
  const group = random.chance(0.08) ? usb2Group(making) : [];
  const crowd = random.chance(0.06) ? makeCrowd(making) : [];
  return random.chance(0.2)
    ? random.shuffled([...mixed, ...group, ...crowd])
    : [...mixed, ...group, ...crowd];
}

/** Many devices of one sort, so that buses fill up and libvirt has to add controllers. */
function makeCrowd(making: Making): StrictElement[] {
  const maker = making.random.pick(crowdMakers);
  const count = making.random.pick([10, 30, 60, 130, 250]);
  return Array.from({ length: making.random.below(count) }, () => maker(making));
}

function features({ random }: Making, arch: string): StrictElement[] {
  const acpi = arch === "x86_64" && random.chance(0.7) ? element("acpi") : undefined;
  const ps2 = random.chance(0.03) ? element("ps2", { state: "off" }) : undefined;
  return acpi || ps2 ? [element("features", {}, [acpi, ps2])] : [];
}

/** Mostly enough for the memory devices; some leave nothing for the guest to start with, or less. */
const memorySizes = ["4096", "4096", "4096", "4096", "1024", "512"];

function maxMemory(random: Random): StrictElement {
  return element(
    "maxMemory",
    { slots: random.pick([8, 8, 8, 2, 1]), unit: "MiB" },
    random.pick(["8192", "8192", "4096"]),
  );
}

/** Machines of which libvirt knows that they take more than one processor. */
const manyCpus: ReadonlySet<Flavour> = new Set<Flavour>(["pcie", "spapr", "ccw"]);

/** As many nodes as processors. */
function numa(nodes: number): StrictElement {
  const cells = Array.from({ length: nodes }, (_, id) =>
    element("cell", { id, cpus: id, memory: 1024, unit: "MiB" }),
  );
  return element("cpu", {}, [element("numa", {}, cells)]);
}
