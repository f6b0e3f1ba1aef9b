import { describe, expect, test } from "vitest";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();

/** Checks that exactly these edits were asked for; previews and reveals are no edits. */
async function checkEdits(bench: BenchPage, ...edits: readonly unknown[]) {
  const asked = async () =>
    (await bench.posted()).filter(
      (message) => typeof message === "object" && message !== null && "version" in message,
    );
  await expect.poll(asked).toEqual(edits);
}

const arrange = (...places: readonly (readonly [string, string, number?])[]) => ({
  type: "arrange",
  version: 1,
  places: places.map(([device, slot, fn]) => ({ device, slot, ...(fn !== undefined && { function: fn }) })),
});

const chosen = (bench: BenchPage) =>
  bench.page
    .locator("[data-selected]")
    .evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset.device));

describe("webview/gestures on taken slots", { timeout: 60_000 }, () => {
  test("by mouse: a drop on a disk offers a swap", async () => {
    const bench = await open();
    await carryTo(bench, "sda", "scsi0/0:0:4");
    expect(await bench.slot("scsi0/0:0:4").getAttribute("data-over")).toBe("offer");
    expect(await bench.said()).toBe("scsi0 slot 0:0:4. Taken by sdc. Drop to choose: Swap with sdc.");
    await bench.page.mouse.up();
    await bench.page.getByRole("menuitem", { name: "Swap with sdc" }).click();
    await checkEdits(bench, arrange(["sda", "scsi0/0:0:4"], ["sdc", "scsi0/0:0:0"]));
    await bench.slot("scsi0/0:0:0").locator('[data-device="sdc"]').waitFor();
    await bench.close();
  });

  test("by keyboard: Shift with arrows goes to taken slots, and the menu of offers has the focus", async () => {
    const bench = await open();
    await bench.chip("net2").focus();
    await bench.page.keyboard.press("Enter");
    await bench.page.keyboard.press("Shift+ArrowDown");
    expect(await bench.said()).toBe("pci.1 slot 00. Taken by net0. Drop to choose: Join net0 as function 1.");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByRole("menuitem", { name: "Join net0 as function 1" }).waitFor();
    await bench.page.keyboard.press("Enter");
    await checkEdits(bench, arrange(["net2", "pci.1/00", 1]));
    await expect.poll(() => bench.focused()).toBe("net2");
    await bench.slot("pci.1/00").locator(".free-function").first().waitFor();
    await bench.close();
  });

  test("by menu: Move to… lists swaps", async () => {
    const bench = await open();
    await bench.chip("sda").focus();
    await bench.page.keyboard.press("Shift+F10");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByRole("combobox", { name: "Move sda to" }).fill("swap with sdb");
    await bench.page.keyboard.press("Enter");
    await checkEdits(bench, arrange(["sda", "scsi0/0:0:1"], ["sdb", "scsi0/0:0:0"]));
    await bench.close();
  });

  test("Escape in the list of offers leaves everything where it is", async () => {
    const bench = await open();
    await carryTo(bench, "sda", "scsi0/0:0:4");
    await bench.page.mouse.up();
    await bench.page.getByRole("menuitem", { name: "Swap with sdc" }).waitFor();
    await bench.page.keyboard.press("Escape");
    expect(await bench.focused()).toBe("sda");
    await checkEdits(bench);
    await bench.close();
  });

  test("over a taken slot the board tells what the first offer would do, and asks once however the pointer trembles", async () => {
    const bench = await open();
    const { page } = bench;
    await carryTo(bench, "sda", "scsi0/0:0:4");
    const words = "Swap with sdc: sdc moves 0:0:0:4 → scsi0/0:0:0; nothing else moves";
    await expect.poll(() => page.locator(".carry-shifts").innerText()).toContain(words);
    expect(await page.locator(".ghost-note").innerText()).toBe(words);
    await expect.poll(() => page.locator("[aria-live=polite]").innerText()).toBe(`${words}.`);
    const box = await bench.chip("sdc").boundingBox();
    for (let step = 1; step < 9; step++) await page.mouse.move((box?.x ?? 0) + 20 + step, (box?.y ?? 0) + 14);
    await page.waitForTimeout(300);
    const asked = (await bench.posted()).filter((one) => (one as { type: string }).type === "preview");
    expect(asked).toEqual([
      { type: "preview", id: 1, edit: arrange(["sda", "scsi0/0:0:4"], ["sdc", "scsi0/0:0:0"]) },
    ]);
    await page.keyboard.press("Escape");
    expect(await page.locator(".ghost-note").count()).toBe(0);
    await page.mouse.up();
    await bench.close();
  });

  test.each([360, 640, 1200])("what hangs from the pointer stays in a window %i wide", async (width) => {
    const bench = await open({ width, height: 560 });
    const { page } = bench;
    await carryTo(bench, "video", "pci.1/00");
    const load = page.locator(".ghost-load");
    await page.locator(".ghost-note").waitFor();
    for (const [x, y] of [
      [width - 4, 300],
      [width / 2, 540],
      [width - 4, 556],
    ] as const) {
      await page.mouse.move(x, y);
      const box = await load.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(560);
    }
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await bench.close();
  });

  test("over a ghost the board tells who would move along", async () => {
    const bench = await open();
    await carryTo(bench, "net2", "pci.2/00");
    expect(await bench.slot("pci.2/00").getAttribute("data-over")).toBe("yes");
    await expect
      .poll(() => bench.page.locator(".carry-shifts").innerText())
      .toContain("usb0 moves 00:04.0 → 00:05.0");
    await expect
      .poll(() => bench.page.locator("[aria-live=polite]").innerText())
      .toContain("usb0 moves 00:04.0 → 00:05.0.");
    await bench.page.keyboard.press("Escape");
    await bench.page.mouse.up();
    await bench.close();
  });
});

