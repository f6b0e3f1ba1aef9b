import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { chip, drag } from "../bench.ts";
import { guest, pci, placed } from "../benchGuest.ts";
import { eventually, Workbench } from "../harness.ts";

const before = guest(placed);
const after = guest({ ...placed, net0: pci(5) });

/** A snapshot of a running guest: its domain as it ran, and as it would be started anew. */
const bridge = (slot: number) =>
  `<controller type='pci' index='1' model='pcie-root-port'>${pci(slot)}</controller>`;
const behind = `<interface type='user'><model type='virtio'/>${pci(0, 0, "", 1)}</interface>`;
const domainOf = (element: string, slot: number) =>
  `  <${element} type='qemu'>\n    <name>twice</name>\n    <os><type arch='x86_64' machine='q35'>hvm</type></os>\n    <devices>\n      ${bridge(slot)}\n      ${behind}\n    </devices>\n  </${element}>\n`;
const snapshotOf = (first: number, second: number) =>
  `<domainsnapshot>\n  <name>s</name>\n${domainOf("domain", first)}${domainOf("inactiveDomain", second)}</domainsnapshot>\n`;

let workbench: Workbench;
let frame: Frame;

beforeAll(async () => {
  const workspace = { "bench.xml": before, "snapshot.xml": snapshotOf(3, 4) };
  workbench = await Workbench.start({ workspace });
  await workbench.open("bench.xml");
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  frame = await workbench.webview("[data-device='memballoon-0']");
});

afterAll(async () => {
  await workbench?.close();
});

afterEach(async () => {
  if ((await workbench.text("bench.xml")) !== before) await workbench.setText("bench.xml", before);
  await expectText("bench.xml", before);
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await workbench.page.keyboard.press(key);
}

async function expectText(file: string, text: string): Promise<void> {
  await eventually(
    "the text is as expected",
    async () => expect(await workbench.text(file)).toBe(text),
    20_000,
  );
}

/** What was last said to screen readers when there was a pause. */
async function expectSaid(sentence: string | RegExp): Promise<void> {
  await eventually("it is said", async () =>
    expect(await frame.locator("[aria-live=polite]").innerText()).toMatch(sentence),
  );
}

test("a card is cut and put elsewhere by keys; undo and redo say what they did", async () => {
  await chip(frame, "interface-0").focus();
  await press("Control+x");
  expect(await frame.locator("[data-device='interface-0']").getAttribute("data-cut")).toBe("true");
  await frame.locator("[data-paste='pci:0:05']").focus();
  await press("Control+v");
  await expectText("bench.xml", after);
  await frame.locator("[data-slot='pci:0:05'] [data-device='interface-0']").waitFor();
  await chip(frame, "interface-0").focus();
  await press("Control+z");
  await expectText("bench.xml", before);
  await expectSaid("Undone: Move net0 to pcie.0 slot 05.");
  await frame.locator("[data-slot='pci:0:03'] [data-device='interface-0']").waitFor();
  await chip(frame, "interface-0").focus();
  await press("Control+y");
  await expectText("bench.xml", after);
  await expectSaid("Redone: Move net0 to pcie.0 slot 05.");
});

test("a card is cut by menu and put elsewhere by mouse", async () => {
  await chip(frame, "interface-0").click({ button: "right" });
  await frame.getByRole("menuitem", { name: /^Cut/ }).click();
  await frame.locator("[data-paste='pci:0:05']").click();
  await expectText("bench.xml", after);
});

test("Ctrl+C puts the address element on the clipboard", async () => {
  await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await chip(frame, "interface-0").focus();
  await press("Control+c");
  await expectSaid(/^Copied <address type='pci'/);
  await workbench.page.bringToFront();
  await eventually("the clipboard has it", async () =>
    expect(await workbench.page.evaluate(() => navigator.clipboard.readText())).toBe(pci(3)),
  );
});

test("Pin all shows what it would write first, by mouse and by keyboard, and writes it in one step", async () => {
  const button = frame.getByRole("button", { name: /^Pin all/ });
  const list = frame.getByRole("dialog", { name: /what would be written/ });
  await button.click();
  await list.getByRole("row", { name: /balloon/ }).waitFor();
  expect(await workbench.text("bench.xml")).toBe(before);
  await press("Escape");
  await list.waitFor({ state: "detached" });
  await button.click();
  await list.getByRole("row", { name: /balloon/ }).waitFor();
  await press("Enter");
  await eventually("all is written", async () =>
    expect(await workbench.text("bench.xml")).toMatch(/<memballoon model='virtio'>\s+<address type='pci'/),
  );
  await frame.getByRole("button", { name: "Undo" }).click();
  await expectText("bench.xml", before);
  await expectSaid("Undone: Pin all addresses.");
});

test("what unpinning would do is told in the menu, and on the board", async () => {
  await chip(frame, "interface-0").click({ button: "right" });
  await frame.getByRole("menuitem", { name: /^Unpin/ }).focus();
  await eventually("it is told", async () =>
    expect(await frame.locator(".menu .carry-shifts").innerText()).toMatch(/net0 moves 00:03\.0 → \S+/),
  );
  expect(await frame.locator("[data-device='interface-0'] .shift-mark").count()).toBe(1);
  await press("Escape");
});

test("of several domains the cursor and the list choose one, and a port moves there with all behind it", async () => {
  await workbench.open("snapshot.xml");
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  const board = await workbench.webview("[data-slot='pci:0:03'] [data-device='controller-pci-1']");
  const text = snapshotOf(3, 4).slice(0, snapshotOf(3, 4).indexOf("<inactiveDomain"));
  await workbench.focusText();
  await workbench.setCursor(text.split("\n").length, 8);
  await board.locator("[data-slot='pci:0:04'] [data-device='controller-pci-1']").waitFor();
  await board.getByRole("combobox", { name: "Domain of this document" }).click();
  await board.getByRole("option", { name: "twice", exact: true }).click();
  await board.locator("[data-slot='pci:0:03'] [data-device='controller-pci-1']").waitFor();
  await board.getByRole("combobox", { name: "Domain of this document" }).click();
  await board.getByRole("option", { name: "twice, when started anew" }).click();
  await board.locator("[data-slot='pci:0:04'] [data-device='controller-pci-1']").waitFor();
  await drag(
    workbench.page,
    board,
    chip(board, "controller-pci-1"),
    board.locator("[data-slot='pci:0:06']").first(),
  );
  await expectText("snapshot.xml", snapshotOf(3, 6));
  await board.locator("[data-slot='pci:0:06'] [data-slot='pci:1:00'] [data-device='interface-0']").waitFor();
});
