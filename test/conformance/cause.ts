import type { Judgement } from "./judge.ts";

/** The first complaint with its numbers and names taken out, so that cases of one cause meet. */
export function causeOf({ complaints: [first = ""] }: Judgement): string {
  return first
    .replace(/», got «[\s\S]*/, "»")
    .replaceAll(/\b[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.\d/g, "PCI")
    .replaceAll(/\b(0x[0-9a-f]+|\d+)\b/gi, "N")
    .replaceAll(/\b[svhf]d[a-z]{1,2}\b/g, "X")
    .slice(0, 160);
}
