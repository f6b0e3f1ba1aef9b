import { describe, expect, test } from "vitest";
import { benchPages } from "./bench.ts";

const open = benchPages();

describe("webview/follow", { timeout: 60_000 }, () => {
  test("a click reveals the device's XML", async () => {
    const bench = await open();
    await bench.chip("net0").click();
    expect(await bench.posted()).toEqual([{ type: "reveal", device: "net0" }]);
    await bench.close();
  });

  test("a problem leads to the XML as well", async () => {
    const bench = await open();
    await bench.device("net1").locator(".problem").click();
    expect(await bench.posted()).toEqual([{ type: "reveal", device: "net1" }]);
    await bench.close();
  });

  test("Delete unpins, and says so where there is nothing to unpin", async () => {
    const bench = await open();
    await bench.chip("usb").focus();
    await bench.page.keyboard.press("Delete");
    expect(await bench.said()).toBe("usb0 is not pinned.");
    await bench.chip("net0").focus();
    await bench.page.keyboard.press("Delete");
    await expect.poll(() => bench.device("net0").locator(".tag").allInnerTexts()).toEqual(["auto"]);
    expect(await bench.posted()).toEqual([{ type: "unpin", version: 1, devices: ["net0"] }]);
    expect(await bench.focused()).toBe("net0");
    await bench.close();
  });

  test("the menu pins and reveals, and bars what makes no sense with its reason", async () => {
    const bench = await open();
    await bench.device("usb").locator(".more").click();
    const unpin = bench.page.getByRole("menuitem", { name: /^Unpin/ });
    expect(await unpin.getAttribute("aria-disabled")).toBe("true");
    expect(await unpin.innerText()).toContain("No address is written in the file.");
    await bench.page.getByRole("menuitem", { name: /^Pin/ }).click();
    await expect.poll(() => bench.posted()).toEqual([{ type: "pin", version: 1, devices: ["usb"] }]);
    await expect.poll(() => bench.device("usb").locator(".glyph-lock").count()).toBe(1);
    await bench.device("net0").locator(".more").click();
    await bench.page.getByRole("menuitem", { name: "Reveal in XML" }).click();
    expect((await bench.posted()).at(-1)).toEqual({ type: "reveal", device: "net0" });
    await bench.close();
  });

  test("the toolbar pins all, undoes and redoes; so do the keys", async () => {
    const bench = await open();
    await bench.page.getByRole("button", { name: "Undo" }).click();
    await bench.page.getByRole("button", { name: "Redo" }).click();
    await bench.chip("net0").focus();
    await bench.page.keyboard.press("Control+z");
    await bench.page.keyboard.press("Control+y");
    await bench.page.getByRole("button", { name: "Pin all" }).click();
    await bench.page.getByRole("button", { name: /^Write/ }).click();
    expect(
      (await bench.posted()).filter((message) => (message as { type: string }).type !== "preview"),
    ).toEqual([
      { type: "undo" },
      { type: "redo" },
      { type: "undo" },
      { type: "redo" },
      { type: "pinAll", version: 1 },
    ]);
    await expect.poll(() => bench.page.locator(".summary").innerText()).toContain("0 unpinned");
    await bench.close();
  });

  test("Ctrl+Z while typing in the search is the search's own", async () => {
    const bench = await open();
    await bench.page.getByRole("textbox", { name: "Search devices" }).fill("net");
    await bench.page.keyboard.press("Control+z");
    expect(await bench.posted()).toEqual([]);
    await bench.close();
  });

  test("the search narrows the board down and finds by MAC, file and address", async () => {
    const bench = await open();
    const visible = () =>
      bench.page
        .locator(".device:visible")
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.device));
    const search = bench.page.getByRole("textbox", { name: "Search devices" });
    await search.fill("6b:3c:58");
    await expect.poll(visible).toEqual(["port1", "net0"]);
    await search.fill("films.raw");
    await expect.poll(visible).toEqual(["sdb"]);
    await search.fill("no such thing");
    await bench.page.getByText("No device matches the filters.").waitFor();
    await search.fill("");
    await bench.page.getByRole("checkbox", { name: "Problems" }).click();
    await expect.poll(visible).toEqual(["port4", "vdb", "net1", "sdc"]);
    await bench.close();
  });

  test("filters survive a reload", async () => {
    const bench = await open();
    await bench.page.getByRole("checkbox", { name: "Unpinned" }).click();
    await bench.device("net0").waitFor({ state: "hidden" });
    await bench.page.reload();
    await bench.device("usb").waitFor();
    expect(await bench.device("net0").isVisible()).toBe(false);
    await bench.close();
  });

  test("the text cursor marks its device and brings it into view, without taking the focus", async () => {
    const bench = await open({ height: 500 });
    await bench.chip("video").focus();
    await bench.send({ type: "highlight", device: "sdc" });
    await expect.poll(() => bench.chip("sdc").getAttribute("aria-current")).toBe("true");
    expect(await bench.device("sdc").locator(".glyph-cursor").count()).toBe(1);
    const box = await bench.chip("sdc").boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(500);
    expect(await bench.focused()).toBe("video");
    await bench.send({ type: "highlight", device: undefined });
    await expect.poll(() => bench.page.locator("[data-highlight]").count()).toBe(0);
    await bench.close();
  });

  test("the focus follows a device to wherever the next board has it", async () => {
    const bench = await open();
    await bench.chip("net0").focus();
    await bench.page.evaluate(() => {
      const board = window.harness.board();
      const buses = board.buses.map((bus) => ({
        ...bus,
        slots: bus.slots.map((slot) => ({
          ...slot,
          occupants:
            slot.key === "pci.9/00"
              ? [{ device: "net0" }]
              : slot.occupants.filter((occupant) => occupant.device !== "net0"),
        })),
      }));
      window.harness.send({ type: "board", board: { ...board, version: 2, buses } });
    });
    await bench.slot("pci.9/00").locator("[data-device=net0]").waitFor();
    expect(await bench.focused()).toBe("net0");
    await bench.close();
  });

  test("arrow keys walk the devices, and the bench is one stop for Tab", async () => {
    const bench = await open({ board: "smallPc", width: 420 });
    await bench.chip("video").focus();
    await bench.page.keyboard.press("ArrowDown");
    expect(await bench.focused()).toBe("net0");
    await bench.page.keyboard.press("ArrowLeft");
    await bench.page.keyboard.press("ArrowLeft");
    expect(await bench.focused()).toBe("usb");
    await bench.page.keyboard.press("End");
    expect(await bench.focused()).toBe("tablet");
    expect(await bench.page.locator('.chip[tabindex="0"]').count()).toBe(1);
    await bench.close();
  });

  test("messages that are not well-formed are dropped unread", async () => {
    const bench = await open();
    for (const nonsense of [
      null,
      7,
      "board",
      { type: "board" },
      { type: "board", board: { version: -1 } },
      { type: "x" },
    ]) {
      await bench.send(nonsense);
    }
    await bench.chip("net0").click();
    expect(await bench.posted()).toEqual([{ type: "reveal", device: "net0" }]);
    await bench.close();
  });

  test("a bus leads to the device that provides it", async () => {
    const bench = await open({ height: 600 });
    await bench.page.getByTitle("Go to scsi0").click();
    await expect.poll(() => bench.focused()).toBe("scsi");
    await bench.close();
  });
});
