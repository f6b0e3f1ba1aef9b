import { describe, expect, test } from "vitest";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();

/** Checks that exactly these messages were sent; forecasts are asked for whenever somebody rests. */
async function checkPosted(bench: BenchPage, ...messages: readonly unknown[]) {
  const isForecast = (message: unknown) => (message as { type: string }).type === "preview";
  await expect.poll(async () => (await bench.posted()).filter((one) => !isForecast(one))).toEqual(messages);
}

/** Checks that a device arrived in a slot, on the board after the answer, and still has the focus. */
async function checkArrived(bench: BenchPage, device: string, slot: string) {
  await bench.slot(slot).locator(`[data-device="${device}"]`).waitFor();
  await expect.poll(() => bench.focused()).toBe(device);
}

const move = (device: string, slot: string, version = 1) => ({ type: "move", version, device, slot });

describe("webview/move", { timeout: 60_000 }, () => {
  test("by mouse: from the tray into a root port, one intent, focus stays with the device", async () => {
    const bench = await open();
    await carryTo(bench, "net2", "pci.9/00");
    expect(await bench.said()).toBe("pci.9 slot 00, allowed.");
    expect(await bench.slot("pci.9/00").getAttribute("data-over")).toBe("yes");
    await bench.page.mouse.up();
    await checkPosted(bench, move("net2", "pci.9/00"));
    await checkArrived(bench, "net2", "pci.9/00");
    expect(await bench.page.locator("[data-dragging], [data-drop], [data-over]").count()).toBe(0);
    await bench.close();
  });

  test("by mouse: into a socket of a folded run, which opens by itself", async () => {
    const bench = await open();
    await carryTo(bench, "sdb", "scsi0/0:0:7");
    await bench.page.mouse.up();
    await checkPosted(bench, move("sdb", "scsi0/0:0:7"));
    await checkArrived(bench, "sdb", "scsi0/0:0:7");
    await bench.close();
  });

  test("allowed slots light up at once, all others are dimmed", async () => {
    const bench = await open();
    await carryTo(bench, "net2", "pci.9/00");
    const lit = await bench.page
      .locator('[data-drop="yes"]')
      .evaluateAll((slots) => slots.map((slot) => (slot as HTMLElement).dataset.slot));
    const functions = [2, 3, 4, 5, 6, 7].map((fn) => `pci.5/00#${fn}`);
    const ports = [6, 7, 8, 9, 10, 11, 12, 13, 14].map((port) => `pci.${port}/00`);
    expect(lit).toEqual(["pci.2/00", ...functions, ...ports]);
    const dimmed = bench.slot("pcie.0/01").locator(".device");
    expect(Number(await dimmed.evaluate((one) => getComputedStyle(one).opacity))).toBeLessThan(0.6);
    await bench.page.mouse.up();
    await bench.close();
  });

  test("a refused slot says why, to the eye and to the ear, and a drop there changes nothing", async () => {
    const bench = await open();
    await carryTo(bench, "net2", "pcie.0/00");
    const reason = "Devices plugged straight into the root complex cannot be exchanged while the guest runs.";
    await expect.poll(() => bench.page.locator(".ghost-reason").innerText()).toBe(reason);
    expect(await bench.said()).toBe(`pcie.0 slot 00, refused. ${reason}`);
    await bench.page.mouse.up();
    expect(await bench.said()).toBe(`${reason} net2 stays where it was.`);
    await checkPosted(bench);
    await bench.close();
  });

  test("Escape cancels a drag by mouse", async () => {
    const bench = await open();
    await carryTo(bench, "net2", "pci.9/00");
    await bench.page.keyboard.press("Escape");
    await bench.page.mouse.up();
    expect(await bench.page.locator("[data-dragging]").count()).toBe(0);
    expect(await bench.focused()).toBe("net2");
    await checkPosted(bench);
    await bench.close();
  });

  test("what is fixed does not follow the mouse and says why", async () => {
    const bench = await open();
    const box = await bench.chip("tpm").boundingBox();
    await bench.page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 12);
    await bench.page.mouse.down();
    await bench.page.mouse.move((box?.x ?? 0) - 60, (box?.y ?? 0) + 60, { steps: 4 });
    expect(await bench.page.locator(".notice").innerText()).toContain("A TPM has no address to choose.");
    await bench.page.mouse.up();
    await checkPosted(bench);
    await bench.close();
  });

  test("by keyboard: up and down keep to a column past rows where its slot is taken", async () => {
    const bench = await open({ board: "hugeBoard" });
    const { page } = bench;
    await bench.chip("net0").focus();
    for (const key of ["Enter", "Home", "ArrowRight"]) await page.keyboard.press(key);
    const over = () => page.locator("[data-over]").getAttribute("data-slot");
    const way = [await over()];
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"]) {
      await page.keyboard.press(key);
      way.push(await over());
    }
    const down = ["pci.0/01", "pci.0/03", "pci.0/06", "pci.0/0a"];
    expect(way).toEqual([...down, ...down.toReversed().slice(1)]);
    await bench.close();
  });

  test("by keyboard: pick up, walk the allowed slots, drop", async () => {
    const bench = await open();
    await bench.chip("usb").focus();
    await bench.page.keyboard.press("Enter");
    expect(await bench.said()).toBe(
      "Picked up usb0. 16 slots take it. Arrow keys choose, Enter drops, Escape cancels. With Shift they go to taken slots.",
    );
    await bench.page.keyboard.press("ArrowDown");
    expect(await bench.said()).toBe("pci.2 slot 00, allowed.");
    await bench.page.keyboard.press("ArrowRight");
    expect(await bench.said()).toBe("pci.5 slot 00 function 2, allowed.");
    for (let free = 3; free <= 8; free++) await bench.page.keyboard.press("ArrowRight");
    expect(await bench.said()).toBe("pci.6 slot 00, allowed.");
    await bench.page.keyboard.press("End");
    expect(await bench.said()).toBe("pci.14 slot 00, allowed.");
    await bench.page.keyboard.press("ArrowRight");
    expect(await bench.said()).toBe("No further free slot that way.");
    await bench.page.keyboard.press("ArrowLeft");
    await bench.page.keyboard.press("Enter");
    await checkPosted(bench, move("usb", "pci.13/00"));
    await checkArrived(bench, "usb", "pci.13/00");
    await bench.close();
  });

  test("by keyboard: up and down go by the rows on the screen and pass a shared slot in one step", async () => {
    const bench = await open();
    const { page } = bench;
    await bench.chip("usb").focus();
    await page.keyboard.press("Enter");
    const way: (string | null)[] = [];
    for (const key of ["Down", "Down", "Down", "Down", "Up", "Up", "Left", "Up"]) {
      await page.keyboard.press(`Arrow${key}`);
      way.push(await page.locator("[data-over]").getAttribute("data-slot"));
    }
    expect(way.join(" ")).toBe("pci.2/00 pci.6/00 pci.8/00 pci.10/00 pci.8/00 pci.6/00 pci.5/00#7 pci.2/00");
    await bench.close();
  });

  test("by keyboard: Page keys go from bus to bus, and a closed bus opens when the walk comes to it", async () => {
    const bench = await open({ board: "hugeBoard" });
    const { page } = bench;
    const over = () => page.locator("[data-over]").getAttribute("data-slot");
    await page.locator("[data-bus='pci.2'] .bus-toggle").click();
    await bench.slot("pci.2/00").waitFor({ state: "hidden" });
    await bench.chip("net1").focus();
    for (const key of ["Enter", "PageDown"]) await page.keyboard.press(key);
    expect(await over()).toBe("pci.2/00");
    await bench.slot("pci.2/00").waitFor();
    for (const key of ["PageUp", "PageUp"]) await page.keyboard.press(key);
    expect(await over()).toBe("pci.0/00");
    await page.locator("[data-bus='pci.1'] .bus-toggle").click();
    for (const key of ["End", "Home", "PageDown"]) await page.keyboard.press(key);
    expect(await over()).toBe("pci.1/00");
    await bench.close();
  });

  test("by keyboard: Escape leaves everything and the focus where it was", async () => {
    const bench = await open();
    await bench.chip("usb").focus();
    await bench.page.keyboard.press("Space");
    await bench.page.keyboard.press("ArrowDown");
    await bench.page.keyboard.press("Escape");
    expect(await bench.said()).toBe("usb0 stays where it was.");
    expect(await bench.focused()).toBe("usb");
    await checkPosted(bench);
    await bench.close();
  });

  test("by menu: Move to… lists the allowed slots, then what can be done with taken ones, and searches them", async () => {
    const bench = await open();
    await bench.device("net2").getByRole("button", { name: "Actions for net2" }).click();
    await bench.page.getByRole("menuitem", { name: "Move to…" }).click();
    expect(await bench.page.getByRole("option").count()).toBe(20);
    expect(await bench.page.getByRole("option", { name: /makes way/ }).count()).toBe(4);
    expect(await bench.page.getByRole("option", { name: /Join .* as function/ }).count()).toBe(4);
    expect(await bench.page.getByRole("option", { name: /function . beside/ }).count()).toBe(6);
    expect(await bench.page.locator('[data-drop="yes"]').count()).toBe(16);
    await bench.page.keyboard.type("pci.12");
    await bench.page.keyboard.press("Enter");
    await checkPosted(bench, move("net2", "pci.12/00"));
    await checkArrived(bench, "net2", "pci.12/00");
    await bench.close();
  });

  test("by menu: a click on a lit slot of the board drops there, Escape gives the focus back", async () => {
    const bench = await open();
    await bench.chip("net2").focus();
    await bench.page.keyboard.press("Shift+F10");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByRole("combobox", { name: "Move net2 to" }).waitFor();
    await bench.page.keyboard.press("Escape");
    expect(await bench.focused()).toBe("net2");
    await bench.page.keyboard.press("Shift+F10");
    await bench.page.keyboard.press("Enter");
    await bench.slot("pci.9/00").click();
    await checkPosted(bench, move("net2", "pci.9/00"));
    await bench.close();
  });

  test("a second gesture waits until the first is on the board", async () => {
    const bench = await open();
    await bench.page.evaluate(() => {
      window.harness.answers = false;
    });
    await bench.chip("usb").focus();
    for (const key of ["Enter", "ArrowDown", "End", "Enter"]) await bench.page.keyboard.press(key);
    expect(await bench.device("usb").getAttribute("data-pending")).toBe("true");
    await bench.page.keyboard.press("Enter");
    expect(await bench.said()).toBe("usb0 cannot be moved. The last change is still on its way.");
    await checkPosted(bench, move("usb", "pci.14/00"));
    await bench.send({ type: "refused", reason: "The text changed meanwhile." });
    await expect.poll(() => bench.device("usb").getAttribute("data-pending")).toBeNull();
    expect(await bench.page.locator(".notice").innerText()).toContain("The text changed meanwhile.");
    expect(await bench.said()).toBe("The text changed meanwhile.");
    await bench.close();
  });

  test("a board that comes in during a drag ends it", async () => {
    const bench = await open();
    await carryTo(bench, "net2", "pci.9/00");
    await bench.page.evaluate(() =>
      window.harness.send({ type: "board", board: { ...window.harness.board(), version: 9 } }),
    );
    await expect.poll(() => bench.page.locator("[data-dragging]").count()).toBe(0);
    await bench.page.mouse.up();
    await checkPosted(bench);
    await bench.close();
  });

  test("near an edge the bench scrolls by itself, and slots come under the pointer", async () => {
    const bench = await open({ height: 500 });
    const { page } = bench;
    await carryTo(bench, "video", "pcie.0/00");
    const scrolled = () => page.locator(".scroll").evaluate((scroll) => scroll.scrollTop);
    const before = await scrolled();
    await page.mouse.move(200, 490, { steps: 3 });
    await expect.poll(scrolled).toBeGreaterThan(before + 200);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await bench.close();
  });

  test("a closed bus opens under a resting pointer", async () => {
    const bench = await open();
    const { page } = bench;
    const toggle = page.locator("[data-bus=sata0] .bus-toggle");
    await toggle.click();
    expect(await toggle.getAttribute("aria-expanded")).toBe("false");
    await carryTo(bench, "sda", "scsi0/0:0:7");
    await toggle.hover({ force: true });
    await expect.poll(() => toggle.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await bench.close();
  });

  test("filters give way while something is carried, and come back", async () => {
    const bench = await open();
    await bench.page.getByRole("textbox", { name: "Search devices" }).fill("net2");
    await bench.slot("pci.9/00").waitFor({ state: "hidden" });
    await bench.chip("net2").focus();
    await bench.page.keyboard.press("Enter");
    await bench.slot("pci.9/00").waitFor();
    await bench.page.keyboard.press("Escape");
    await bench.slot("pci.9/00").waitFor({ state: "hidden" });
    expect(await bench.focused()).toBe("net2");
    await bench.close();
  });
});
