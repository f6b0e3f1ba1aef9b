import type { StrictElement } from "../support/strictXml.ts";
import type { Boldness } from "./addresses.ts";
import { usb2Group } from "./controllers.ts";
import { crowdMakers, deviceMakers, tameMakers } from "./devices.ts";
import { element } from "./element.ts";
import { type MachineChoice, machineChoices } from "./machines.ts";
import type { Making } from "./making.ts";
import { Random } from "./random.ts";

/** From timid to bold: most domains stand a chance of being accepted. */
const boldnesses: readonly (readonly [Boldness, number])[] = [
  [{ given: 0, wrong: 0 }, 4],
  [{ given: 0.15, wrong: 0 }, 4],
  [{ given: 0.5, wrong: 0 }, 3],
  [{ given: 0.3, wrong: 0.15 }, 3],
];

/** A made-up domain; the same seed gives the same one. `machine` keeps to machines of that name or architecture. */
export function generateDomain(seed: number, machine?: string): StrictElement {
  const random = new Random(seed);
  const choice = chooseMachine(random, machine);
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
  return element("domain", { type: "qemu" }, [
    element("name", {}, "made-up"),
    ...(hasMemory ? [element("maxMemory", { slots: 8, unit: "MiB" }, "8192")] : []),
    element("memory", { unit: "MiB" }, hasMemory ? "4096" : "256"),
    element("vcpu", {}, "1"),
    element("os", {}, [element("type", { arch: choice.arch, machine: choice.machine }, "hvm")]),
    ...features(making, choice.arch),
    ...(hasMemory ? [numa()] : []),
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

function numa(): StrictElement {
  const cell = element("cell", { id: 0, cpus: 0, memory: 1024, unit: "MiB" });
  return element("cpu", {}, [element("numa", {}, [cell])]);
}

function chooseMachine(random: Random, wanted: string | undefined): MachineChoice {
  const choices = machineChoices.filter(
    ({ arch, machine }) => wanted === undefined || machine === wanted || arch === wanted,
  );
  if (choices.length === 0) throw new RangeError(`no machine or architecture is called ${wanted}`);
  return random.weighted(choices.map((choice) => [choice, choice.weight] as const));
}
