import type { Frame, Locator, Page } from "playwright-core";
import { eventually } from "./harness.ts";

/** The part of a device that takes keyboard and mouse. */
export function chip(frame: Frame, device: string): Locator {
  return frame.locator(`[data-device='${device}'] .chip`);
}

/** Drags with the mouse as a hand does: press, move in steps, follow the target where the bench scrolls, and release. */
export async function drag(page: Page, frame: Frame, from: Locator, to: Locator): Promise<void> {
  await carry(page, frame, from, to);
  await page.mouse.up();
}

/** As `drag`, with the button still down at the end. */
export async function carry(page: Page, frame: Frame, from: Locator, to: Locator): Promise<void> {
  const { mouse } = page;
  const start = await middleOf(from);
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(start.x + 12, start.y + 12, { steps: 4 });
  await frame.locator("[data-dragging]").waitFor();
  await to.waitFor();
  await eventually("the pointer is over the target", async () => {
    const end = await middleOf(to);
    await mouse.move(end.x, end.y, { steps: 8 });
    // Near an edge the bench scrolls in every frame, and a busy machine takes its time for one.
    await page.waitForTimeout(150);
    const over = await to.evaluate((one) => one.closest("[data-slot]")?.hasAttribute("data-over"));
    const now = await middleOf(to);
    const still = Math.hypot(now.x - end.x, now.y - end.y) < 1;
    if (!over || !still) throw new Error("the bench scrolls it away");
  });
}

/** The board may be drawn anew while somebody looks at it. */
async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  return eventually("what is to be dragged from or to is visible", async () => {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error("it is not");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
}
