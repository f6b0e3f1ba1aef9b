import { describe, expect, test } from "vitest";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();

/** What every way of dropping rng on function 3 of the graphics card's slot asks for. */
const wanted = {
  type: "arrange",
  version: 1,
  places: [{ device: "rng", slot: "pci.5/00", function: 3 }],
};

const asked = async (bench: BenchPage) =>
  (await bench.posted()).find((message) => (message as { type: string }).type === "arrange");

describe("webview/functions", { timeout: 90_000 }, () => {
  test("a device is dropped on one function of a slot by mouse", async () => {
    const bench = await open();
    await carryTo(bench, "rng", "pci.5/00#3");
    expect(await bench.slot("pci.5/00#3").getAttribute("data-over")).toBe("yes");
    expect(await bench.said()).toBe("pci.5 slot 00 function 3, allowed.");
    await bench.page.mouse.up();
    await bench.slot("pci.5/00").locator("[data-device=rng]").waitFor();
    expect(await asked(bench)).toEqual(wanted);
    await bench.close();
  });

  test("by keyboard", async () => {
    const bench = await open();
    const { page } = bench;
    await bench.chip("rng").focus();
    await page.keyboard.press("Enter");
    for (let times = 0; times < 60; times++) {
      await page.keyboard.press("ArrowLeft");
      if ((await bench.said()).startsWith("pci.5 slot 00 function 3")) break;
    }
    await page.keyboard.press("Enter");
    await bench.slot("pci.5/00").locator("[data-device=rng]").waitFor();
    expect(await asked(bench)).toEqual(wanted);
    await bench.close();
  });

  test("by menu", async () => {
    const bench = await open();
    const { page } = bench;
    await bench.device("rng").locator(".more").click();
    await page.getByRole("menuitem", { name: "Move to…" }).click();
    await page.keyboard.type("pci.5 function 3");
    await page.getByRole("option", { name: "pci.5 slot 00 function 3 beside GPU 01:00.0" }).waitFor();
    await page.keyboard.press("Enter");
    await bench.slot("pci.5/00").locator("[data-device=rng]").waitFor();
    expect(await asked(bench)).toEqual(wanted);
    await bench.close();
  });

  test("each function is large enough to be hit", async () => {
    const bench = await open();
    const box = await bench.slot("pci.5/00#3").boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await bench.close();
  });
});
