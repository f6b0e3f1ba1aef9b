import { childOf, type StrictElement } from "../support/strictXml.ts";
import { withChildren, withDevices } from "./element.ts";
import type { Random } from "./random.ts";

/**
 * Makes a new domain of one that libvirt printed: some addresses and controllers are taken away, some numbers changed,
 * the devices put in another order, as people do when they edit a guest.
 */
export function mutate(random: Random, domain: StrictElement): StrictElement {
  const devices = childOf(domain, "devices")?.children ?? [];
  const unpinned = random.fraction() * random.fraction();
  const changed = random.chance(0.5) ? 0 : 0.1;
  const kept = devices
    .filter((device) => device.name !== "emulator" && !(device.name === "audio" || random.chance(0.08)))
    .map((device) => (random.chance(unpinned) ? withoutAddress(device) : device))
    .map((device) => (random.chance(changed) ? withOtherNumber(random, device) : device));
  return withDevices(withoutNames(domain), random.chance(0.3) ? random.shuffled(kept) : kept);
}

function withoutNames(domain: StrictElement): StrictElement {
  const dropped = ["uuid", "cpu"];
  const hasNuma = domain.children.some((child) => child.name === "maxMemory");
  return withChildren(
    domain,
    domain.children.filter(({ name }) => !dropped.includes(name) || (name === "cpu" && hasNuma)),
  );
}

function withoutAddress(device: StrictElement): StrictElement {
  return withChildren(
    device,
    device.children.filter(({ name }) => name !== "address"),
  );
}

/** Changes one number of the device's address, or a controller's index or target. */
function withOtherNumber(random: Random, device: StrictElement): StrictElement {
  const isController = device.name === "controller";
  if (isController && random.chance(0.3)) return changeAttribute(random, device, ["index"]);
  const part = isController && random.chance(0.3) ? "target" : "address";
  return withChildren(
    device,
    device.children.map((child) =>
      child.name === part
        ? changeAttribute(
            random,
            child,
            Object.keys(child.attributes).filter((name) => name !== "type"),
          )
        : child,
    ),
  );
}

function changeAttribute(random: Random, part: StrictElement, names: readonly string[]): StrictElement {
  if (names.length === 0) return part;
  const name = random.pick(names);
  const value = random.pick(["0", "1", "2", "3", "0x4", "0x1f", "7", "31", "on"]);
  return { ...part, attributes: { ...part.attributes, [name]: value } };
}
