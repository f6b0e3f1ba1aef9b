import AxeBuilder from "@axe-core/playwright";
import { PNG } from "pngjs";
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

/** The contrast of the darkest and the brightest pixel of a picture, as WCAG counts it: 1 to 21. */
function contrastOf(png: Buffer): number {
  const { data } = PNG.sync.read(png);
  const lights = Array.from({ length: data.length / 4 }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = [...data.subarray(at * 4, at * 4 + 3)].map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/** How much light a channel of 0 to 255 gives, from 0 to 1. */
function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** The buttons as the browser hands them to a screen reader, by how their names begin. */
async function toldOf({ page }: BenchPage) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const buttons = nodes
    .filter((node) => !node.ignored && node.role?.value === "button")
    .map((node) => ({ name: String(node.name?.value), description: node.description?.value }));
  return (start: string) => buttons.find(({ name }) => name.startsWith(start));
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

  test("where the system replaces the colours, every picture is still to be seen", async () => {
    const bench = await open({ theme: "hcDark", height: 700, forcedColors: true });
    const pictures = {
      kind: bench.device("net0").locator(".kind-icon"),
      lock: bench.device("net0").locator(".glyph-lock"),
      dots: bench.device("net0").locator(".dots"),
      severity: bench.device("net1").locator(".problem .glyph").first(),
      overview: bench.page.locator(".overview-marks").nth(1),
    };
    for (const [name, picture] of Object.entries(pictures))
      expect(contrastOf(await picture.screenshot()), name).toBeGreaterThan(7);
    await checkAccessible(bench);
    await bench.close();
  });

  test("a screen reader is told what a card shows, why its device is there and what is wrong", async () => {
    const bench = await open();
    const told = await toldOf(bench);
    expect(told("net0 01:00.0")).toEqual({
      name: "net0 01:00.0 virtio · 52:54:00:6b:3c:58",
      description: "Pinned at 0000:01:00.0. In a Linux guest: enp1s0 (predicted from the address).",
    });
    expect(told("usb0 02:00.0")).toEqual({
      name: "usb0 02:00.0 qemu-xhci auto",
      description:
        "libvirt would choose 0000:02:00.0. The first root port with a free slot, in the order of the file.",
    });
    expect(told("vdb 04:00.0")?.description).toContain("error: 0000:04:00.0 is also the address of net1.");
    expect(told(".0 pci.1")?.description).toBe("pcie-root-port. Pinned at 0000:00:02.0.");
    await bench.chip("net0").focus();
    await bench.page.keyboard.press("Control+x");
    expect((await toldOf(bench))("net0 01:00.0")?.description).toMatch(/^Cut\. Pinned/);
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
