import AxeBuilder from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { bundleWebview } from "../devPage.ts";
import type { ThemeName } from "../themes.ts";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();
const everyTheme: readonly ThemeName[] = ["light", "dark", "hcDark", "hcLight"];

/** Checks that axe finds nothing to complain about, and tells what it found in a line each. */
async function checkAccessible(bench: BenchPage) {
  const { violations } = await new AxeBuilder({ page: bench.page }).analyze();
  const lines = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`),
  );
  expect(lines).toEqual([]);
}

describe("webview/look", { timeout: 90_000 }, () => {
  test.each(everyTheme)("the policy holds and axe finds nothing: %s", async (theme) => {
    const bench = await open({ theme });
    expect(await bench.violations()).toEqual([]);
    await checkAccessible(bench);
    await bench.close();
  });

  test.each(["light", "hcDark"] as const)("menus, lists and notices are as clean: %s", async (theme) => {
    const bench = await open({ theme, board: "smallPc", width: 600 });
    await bench.send({ type: "refused", reason: "The text changed meanwhile." });
    await bench.device("net0").locator(".more").click();
    await bench.page.getByRole("menuitem", { name: "Move to…" }).waitFor();
    await checkAccessible(bench);
    await bench.page.getByRole("menuitem", { name: "Move to…" }).click();
    await bench.page.keyboard.press("ArrowDown");
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test.each(everyTheme)("selections, offers, cards and forecasts are as clean: %s", async (theme) => {
    const bench = await open({ theme });
    const { page } = bench;
    await bench.chip("net0").click({ modifiers: ["Control"] });
    await bench.chip("usb").click({ modifiers: ["Control"] });
    await page.getByRole("button", { name: "Add controller…" }).click();
    await page.getByRole("menuitem", { name: /Root port/ }).waitFor();
    await checkAccessible(bench);
    await page.keyboard.press("Escape");
    await bench.chip("net0").click();
    await page.mouse.move(2, 2);
    await bench.chip("net0").hover();
    await page.locator(".hover-card").waitFor();
    await checkAccessible(bench);
    await bench.chip("net2").focus();
    for (const key of ["Enter", "Shift+ArrowDown", "Enter"]) await page.keyboard.press(key);
    await page.getByRole("menuitem", { name: "Join net0 as function 1" }).waitFor();
    await checkAccessible(bench);
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test("a whole drag breaks no rule of the policy", async () => {
    const bench = await open();
    await carryTo(bench, "net2", "pci.9/00");
    await bench.page.mouse.up();
    await bench.slot("pci.9/00").locator("[data-device=net2]").waitFor();
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test("without a board the page says why", async () => {
    const bench = await open({ query: "&empty=1" });
    expect(await bench.page.getByRole("main").innerText()).toBe("This is not a domain.");
    await checkAccessible(bench);
    await bench.close();
  });

  test("a read-only board says so and moves nothing", async () => {
    const bench = await open({ query: "&readOnly=1" });
    expect(await bench.page.locator(".banner").innerText()).toBe(
      "This is an old revision: nothing can be moved.",
    );
    await bench.chip("net0").focus();
    await bench.page.keyboard.press("Enter");
    expect(await bench.page.locator("[data-dragging]").count()).toBe(0);
    expect(await bench.posted()).toEqual([]);
    await bench.close();
  });

  test("everything that can be pressed is at least 24 pixels each way", async () => {
    const bench = await open();
    const small = await bench.page
      .locator("button, vscode-button, vscode-checkbox, input")
      .evaluateAll((all) =>
        all
          .filter((one) => one.getRootNode() === document)
          .map((one) => ({ box: one.getBoundingClientRect(), name: one.className || one.textContent }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ box, name }) => `${name}: ${box.width} by ${box.height}`),
      );
    expect(small).toEqual([]);
    await bench.close();
  });

  test("nothing is cut off sideways in a narrow panel or at 200 % zoom", async () => {
    for (const width of [320, 450]) {
      const bench = await open({ width, height: 450 });
      const wide = await bench.page.evaluate(() => {
        const scroll = document.querySelector(".scroll");
        return [
          document.documentElement.scrollWidth - innerWidth,
          (scroll?.scrollWidth ?? 0) - (scroll?.clientWidth ?? 0),
        ];
      });
      expect(Math.max(...wide)).toBeLessThanOrEqual(0);
      await bench.close();
    }
  });

  test("given, assigned, implied and reserved differ in line and in word", async () => {
    const bench = await open();
    const look = async (key: string) => ({
      line: await bench.device(key).evaluate((one) => getComputedStyle(one).borderTopStyle),
      word: await bench.device(key).locator(".tag").allInnerTexts(),
    });
    expect(await look("net0")).toEqual({ line: "solid", word: [] });
    expect(await look("usb")).toEqual({ line: "dashed", word: ["auto"] });
    expect(await look("balloon")).toEqual({ line: "dotted", word: ["implied"] });
    expect(await bench.device("net0").locator(".glyph-lock").count()).toBe(1);
    expect(await bench.slot("pcie.0/00").innerText()).toContain("The host bridge of the machine sits here.");
    await bench.close();
  });

  test("moving the pointer over a large board draws nothing anew but what it foretells", async () => {
    const bench = await open({ board: "hugeBoard" });
    const { page } = bench;
    expect(await page.locator("[data-slot]").count()).toBe(2000);
    await carryTo(bench, "net0", "pci.0/02");
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const isForetold = (node: Node) =>
        node instanceof Element && node.matches(".carry-shifts, .shift-mark, .arrivals");
      const isAside = ({ addedNodes, removedNodes }: MutationRecord) =>
        [...addedNodes, ...removedNodes].some(isForetold);
      new MutationObserver((records) =>
        seen.push(...records.filter((one) => !isAside(one)).map((one) => one.attributeName ?? one.type)),
      ).observe(document.querySelector(".bench") ?? document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    for (let x = 100; x < 500; x += 20) await page.mouse.move(x, 300);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).toEqual(new Set(["data-over"]));
    await page.mouse.up();
    await bench.close();
  });

  test("the bundle stays within its budget", async () => {
    const { scripts } = await bundleWebview();
    const sizes = Object.values(scripts).map((script) => script.length);
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(560_000);
  });
});
