import type { Board } from "../../protocol/board.ts";
import { isFault, type Origin } from "./outline.ts";

/** What is said of each origin; where there is nothing to say, nothing. */
export const originWords = {
  bus: "",
  given: "",
  chosen: "chosen by libvirt",
  usual: "put there by QEMU",
  added: "added by libvirt",
  reserved: "",
  unplaced: "in no slot",
} as const satisfies Record<Origin, string>;

/** What the domain of a board is called, told apart from the others of its document. */
export function titleWords({ title, domain = 0, domains }: Board): string {
  return domains?.[domain] ?? title;
}

/** How full the machine is, in one line. */
export function summaryWords({ summary, devices }: Board): string {
  const { pinned, unpinned, freeSlots } = summary;
  const problems = devices.reduce((sum, device) => sum + device.problems.filter(isFault).length, 0);
  return [
    `${pinned} pinned`,
    `${unpinned} unpinned`,
    `${freeSlots} free PCI ${freeSlots === 1 ? "slot" : "slots"}`,
    ...(problems === 0 ? [] : [`${problems} ${problems === 1 ? "problem" : "problems"}`]),
  ].join(" · ");
}
