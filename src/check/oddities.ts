import type { Definition } from "../define/definition.ts";
import type { Oddity } from "../domain/device.ts";
import { type Problem, problem } from "./problem.ts";

/** What the file says about addresses and libvirt passes over without a word. */
export function checkOddities({ domain }: Definition): Problem[] {
  return domain.devices.flatMap(({ id, oddities = [] }) =>
    oddities.map((oddity) => problem(oddity.code, valuesOf(oddity), { device: id, part: oddity.part })),
  );
}

function valuesOf({ code, name, value }: Oddity): Problem["values"] {
  const read = code === "address-number-octal" ? Number.parseInt(value, 8) : 0;
  const hex = code === "address-number-style" ? Number(value).toString(16).padStart(2, "0") : "";
  return { name, value, read, hex };
}
