import type { ZoomStep } from "../src/protocol/messages.ts";

/** The sizes that buttons and keys step through, as factors of the usual size. */
export const zoomSteps: readonly number[] = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

const smallest = zoomSteps[0] ?? 1;
const largest = zoomSteps.at(-1) ?? 1;

/** The next size in a direction, or the usual one; stays at either end. */
export function stepZoom(zoom: number, to: ZoomStep): number {
  switch (to) {
    case "in":
      return zoomSteps.find((step) => step > zoom + 0.001) ?? largest;
    case "out":
      return zoomSteps.findLast((step) => step < zoom - 0.001) ?? smallest;
    case "reset":
      return 1;
  }
}

/** A size changed by a factor, as fingers do it; whole percents, within the steps. */
export function scaleZoom(zoom: number, factor: number): number {
  return Math.min(largest, Math.max(smallest, Math.round(zoom * factor * 100) / 100));
}

/** Whether something that was kept is a size the board can have. */
export function isZoom(value: unknown): value is number {
  return typeof value === "number" && value >= smallest && value <= largest;
}

/** A size as people read it: "125%". */
export function zoomWords(zoom: number): string {
  return `${Math.round(zoom * 100)}%`;
}
