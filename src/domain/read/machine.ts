import {
  valueOf as attributeValue,
  childElements,
  type Element,
  firstChild,
  textOf,
} from "../../xml/document.ts";
import type { Domain, DomainMemory, Features, Os } from "../domain.ts";
import { toUint32 } from "../number.ts";
import { kibibytes, kibibytesOf } from "./size.ts";
import { given } from "./spot.ts";

/** Everything of a domain but its devices, as far as placing devices depends on it. */
export function readMachine(root: Element): Omit<Domain, "devices"> {
  const devices = firstChild(root, "devices");
  const cells = numaCells(root);
  return {
    type: attributeValue(root, "type") ?? "",
    os: readOs(root),
    vcpus: toUint32(childText(root, "vcpu") ?? "", 10) ?? 1,
    numaCells: cells.length,
    memory: readMemory(root, cells),
    features: readFeatures(root),
    commandLine: commandLineOf(root),
    ...given({ name: childText(root, "name"), emulator: devices && childText(devices, "emulator") }),
  };
}

function readOs(root: Element): Os {
  const os = firstChild(root, "os");
  const type = os && firstChild(os, "type");
  const loader = os && firstChild(os, "loader");
  const boots = os ? childElements(os, "boot") : [];
  return {
    boot: boots.flatMap((boot) => attributeValue(boot, "dev") ?? []),
    ...given({
      type: type && nonEmpty(textOf(type)),
      arch: type && nonEmpty(attributeValue(type, "arch") ?? ""),
      machine: type && nonEmpty(attributeValue(type, "machine") ?? ""),
      loader: loader && textOf(loader).trim() !== "" ? (true as const) : undefined,
      bootloader: firstChild(root, "bootloader") ? (true as const) : undefined,
      firmware: os && attributeValue(os, "firmware"),
    }),
  };
}

function numaCells(root: Element): Element[] {
  const cpu = firstChild(root, "cpu");
  const numa = cpu && firstChild(cpu, "numa");
  return numa ? childElements(numa, "cell") : [];
}

function readMemory(root: Element, cells: readonly Element[]): DomainMemory {
  const total = firstChild(root, "memory");
  const max = firstChild(root, "maxMemory");
  const maxSize = max && kibibytes(max);
  const slots = max && toUint32(attributeValue(max, "slots") ?? "", 10);
  const sizes = cells.map(
    (cell) => kibibytesOf(attributeValue(cell, "memory") ?? "", attributeValue(cell, "unit")) ?? 0n,
  );
  return {
    cells: sizes.reduce((sum, size) => sum + size, 0n),
    ...given({
      total: total && kibibytes(total),
      max: maxSize === undefined ? undefined : { size: maxSize, slots: slots ?? 0 },
    }),
  };
}

function readFeatures(root: Element): Features {
  const features = firstChild(root, "features");
  const ps2 = features && firstChild(features, "ps2");
  const state = ps2 && attributeValue(ps2, "state");
  return {
    listed: features !== undefined,
    acpi: features !== undefined && firstChild(features, "acpi") !== undefined,
    ...(state === "on" || state === "off" ? { ps2: state } : {}),
  };
}

const qemuNamespace = "http://libvirt.org/schemas/domain/qemu/1.0";

/** `<qemu:commandline>` counts under whatever prefix the domain element binds to QEMU's namespace. */
function commandLineOf(root: Element): readonly string[] {
  const binding = root.attributes.find(
    (attribute) => attribute.name.startsWith("xmlns:") && attribute.value === qemuNamespace,
  );
  const prefix = binding?.name.slice("xmlns:".length);
  const line = prefix === undefined ? undefined : firstChild(root, `${prefix}:commandline`);
  const args = line ? childElements(line, `${prefix}:arg`) : [];
  return args.flatMap((arg) => attributeValue(arg, "value") ?? []);
}

function childText(element: Element, name: string): string | undefined {
  const child = firstChild(element, name);
  return child && nonEmpty(textOf(child));
}

function nonEmpty(text: string): string | undefined {
  return text === "" ? undefined : text;
}
