import AxeBuilder from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { type BenchPage, benchPages } from "./bench.ts";

const open = benchPages();

async function checkEdits(bench: BenchPage, ...messages: readonly unknown[]) {
  const isForecast = (message: unknown) => (message as { type: string }).type === "preview";
  await expect.poll(async () => (await bench.posted()).filter((one) => !isForecast(one))).toEqual(messages);
}

/** Focuses a device and presses keys one after another. */
async function press(bench: BenchPage, device: string, ...keys: readonly string[]) {
  await bench.chip(device).focus();
  for (const key of keys) await bench.page.keyboard.press(key);
}

const move = (device: string, slot: string) => ({ type: "move", version: 1, device, slot });

describe("webview/clipboard", { timeout: 60_000 }, () => {
  test("Ctrl+X marks a device, Ctrl+V on a slot that the arrows reach moves it there", async () => {
    const bench = await open();
    await press(bench, "net2", "Control+x");
    expect(await bench.device("net2").getAttribute("data-cut")).toBe("true");
    expect(await bench.said()).toMatch(/^Cut net2\. 16 free slots take it\./);
    await bench.chip("port9").focus();
    await bench.page.keyboard.press("ArrowRight");
    const focused = () => bench.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(await focused()).toBe("Put here: pci.9 slot 00");
    await bench.page.keyboard.press("Control+v");
    await checkEdits(bench, move("net2", "pci.9/00"));
    await bench.slot("pci.9/00").locator("[data-device=net2]").waitFor();
    expect(await bench.page.locator("[data-cut], .paste, .cut-bar").count()).toBe(0);
    await bench.close();
  });

  test("while something is cut, up and down go by rows and pass the free functions of a slot in one step", async () => {
    const bench = await open();
    await press(bench, "net2", "Control+x");
    await bench.chip("gpu-audio").focus();
    const way: (string | null | undefined)[] = [];
    for (const key of ["Down", "Down", "Down", "Up"]) {
      await bench.page.keyboard.press(`Arrow${key}`);
      const label = () => document.activeElement?.getAttribute("aria-label");
      way.push((await bench.focused()) ?? (await bench.page.evaluate(label)));
    }
    expect(way).toEqual(["Put here: pci.5 slot 00 function 2", "port7", "balloon", "port7"]);
    await bench.close();
  });

  test("on a port it goes behind the port; by mouse a press on a lit slot does it", async () => {
    const bench = await open();
    await press(bench, "net2", "Control+x");
    await press(bench, "port9", "Control+v");
    await checkEdits(bench, move("net2", "pci.9/00"));
    await bench.close();
    const other = await open();
    await other.device("net2").locator(".more").click();
    await other.page.getByRole("menuitem", { name: /^Cut/ }).click();
    await other.page.getByRole("button", { name: "Put here: pci.12 slot 00" }).click();
    await checkEdits(other, move("net2", "pci.12/00"));
    await other.close();
  });

  test("a slot of a folded run takes it too", async () => {
    const bench = await open();
    await press(bench, "sdb", "Control+x");
    await bench.page.locator("[data-paste='scsi0/0:0:7']").click();
    await checkEdits(bench, move("sdb", "scsi0/0:0:7"));
    await bench.close();
  });

  test("on a taken slot it asks what to do; where it is refused the reason is told and it stays cut", async () => {
    const bench = await open();
    await press(bench, "sda", "Control+x");
    await press(bench, "sdb", "Control+v");
    await bench.page.getByRole("menuitem", { name: /Swap with/ }).click();
    await expect
      .poll(async () => (await bench.posted()).at(-1))
      .toMatchObject({ type: "arrange", places: [{ device: "sda" }, { device: "sdb" }] });
    await bench.close();
    const other = await open();
    await press(other, "net2", "Control+x");
    await press(other, "sdb", "Control+v");
    expect(await other.page.locator(".notice").innerText()).toMatch(/scsi0 slot \S+: /);
    expect(await other.device("net2").getAttribute("data-cut")).toBe("true");
    await checkEdits(other);
    await other.close();
  });

  test("with the focus on no place, Ctrl+V opens the list of places", async () => {
    const bench = await open();
    await press(bench, "net2", "Control+x", "Control+v");
    await bench.page.getByRole("combobox", { name: "Move net2 to" }).waitFor();
    await bench.page.keyboard.type("pci.12");
    await bench.page.keyboard.press("Enter");
    await checkEdits(bench, move("net2", "pci.12/00"));
    await bench.close();
  });

  test("a selection moves as a block", async () => {
    const bench = await open();
    await press(bench, "sda", "Control+Space");
    await press(bench, "sdb", "Control+Space", "Control+x");
    expect(await bench.page.locator("[data-cut]").count()).toBe(2);
    await bench.page.locator("[data-paste='scsi0/0:0:8']").click();
    await expect
      .poll(async () => (await bench.posted()).at(-1))
      .toEqual({
        type: "arrange",
        version: 1,
        places: [
          { device: "sda", slot: "scsi0/0:0:8" },
          { device: "sdb", slot: "scsi0/0:0:9" },
        ],
      });
    await bench.close();
  });

  test("Escape lets go; what is fixed is not cut; without a cut Ctrl+V says so", async () => {
    const bench = await open();
    await press(bench, "net2", "Control+x", "Escape");
    expect(await bench.said()).toBe("net2 no longer cut.");
    expect(await bench.page.locator("[data-cut]").count()).toBe(0);
    await press(bench, "tpm", "Control+x");
    expect(await bench.said()).toContain("cannot be moved");
    await bench.page.keyboard.press("Control+v");
    expect(await bench.said()).toBe("Nothing is cut. Control X cuts a device.");
    await checkEdits(bench);
    await bench.close();
  });

  test("Ctrl+C asks for the addresses, not while text is chosen", async () => {
    const bench = await open();
    await press(bench, "net0", "Control+c");
    await checkEdits(bench, { type: "copyAddress", devices: ["net0"] });
    await press(bench, "tpm", "Control+c");
    expect(await bench.said()).toBe("It has no address to copy.");
    await bench.close();
  });

  test.each(["light", "dark", "hcDark", "hcLight"] as const)(
    "axe finds nothing while something is cut: %s",
    async (theme) => {
      const bench = await open({ theme });
      await press(bench, "net2", "Control+x");
      const { violations } = await new AxeBuilder({ page: bench.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
      expect(await bench.violations()).toEqual([]);
      await bench.close();
    },
  );
});

describe("webview/forecast", { timeout: 60_000 }, () => {
  test("Pin all lists what would be written, Enter writes it, Escape does not", async () => {
    const bench = await open();
    const button = bench.page.getByRole("button", { name: /^Pin all/ });
    await button.click();
    const list = bench.page.getByRole("dialog", { name: /what would be written/ });
    await list.getByRole("row").nth(1).waitFor();
    const rows = await list.getByRole("row").allInnerTexts();
    expect(rows[0]).toMatch(/Device\s+Address\s+Why/);
    const board = await bench.page.evaluate(() => window.harness.board());
    expect(rows).toHaveLength(1 + board.devices.filter(({ placement }) => placement === "assigned").length);
    const { violations } = await new AxeBuilder({ page: bench.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
    await bench.page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    await button.click();
    await list.getByRole("row").nth(1).waitFor();
    await bench.page.keyboard.press("Enter");
    await checkEdits(bench, { type: "pinAll", version: 1 });
    await bench.close();
  });

  test("Unpin in the menu tells where libvirt would put the device, on the board too", async () => {
    const bench = await open();
    await bench.device("net0").locator(".more").click();
    const before = await bench.device("rng").boundingBox();
    await bench.page.getByRole("menuitem", { name: /^Unpin/ }).focus();
    await expect
      .poll(() => bench.page.locator(".menu .carry-shifts").innerText())
      .toMatch(/net0 moves \S+ → 00:1c\.0/);
    expect(await bench.device("net0").locator(".shift-mark").innerText()).toMatch(/→ 00:1c\.0/);
    await expect.poll(() => bench.page.locator("[aria-live=polite]").innerText()).toContain("net0 moves");
    // The marks lie over the board: nothing moves under the pointer.
    expect(await bench.device("rng").boundingBox()).toEqual(before);
    const { violations } = await new AxeBuilder({ page: bench.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
    await bench.page.keyboard.press("Escape");
    await expect.poll(() => bench.page.locator(".shift-mark").count()).toBe(0);
    await bench.close();
  });

  test("a swap is foretold for each offer of a taken slot", async () => {
    const bench = await open();
    await press(bench, "sda", "Control+x");
    await press(bench, "sdb", "Control+v");
    await bench.page.getByRole("menuitem", { name: /Swap with/ }).focus();
    await expect.poll(() => bench.device("sda").locator(".shift-mark").count()).toBe(1);
    await expect.poll(() => bench.device("sdb").locator(".shift-mark").count()).toBe(1);
    await bench.close();
  });
});

describe("webview/domains", { timeout: 60_000 }, () => {
  test("a document with several domains lets one choose, and edits name the domain", async () => {
    const bench = await open();
    expect(await bench.page.getByRole("combobox", { name: "Domain of this document" }).count()).toBe(0);
    const board = await bench.page.evaluate(() => window.harness.board());
    const several = { ...board, domain: 0, domains: ["live", "live, when started anew"] };
    await bench.send({ type: "board", board: several });
    await bench.page.getByRole("combobox", { name: "Domain of this document" }).click();
    await bench.page.getByRole("option", { name: "live, when started anew" }).click();
    await checkEdits(bench, { type: "chooseDomain", domain: 1 });
    await bench.send({ type: "board", board: { ...several, domain: 1 } });
    await expect
      .poll(() => bench.page.locator("[aria-live=polite]").innerText())
      .toContain("Now showing live, when started anew.");
    const saved = await bench.page.evaluate(() => JSON.parse(sessionStorage.getItem("state") ?? "{}"));
    expect(saved.domain).toBe(1);
    await press(bench, "net2", "Control+x");
    await bench.page.locator("[data-paste='pci.9/00']").click();
    await expect
      .poll(async () => (await bench.posted()).at(-1))
      .toEqual({ ...move("net2", "pci.9/00"), domain: 1 });
    await bench.close();
  });
});
