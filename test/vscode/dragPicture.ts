import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { root } from "../../scripts/paths.mjs";
import { animate, type Still } from "./animation.ts";
import { chip } from "./bench.ts";
import { eventually, Workbench } from "./harness.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How many pictures the way of the hand takes. */
const steps = 7;

/**
 * README's animation of a drag, from the real VS Code: two cards share an address, one of them is dragged to a free
 * slot, and its address in the text follows. Gives the file.
 */
export async function takeDragPicture(): Promise<string> {
  const workbench = await Workbench.start({
    viewport: { width: 1280, height: 720 },
    settings: { "editor.minimap.enabled": false, "libvirt.inlayHints": false, "breadcrumbs.enabled": false },
  });
  try {
    const frame = await openBench(workbench);
    const file = path.join(root, "media/slot-editor-drag.png");
    await writeFile(file, animate(await filmDrag(workbench, frame)));
    return file;
  } finally {
    await workbench.close();
  }
}

async function openBench(workbench: Workbench): Promise<Frame> {
  await workbench.executeCommand("workbench.action.closeSidebar");
  await workbench.open("template-copy.xml");
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  const frame = await workbench.webview("[data-device='interface-1']");
  await frame.locator(".problem-error").first().waitFor();
  await workbench.inHost((api) => {
    const editor = api.window.visibleTextEditors[0];
    editor?.revealRange(new api.Range(13, 0, 37, 0), api.TextEditorRevealType.AtTop);
  }, null);
  await workbench.executeCommand("notifications.clearAll");
  return frame;
}

async function filmDrag(workbench: Workbench, frame: Frame): Promise<Still[]> {
  const { page } = workbench;
  const stills: Still[] = [];
  const shoot = async (milliseconds: number) => {
    stills.push({ png: await page.screenshot({ caret: "hide", animations: "disabled" }), milliseconds });
  };
  const moveTo = async (to: Point) => {
    await page.mouse.move(to.x, to.y);
    await drawHand(page, to);
  };
  const start = await middleOf(chip(frame, "interface-1"));
  await moveTo({ x: start.x - 180, y: start.y + 120 });
  await page.locator(".workbench-hover").waitFor({ state: "hidden" });
  await page.locator(".monaco-editor .scrollbar.visible").first().waitFor({ state: "hidden" });
  await shoot(1800);
  await moveTo(start);
  await shoot(700);
  await page.mouse.down();
  await moveTo({ x: start.x + 14, y: start.y + 10 });
  await frame.locator("[data-dragging]").waitFor();
  await shoot(1500);
  const target = frame.locator("[data-slot='pci:0:06']").first();
  const end = await middleOf(target);
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    await moveTo({ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part });
    if (step < steps) await shoot(90);
  }
  await frame.locator("[data-slot='pci:0:06'][data-over]").waitFor();
  await shoot(1300);
  await page.mouse.up();
  await frame.locator("[data-slot='pci:0:06'] [data-device='interface-1']").waitFor();
  await eventually("the text and its problems follow", async () => {
    if (!(await workbench.text("template-copy.xml")).includes("slot='0x06'")) throw new Error("not yet");
    const found = await workbench.diagnostics("template-copy.xml");
    if (found.some(({ severity }) => severity === "error")) throw new Error("a problem is left");
  });
  await frame.locator(".problem-error").first().waitFor({ state: "detached" });
  await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  await page.locator(".codelens-decoration").getByText("26 free slots").waitFor();
  await shoot(3000);
  return stills;
}

async function middleOf(target: Locator): Promise<Point> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("what is to be filmed is not visible");
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** A browser without a screen draws no pointer: an arrow of our own stands where it is. */
async function drawHand(page: Page, { x, y }: Point): Promise<void> {
  await page.evaluate(
    ([left, top]) => {
      const space = "http://www.w3.org/2000/svg";
      const id = "filmed-pointer";
      let hand = document.getElementById(id);
      if (hand === null) {
        const svg = document.createElementNS(space, "svg");
        const arrow = document.createElementNS(space, "path");
        arrow.setAttribute("d", "M1 1 L1 20 L6 15.5 L9.5 23 L12.5 21.5 L9 14.5 L16 14 Z");
        arrow.setAttribute("fill", "white");
        arrow.setAttribute("stroke", "black");
        svg.append(arrow);
        hand = document.createElement("div");
        hand.id = id;
        Object.assign(hand.style, {
          position: "fixed",
          zIndex: "1000000",
          pointerEvents: "none",
          width: "24px",
        });
        hand.append(svg);
        document.body.append(hand);
      }
      Object.assign(hand.style, { left: `${left}px`, top: `${top}px` });
    },
    [x, y] as const,
  );
}