describe("webview/gestures with several devices", { timeout: 60_000 }, () => {
  test("by mouse: Ctrl and Shift click select, a drag takes all along into free slots", async () => {
    const bench = await open();
    await bench.chip("sda").click({ modifiers: ["Control"] });
    await bench.chip("sdb").click({ modifiers: ["Control"] });
    expect(await chosen(bench)).toEqual(["sda", "sdb"]);
    expect(await bench.said()).toBe("2 devices selected.");
    await carryTo(bench, "sda", "scsi0/0:0:7");
    expect(await bench.page.locator(".ghost-chip").innerText()).toContain("2 devices");
    await bench.page.mouse.up();
    await checkEdits(bench, arrange(["sda", "scsi0/0:0:7"], ["sdb", "scsi0/0:0:8"]));
    expect(await chosen(bench)).toEqual(["sda", "sdb"]);
    await bench.close();
  });

  test("Shift click selects everything between, a plain click lets go", async () => {
    const bench = await open();
    await bench.chip("sda").focus();
    await bench.chip("sdc").click({ modifiers: ["Shift"] });
    expect(await chosen(bench)).toEqual(["sda", "sdb", "sdc"]);
    await bench.chip("sdb").click();
    expect(await chosen(bench)).toEqual([]);
    await bench.close();
  });

  test("by keyboard: Shift with arrows selects, Delete unpins all at once, Escape lets go", async () => {
    const bench = await open();
    await bench.chip("sda").focus();
    await bench.page.keyboard.press("Shift+ArrowRight");
    expect(await chosen(bench)).toEqual(["sda", "sdb"]);
    expect(await bench.focused()).toBe("sdb");
    await bench.page.keyboard.press("Control+Space");
    expect(await chosen(bench)).toEqual(["sda"]);
    await bench.page.keyboard.press("Control+Space");
    const pinned = await bench.page.evaluate(() =>
      window.harness
        .board()
        .devices.filter(({ key, placement }) => /^sd[ab]$/.test(key) && placement === "given")
        .map(({ key }) => key),
    );
    await bench.page.keyboard.press("Delete");
    await checkEdits(bench, { type: "unpin", version: 1, devices: pinned });
    await bench.page.keyboard.press("Escape");
    expect(await chosen(bench)).toEqual([]);
    await bench.close();
  });

  test("the bar of a selection pins what is not pinned, in one edit", async () => {
    const bench = await open();
    await bench.chip("usb").click({ modifiers: ["Control"] });
    await bench.chip("rng").click({ modifiers: ["Control"] });
    await bench.page.locator(".selection-bar").getByText("Pin 2", { exact: true }).click();
    await expect.poll(async () => ((await bench.posted()).at(-1) as { type: string }).type).toBe("pin");
    await bench.close();
  });

  test("by mouse: function 0 takes its slot-mates along", async () => {
    const bench = await open();
    await carryTo(bench, "gpu", "pci.9/00");
    expect(await bench.device("gpu-audio").getAttribute("data-carried")).toBe("");
    await bench.page.mouse.up();
    await checkEdits(bench, arrange(["gpu", "pci.9/00", 0], ["gpu-audio", "pci.9/00", 1]));
    await bench.close();
  });

  test("by menu: functions of one slot move together", async () => {
    const bench = await open();
    await bench.chip("gpu").focus();
    await bench.page.keyboard.press("Shift+F10");
    await bench.page.getByRole("menuitem", { name: /Move together into one slot/ }).click();
    await bench.page.getByRole("combobox", { name: "Move 2 devices together to" }).fill("pci.9");
    await bench.page.keyboard.press("Enter");
    await checkEdits(bench, arrange(["gpu", "pci.9/00", 0], ["gpu-audio", "pci.9/00", 1]));
    await bench.close();
  });
});

describe("webview/gestures of the toolbar", { timeout: 60_000 }, () => {
  test("adds a controller and reserves hot-plug ports, by keyboard alone", async () => {
    const bench = await open();
    const button = bench.page.getByRole("button", { name: "Add controller…" });
    await button.focus();
    await bench.page.keyboard.press("Enter");
    await bench.page.getByRole("menuitem", { name: /Root port/ }).waitFor();
    await bench.page.keyboard.press("ArrowDown");
    await bench.page.keyboard.press("Escape");
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await bench.page.keyboard.press("Enter");
    await bench.page.keyboard.press("Enter");
    await checkEdits(bench, { type: "addController", version: 1, offer: "pcie-root-port" });
    await expect.poll(() => button.isEnabled()).toBe(true);
    await button.click();
    await bench.page.getByRole("spinbutton", { name: "Hot-plug ports" }).fill("4");
    await bench.page.keyboard.press("Enter");
    await checkEdits(
      bench,
      { type: "addController", version: 1, offer: "pcie-root-port" },
      { type: "reservePorts", version: 2, count: 4 },
    );
    await bench.close();
  });

  test("a resting pointer opens the card of a device", async () => {
    const bench = await open();
    await bench.chip("net0").hover();
    const card = bench.page.locator(".hover-card");
    await card.waitFor();
    expect(await card.innerText()).toContain("enp1s0 (predicted from the address)");
    await bench.page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test("the bar of what is carried lets the pointer through to the slots below it", async () => {
    const bench = await open({ height: 500 });
    await carryTo(bench, "net2", "pci.3/00");
    const under = await bench.page.locator(".carry-bar").evaluate((bar) => {
      const { left, right, top, bottom } = bar.getBoundingClientRect();
      const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return found !== null && !bar.contains(found);
    });
    expect(under).toBe(true);
    await bench.close();
  });
});
