import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { chip, drag } from "../bench.ts";
import { eventually, Workbench } from "../harness.ts";

const pci = (slot: number, fn = 0, more = "") =>
  `<address type='pci' domain='0x0000' bus='0x00' slot='0x0${slot}' function='0x${fn}'${more}/>`;

function guest(addresses: { readonly one: string; readonly two: string }): string {
  const card = (mac: number, address: string) => `    <interface type='user'>
      <mac address='52:54:00:00:00:0${mac}'/>
      <model type='virtio'/>
      ${address}
    </interface>
`;
  return `<domain type='qemu'>
  <name>bench</name>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <devices>
${card(1, addresses.one)}${card(2, addresses.two)}    <rng model='virtio'>
      <backend model='random'>/dev/urandom</backend>
    </rng>
    <memballoon model='virtio'/>
  </devices>
</domain>
`;
}

const before = guest({ one: pci(3), two: pci(4) });

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.start({ workspace: { "bench.xml": before } });
});

afterAll(async () => {
  await workbench?.close();
});

beforeEach(async () => {
  await workbench.open("bench.xml");
});

/** Every test begins with the same text, whatever the one before left. */
afterEach(async () => {
  await workbench.setText("bench.xml", before);
});

async function board(): Promise<Frame> {
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  const frame = await workbench.webview("[data-device='interface-1']");
  await frame.locator("[data-device='interface-1']").waitFor();
  // The board stays open between the tests, and so does what one of them selected.
  const clear = frame.getByRole("button", { name: "Clear selection" });
  if ((await clear.count()) > 0) await clear.click();
  return frame;
}

async function expectText(text: string): Promise<void> {
  const arrived = async () => expect(await workbench.text("bench.xml")).toBe(text);
  await eventually("the text is as expected", arrived, 30_000);
}

/** The text once it differs from the first one. */
async function changedText(): Promise<string> {
  return eventually(
    "the text has changed",
    async () => {
      const text = await workbench.text("bench.xml");
      expect(text).not.toBe(before);
      return text;
    },
    30_000,
  );
}

/** One undo step takes the whole gesture back. */
async function expectUndone(): Promise<void> {
  await workbench.undo();
  await expectText(before);
}

test("by mouse: a card dropped on another changes places with it, in one undo step", async () => {
  const frame = await board();
  await drag(workbench.page, frame, chip(frame, "interface-0"), chip(frame, "interface-1"));
  await frame.getByRole("menuitem", { name: "Swap with net1" }).click();
  await expectText(guest({ one: pci(4), two: pci(3) }));
  await expectUndone();
});

test("by keyboard: a card joins another as a function of its slot", async () => {
  const frame = await board();
  await chip(frame, "interface-1").focus();
  await workbench.page.keyboard.press("Enter");
  await workbench.page.keyboard.press("Shift+Home");
  const said = frame.locator("[aria-live=assertive]");
  await eventually("the first taken slot is offered", async () =>
    expect(await said.innerText()).toContain("Join net0 as function 1"),
  );
  await workbench.page.keyboard.press("Enter");
  await frame.getByRole("menuitem", { name: "Join net0 as function 1" }).click();
  await expectText(guest({ one: pci(3, 0, " multifunction='on'"), two: pci(3, 1) }));
  await expectUndone();
});

test("by mouse and bar: a selection is pinned and unpinned as one edit each", async () => {
  const frame = await board();
  await chip(frame, "rng-0").click({ modifiers: ["Control"] });
  await chip(frame, "memballoon-0").click({ modifiers: ["Control"] });
  await frame.locator(".selection-bar").getByText("Pin 2", { exact: true }).click();
  const pinned = await changedText();
  expect(pinned).toMatch(/<rng model='virtio'>[\s\S]*?<address type='pci'[^>]*>\s*<\/rng>/);
  expect(pinned).toMatch(/<memballoon model='virtio'>\s*<address type='pci'/);
  await expectUndone();
  await chip(frame, "interface-0").click({ modifiers: ["Control"] });
  await frame.locator(".selection-bar").getByText("3 devices selected").waitFor();
  await frame.getByRole("button", { name: "Clear selection" }).click();
  await frame.locator(".selection-bar").waitFor({ state: "detached" });
});

test("by menu: Move to… takes two selected cards to free slots, one after another", async () => {
  const frame = await board();
  await chip(frame, "interface-0").click({ modifiers: ["Control"] });
  await chip(frame, "interface-1").click({ modifiers: ["Control"] });
  await chip(frame, "interface-0").focus();
  await workbench.page.keyboard.press("Shift+F10");
  await frame.getByRole("menuitem", { name: "Move 2 devices to…" }).click();
  await frame.getByRole("combobox", { name: "Move 2 devices to" }).fill("pcie.0 slot 06");
  await workbench.page.keyboard.press("Enter");
  await expectText(guest({ one: pci(6), two: pci(7) }));
  await expectUndone();
});

test("what libvirt placed makes way, and the board says who moves before the drop", async () => {
  const frame = await board();
  await chip(frame, "interface-0").focus();
  await workbench.page.keyboard.press("Shift+F10");
  await frame.getByRole("menuitem", { name: /^Move to…/ }).click();
  await frame.getByRole("combobox", { name: "Move net0 to" }).fill("pci.1 slot 00 makes way");
  await workbench.page.keyboard.press("ArrowDown");
  await eventually("the shift is told", async () =>
    expect(await frame.locator(".carry-shifts").innerText()).toMatch(/ moves \S+ → \S+/),
  );
  await workbench.page.keyboard.press("Enter");
  const moved = await changedText();
  expect(moved).toContain("bus='0x01' slot='0x00'");
  expect(moved).not.toMatch(/<memballoon[^/]*>\s*<address/);
  await expectUndone();
});

test("the toolbar adds a root port, and packs reserved ports into one slot", async () => {
  const frame = await board();
  await frame.getByRole("button", { name: "Add controller…" }).click();
  await frame.getByRole("menuitem", { name: /^Root port/ }).click();
  expect(await changedText()).toMatch(/<controller type='pci' index='\d+' model='pcie-root-port'\/>/);
  await expectUndone();
  await frame.getByRole("button", { name: "Add controller…" }).click();
  await frame.getByRole("spinbutton", { name: "Hot-plug ports" }).fill("3");
  await workbench.page.keyboard.press("Enter");
  const text = await changedText();
  const ports = [...text.matchAll(/model='pcie-root-port'>\s*<address[^>]*slot='(\w+)' function='(\w+)'/g)];
  const places = ports.slice(-3);
  expect(places.map(([, , fn]) => fn)).toEqual(["0x0", "0x1", "0x2"]);
  expect(new Set(places.map(([, slot]) => slot)).size).toBe(1);
  const found = await workbench.diagnostics("bench.xml");
  expect(found.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
  expect(found.filter(({ message }) => message.includes("is missing before"))).toEqual([]);
  await expectUndone();
});

test("nothing on the board breaks the content security policy", () => {
  expect(workbench.consoleErrors.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
});
