import { describe, expect, test } from "vitest";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();

const size = ({ page }: BenchPage) => page.locator(".zoom-size").innerText();

async function turnWheel({ page }: BenchPage, pixels: number) {
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, pixels);
  await page.keyboard.up("Control");
}

/** Changes the size by message, as the commands of VS Code do. */
async function zoomTo(bench: BenchPage, to: "in" | "out", percent: string) {
  for (let times = 0; (await size(bench)) !== percent; times++) {
    expect(times).toBeLessThan(12);
    await bench.send({ type: "zoom", to });
    await bench.page.waitForTimeout(30);
  }
}

describe("webview/zoom", { timeout: 90_000 }, () => {
  test("buttons, wheel, a pinch on a touchpad and commands change the size, and it is said", async () => {
    const bench = await open();
    const { page } = bench;
    await page.getByRole("button", { name: "Zoom in" }).click();
    expect(await size(bench)).toBe("110%");
    expect(await bench.said()).toBe("Zoom 110%.");
    await page.getByRole("button", { name: "Back to 100%" }).click();
    await page.mouse.move(400, 500);
    await turnWheel(bench, -100);
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "110%");
    await turnWheel(bench, 10);
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "103%");
    await bench.send({ type: "zoom", to: "reset" });
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "100%");
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test("what is under the pointer stays there", async () => {
    const bench = await open({ board: "hugeBoard" });
    const { page } = bench;
    await page.locator(".scroll").evaluate((box) => box.scrollTo(0, 900));
    await page.waitForTimeout(100);
    const device = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>(".bench [data-device]")];
      return all.find((one) => one.getBoundingClientRect().top > 400)?.dataset.device ?? "";
    });
    const box = await bench.chip(device).boundingBox();
    const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
    await page.mouse.move(at.x, at.y);
    await turnWheel(bench, -100);
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "110%");
    const after = await bench.chip(device).boundingBox();
    expect(after?.y).toBeLessThan(at.y);
    expect((after?.y ?? 0) + (after?.height ?? 0)).toBeGreaterThan(at.y);
    await bench.close();
  });

  test("the size is there again after a reload", async () => {
    const bench = await open();
    await zoomTo(bench, "in", "150%");
    await bench.page.reload();
    await bench.page.waitForSelector(".bench .device");
    expect(await size(bench)).toBe("150%");
    await bench.close();
  });

  test.each([
    ["out", "67%"],
    ["in", "175%"],
  ] as const)("a drag hits the slot it is over when zoomed %s to %s", async (to, percent) => {
    const bench = await open({ width: 1300, height: 1700 });
    await zoomTo(bench, to, percent);
    await carryTo(bench, "usb", "pci.9/00");
    expect(await bench.page.locator("[data-over]").getAttribute("data-slot")).toBe("pci.9/00");
    await bench.page.mouse.up();
    await bench.slot("pci.9/00").locator("[data-device=usb]").waitFor();
    await bench.close();
  });

  test("nothing is cut off sideways, however large and narrow", async () => {
    const bench = await open({ width: 450, height: 450 });
    await zoomTo(bench, "in", "200%");
    const over = await bench.page
      .locator(".scroll")
      .evaluate((box) => [box.scrollWidth - box.clientWidth, document.body.scrollWidth - innerWidth]);
    expect(Math.max(...over)).toBeLessThanOrEqual(0);
    await bench.close();
  });
});
