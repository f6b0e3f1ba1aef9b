import AxeBuilder from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import type { ThemeName } from "../themes.ts";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();
const everyTheme: readonly ThemeName[] = ["light", "dark", "hcDark", "hcLight"];

async function openHuge(): Promise<BenchPage> {
  const bench = await open({ board: "hugeBoard" });
  await bench.page.locator(".overview").waitFor();
  return bench;
}

const row = ({ page }: BenchPage, bus: string) => page.locator(`[data-overview="${bus}"]`);
const scrollTop = ({ page }: BenchPage) => page.locator(".scroll").evaluate((box) => box.scrollTop);

/** Whether the top of a bus is within the window. */
const isInView = ({ page }: BenchPage, bus: string) =>
  page.locator(`[data-bus="${bus}"]`).evaluate((element) => {
    const frame = element.closest(".scroll")?.getBoundingClientRect();
    const { top } = element.getBoundingClientRect();
    return frame !== undefined && top >= frame.top - 1 && top < frame.bottom;
  });

describe("webview/overview", { timeout: 90_000 }, () => {
  test.each(everyTheme)("is clean in %s", async (theme) => {
    const bench = await open({
      theme,
      height: 400,
      width: theme === "light" || theme === "hcDark" ? 1200 : 900,
    });
    await row(bench, "scsi0").focus();
    const { violations } = await new AxeBuilder({ page: bench.page }).include(".overview").analyze();
    expect(violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}`))).toEqual([]);
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test("is not there for a board that is hardly higher than its window", async () => {
    const bench = await open({ board: "smallPc", height: 900 });
    await bench.page.waitForTimeout(200);
    expect(await bench.page.locator(".overview").count()).toBe(0);
    await bench.page.setViewportSize({ width: 900, height: 250 });
    await bench.page.locator(".overview").waitFor();
    await bench.close();
  });

  test("a press scrolls there, a drag takes the board along, and the window on it follows", async () => {
    const bench = await openHuge();
    const { page } = bench;
    const target = await row(bench, "pci.7").boundingBox();
    if (target === null) throw new Error("the row is not drawn");
    const at = { x: target.x + 20, y: target.y + 8 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    expect(await isInView(bench, "pci.7")).toBe(true);
    const before = await scrollTop(bench);
    await page.mouse.move(at.x, at.y + 120, { steps: 6 });
    await page.mouse.up();
    expect(await scrollTop(bench)).toBeGreaterThan(before + 300);
    await page.waitForTimeout(100);
    expect(await page.locator(".overview-row[aria-current]").count()).toBeGreaterThan(0);
    const shown = await page.locator(".overview-window").boundingBox();
    expect(shown?.y).toBeGreaterThan(90);
    await bench.close();
  });

  test("the window on it begins at the marks of the slots that the board begins with", async () => {
    const bench = await openHuge();
    for (const slot of ["pci.5/0c", "pci.41/0c", "pci.60/00"]) {
      const [bus, number] = slot.split("/");
      const line = Math.floor(Number.parseInt(number ?? "", 16) / 12);
      // Buses that come into view are laid out then and may push the slot away, so it is scrolled to until it stays.
      const offBy = async () => {
        await bench.slot(slot).evaluate((one) => one.scrollIntoView({ block: "start", behavior: "instant" }));
        await bench.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
        const wanted = await row(bench, bus ?? "")
          .locator(".overview-marks")
          .evaluate((marks, at) => {
            const { top, height } = marks.getBoundingClientRect();
            return top + (at * height) / ((marks as SVGSVGElement).viewBox.baseVal.height / 8);
          }, line);
        const shown = await bench.page.locator(".overview-window").boundingBox();
        return Math.abs((shown?.y ?? 0) - wanted);
      };
      await expect.poll(offBy, { timeout: 5000 }).toBeLessThan(3);
    }
    await bench.close();
  });

  test("arrow keys go from bus to bus, and Enter goes to the first device there", async () => {
    const bench = await openHuge();
    const { page } = bench;
    await row(bench, "pci.0").focus();
    for (let times = 0; times < 5; times++) await page.keyboard.press("ArrowDown");
    expect(await isInView(bench, "pci.5")).toBe(true);
    await page.keyboard.press("Enter");
    expect(await bench.focused()).toBe("net5");
    await row(bench, "pci.5").focus();
    await page.keyboard.press("End");
    expect(await isInView(bench, "pci.0")).toBe(false);
    expect(await page.locator(".overview-row[tabindex='0']").count()).toBe(1);
    await bench.close();
  });

  test("while a device is carried, buses that take it stand out, and resting on the map scrolls there", async () => {
    const bench = await openHuge();
    const { page } = bench;
    await carryTo(bench, "net0", "pci.0/02");
    await page.locator(".overview-row[data-hosts=yes]").first().waitFor();
    const target = await row(bench, "pci.9").boundingBox();
    if (target === null) throw new Error("the row is not drawn");
    await page.mouse.move(target.x + 20, target.y + 8, { steps: 3 });
    expect(await scrollTop(bench)).toBeGreaterThan(1000);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect(await page.locator("[data-hosts]").count()).toBe(0);
    await bench.close();
  });
});
