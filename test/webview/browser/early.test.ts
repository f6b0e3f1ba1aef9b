import AxeBuilder from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import type { KitField } from "../../../webview/ui/elements.ts";
import type { ThemeName } from "../themes.ts";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();
const everyTheme: readonly ThemeName[] = ["light", "dark", "hcDark", "hcLight"];

type Boxes = Readonly<Record<string, readonly number[]>>;

/** Where everything of the toolbar is that can be pressed or read, and the first device below it. */
async function boxesOf({ page }: BenchPage): Promise<Boxes> {
  return page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll(
        ".toolbar :is(h1, button, .summary > *, .actions vscode-button, .filters > *)",
      ),
      ...document.querySelectorAll(".toolbar svg, .bench .device"),
    ];
    const boxes = shown.map((one, at) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [`${at} ${one.localName} ${one.textContent?.trim()}`, [left, top, width, height]];
    });
    return Object.fromEntries(boxes);
  });
}

/** Checks that nothing is more than two pixels away from where it was. */
function checkStill(before: Boxes, after: Boxes) {
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const moved = Object.entries(before).filter(([name, box]) =>
    box.some((value, side) => Math.abs(value - (after[name]?.[side] ?? Number.NaN)) > 2),
  );
  expect(moved.map(([name, box]) => `${name}: ${box} → ${after[name]}`)).toEqual([]);
}

/** The places that were asked for, without previews and reveals. */
async function moves(bench: BenchPage): Promise<unknown[]> {
  return (await bench.posted()).filter((message) => (message as { type: string }).type === "move");
}

async function isEarly({ page }: BenchPage): Promise<boolean> {
  return page.evaluate(
    () => customElements.get("vscode-button") === undefined && document.querySelector(".sockets") === null,
  );
}

describe("webview/early", { timeout: 60_000 }, () => {
  test.each(everyTheme)(
    "before the kit is awake the page can be read, and nothing moves after: %s",
    async (theme) => {
      for (const width of [1200, 640, 360]) {
        const bench = await open({ theme, width, held: true });
        expect(await isEarly(bench)).toBe(true);
        const { violations } = await new AxeBuilder({ page: bench.page })
          .withRules("color-contrast")
          .analyze();
        expect(violations.flatMap((rule) => rule.nodes.map((node) => node.target.join(" ")))).toEqual([]);
        const before = await boxesOf(bench);
        await bench.finish();
        checkStill(before, await boxesOf(bench));
        expect(await bench.violations()).toEqual([]);
        await bench.close();
      }
    },
  );

  test("what was kept of the filters is told before the kit is awake, too", async () => {
    const filter = { query: "net", family: "pci", onlyProblems: true, onlyUnpinned: false } as const;
    const bench = await open({ held: true, saved: { filter, collapsed: [], openRuns: [] } });
    const { page } = bench;
    const written = (selector: string, part: string) =>
      page.locator(selector).evaluate((one, pseudo) => getComputedStyle(one, pseudo).content, part);
    expect(await page.locator("vscode-dropdown").innerText()).toBe("PCI");
    expect(await written("vscode-text-field", "::after")).toBe('"net"');
    const before = await boxesOf(bench);
    await bench.finish();
    checkStill(before, await boxesOf(bench));
    expect(await page.locator("vscode-dropdown").evaluate((one: KitField) => one.value)).toBe("pci");
    expect(await page.getByRole("textbox", { name: "Search devices" }).inputValue()).toBe("net");
    expect(await page.getByRole("checkbox", { name: "Problems" }).isChecked()).toBe(true);
    expect(await page.getByRole("checkbox", { name: "Unpinned" }).isChecked()).toBe(false);
    await bench.close();
  });

  test("a device is carried by keyboard into a folded run before the run has its sockets", async () => {
    const bench = await open({ held: true });
    await bench.chip("video").focus();
    for (const key of ["Enter", "ArrowRight"]) await bench.page.keyboard.press(key);
    for (let step = 0; step < 40 && !(await bench.said()).includes("pcie.0 slot 05"); step += 1)
      await bench.page.keyboard.press("ArrowRight");
    expect(await bench.page.locator("[data-over=yes]").getAttribute("data-slot")).toBe("pcie.0/05");
    expect(await bench.page.locator("[data-over=yes]").isVisible()).toBe(true);
    await bench.page.keyboard.press("Enter");
    await expect
      .poll(() => moves(bench))
      .toEqual([{ type: "move", version: 1, device: "video", slot: "pcie.0/05" }]);
    await bench.finish();
    expect(await bench.focused()).toBe("video");
    await bench.close();
  });

  test("a device is carried by mouse into a folded run before the run has its sockets", async () => {
    const bench = await open({ held: true, height: 1200 });
    await carryTo(bench, "video", "pcie.0/05");
    await bench.page.mouse.up();
    await expect
      .poll(() => moves(bench))
      .toEqual([{ type: "move", version: 1, device: "video", slot: "pcie.0/05" }]);
    await bench.close();
  });

  test("the page goes on under a drag that began before it was whole", async () => {
    const bench = await open({ held: true, height: 1200 });
    await carryTo(bench, "video", "pcie.0/05");
    await bench.finish();
    expect(await bench.page.locator("[data-dragging=pointer]").count()).toBe(1);
    expect(await bench.page.locator("[data-over=yes]").getAttribute("data-slot")).toBe("pcie.0/05");
    await bench.page.keyboard.press("Escape");
    await bench.page.mouse.up();
    expect(await moves(bench)).toEqual([]);
    await bench.close();
  });

  test("the buttons of the toolbar answer before the kit is awake", async () => {
    const bench = await open({ held: true });
    await bench.page.locator("vscode-button[title=Undo]").click();
    await bench.page.locator("vscode-button", { hasText: "Pin all" }).click();
    await bench.page.getByRole("dialog").waitFor();
    expect((await bench.posted()).map((message) => (message as { type: string }).type)).toContain("undo");
    await bench.finish();
    await bench.page.getByRole("button", { name: /^Write/ }).waitFor();
    await bench.close();
  });
});
