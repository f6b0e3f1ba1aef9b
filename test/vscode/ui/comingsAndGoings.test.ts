import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chip } from "../bench.ts";
import { eventually, Workbench } from "../harness.ts";

const at = (slot: number) =>
  `\n      <address type='pci' domain='0x0000' bus='0x00' slot='0x0${slot}' function='0x0'/>`;

/** A guest that is told apart from the others by the last number of its card's MAC. */
const guest = (last: number, address = "") => `<domain type='qemu'>
  <name>guest ${last}</name>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
  </os>
  <devices>
    <interface type='user'>
      <mac address='52:54:00:00:00:0${last}'/>
      <model type='virtio'/>${address}
    </interface>
  </devices>
</domain>
`;

const names = ["reload.xml", "in place.xml", "one.xml", "two.xml", "both.xml", "before.xml", "reopened.xml"];
const last = (name: string) => names.indexOf(name) + 1;

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.start({
    workspace: Object.fromEntries(names.map((name) => [name, guest(last(name))])),
  });
});

afterAll(async () => {
  await workbench?.close();
});

/** Every frame that shows the board of a guest, by the MAC of its card; at least so many of them. */
async function boardsWith(lastOfMac: number, atLeast = 1): Promise<Frame[]> {
  return eventually(`${atLeast} boards show card ${lastOfMac}`, async () => {
    const found: Frame[] = [];
    for (const frame of workbench.page.frames()) {
      const card = frame
        .locator("[data-device='interface-0']")
        .filter({ hasText: `52:54:00:00:00:0${lastOfMac}` });
      // A frame may go while it is asked; then it shows nothing.
      if ((await card.count().catch(() => 0)) > 0) found.push(frame);
    }
    expect(found.length).toBeGreaterThanOrEqual(atLeast);
    return found;
  });
}

async function boardWith(lastOfMac: number): Promise<Frame> {
  const [frame] = await boardsWith(lastOfMac);
  if (frame === undefined) throw new RangeError("boardWith: expected a frame");
  return frame;
}

/** Opens a file and its board beside it. */
async function openBoard(name: string): Promise<Frame> {
  await workbench.open(name);
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  return boardWith(last(name));
}

async function expectText(name: string, text: string): Promise<void> {
  await eventually(`the text of ${name} is as expected`, async () =>
    expect(await workbench.text(name)).toBe(text),
  );
}

/** Moves the card into a slot of the root bus through its menu. */
async function moveCard(frame: Frame, slot: number): Promise<void> {
  await chip(frame, "interface-0").click({ button: "right" });
  await frame.getByRole("menuitem", { name: /^Move to…/ }).click();
  await frame.getByRole("combobox", { name: /^Move / }).fill(`slot 0${slot}`);
  await frame.locator(".move-list").getByRole("option").first().click();
}

test("a slot editor comes back after a reload and still edits its document", async () => {
  await openBoard("reload.xml");
  await Promise.all([workbench.page.waitForEvent("load"), workbench.runCommand("Developer: Reload Window")]);
  const frame = await boardWith(last("reload.xml"));
  await chip(frame, "interface-0").click();
  await eventually("the click reveals the device in the text", async () => {
    expect(await workbench.cursorLine()).toBe(6);
  });
  await moveCard(frame, 5);
  await expectText("reload.xml", guest(last("reload.xml"), at(5)));
});

test("the slot editor stands in place of the text, and follows its changes", async () => {
  await workbench.inHost(async (api, file) => {
    await api.commands.executeCommand("vscode.openWith", api.Uri.file(file), "libvirt.slots");
  }, workbench.file("in place.xml"));
  await boardWith(last("in place.xml"));
  await workbench.inHost(async (api, file) => {
    const document = await api.workspace.openTextDocument(api.Uri.file(file));
    const edit = new api.WorkspaceEdit();
    const start = document.positionAt(document.getText().indexOf("00:02'") + 4);
    edit.replace(document.uri, new api.Range(start, start.translate(0, 1)), "9");
    await api.workspace.applyEdit(edit);
  }, workbench.file("in place.xml"));
  await boardWith(9);
});

test("Reopen Editor With… puts the board in place of the text, where it edits, undoes and redoes", async () => {
  const name = "reopened.xml";
  await workbench.open(name);
  // The command is done only when somebody has chosen.
  await workbench.inHost(
    (api) => void api.commands.executeCommand("workbench.action.reopenWithEditor"),
    null,
  );
  await workbench.page.locator(".quick-input-widget").getByText("Slot Editor").first().click();
  const frame = await boardWith(last(name));
  await moveCard(frame, 5);
  await expectText(name, guest(last(name), at(5)));
  await frame.getByRole("button", { name: "Undo" }).click();
  await expectText(name, guest(last(name)));
  await frame.getByRole("button", { name: "Redo" }).click();
  await expectText(name, guest(last(name), at(5)));
});

test("two boards of two documents keep to their own", async () => {
  const one = await openBoard("one.xml");
  await workbench.inHost(async (api, file) => {
    await api.commands.executeCommand("libvirt.openSlotEditor", api.Uri.file(file));
  }, workbench.file("two.xml"));
  const two = await boardWith(last("two.xml"));
  await moveCard(two, 6);
  await expectText("two.xml", guest(last("two.xml"), at(6)));
  expect(await workbench.text("one.xml")).toBe(guest(last("one.xml")));
  await workbench.inHost(async (api, file) => {
    await api.commands.executeCommand("libvirt.openSlotEditor", api.Uri.file(file));
  }, workbench.file("one.xml"));
  const again = await boardWith(last("one.xml"));
  expect(again === one || one.isDetached()).toBe(true);
  await moveCard(again, 7);
  await expectText("one.xml", guest(last("one.xml"), at(7)));
  expect(await workbench.text("two.xml")).toBe(guest(last("two.xml"), at(6)));
});

test("two boards of one document both follow what one of them does", async () => {
  const beside = await openBoard("both.xml");
  await workbench.inHost(async (api, file) => {
    await api.window.tabGroups.close(
      api.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ label }) => label.startsWith("Slots: ") && !label.endsWith("both.xml")),
    );
    const { One } = api.ViewColumn;
    await api.commands.executeCommand("vscode.openWith", api.Uri.file(file), "libvirt.slots", One);
  }, workbench.file("both.xml"));
  const [first, second] = await boardsWith(last("both.xml"), 2);
  const inPlace = first === beside ? second : first;
  if (inPlace === undefined) throw new RangeError("there are not two boards");
  await moveCard(inPlace, 5);
  await expectText("both.xml", guest(last("both.xml"), at(5)));
  for (const frame of [beside, inPlace]) {
    await frame.locator("[data-slot='pci:0:05'] [data-device='interface-0']").waitFor();
  }
  await moveCard(beside, 6);
  await expectText("both.xml", guest(last("both.xml"), at(6)));
  await inPlace.locator("[data-slot='pci:0:06'] [data-device='interface-0']").waitFor();
});

test("a board whose file is renamed goes on editing it, and goes when its file is closed", async () => {
  const name = "before.xml";
  const old = await openBoard(name);
  await workbench.inHost(
    async (api, [from, to]) => {
      const edit = new api.WorkspaceEdit();
      edit.renameFile(api.Uri.file(from), api.Uri.file(to));
      await api.workspace.applyEdit(edit);
    },
    [workbench.file(name), workbench.file("after.xml")] as const,
  );
  await workbench.page.getByRole("tab", { name: /^Slots: after\.xml/ }).waitFor();
  await eventually("the page is made anew", () => expect(old.isDetached()).toBe(true));
  await moveCard(await boardWith(last(name)), 5);
  await expectText("after.xml", guest(last(name), at(5)));
  await workbench.inHost(async (api) => {
    await api.workspace.saveAll();
    const tabs = api.window.tabGroups.all.flatMap((group) => group.tabs);
    await api.window.tabGroups.close(tabs.filter(({ label }) => label === "after.xml"));
  }, null);
  await workbench.page.getByRole("tab", { name: /^Slots: after\.xml/ }).waitFor({ state: "detached" });
});

test("a side of a comparison has a board that moves nothing", async () => {
  const old = guest(8, at(3));
  await workbench.inHost(
    async (api, [text, file]) => {
      api.workspace.registerTextDocumentContentProvider("old", { provideTextDocumentContent: () => text });
      const side = api.Uri.parse("old:/history/old.xml");
      await api.commands.executeCommand("vscode.diff", side, api.Uri.file(file), "old ↔ new");
      await api.commands.executeCommand("libvirt.openSlotEditor", side);
    },
    [old, workbench.file("one.xml")] as const,
  );
  const frame = await boardWith(8);
  expect(await frame.locator(".banner").innerText()).toContain("This document is read-only.");
  await chip(frame, "interface-0").focus();
  for (const key of ["Enter", "Delete"]) await workbench.page.keyboard.press(key);
  const box = await chip(frame, "interface-0").boundingBox();
  if (!box) throw new Error("the card is not drawn");
  await workbench.page.mouse.move(box.x + 20, box.y + 10);
  await workbench.page.mouse.down();
  await workbench.page.mouse.move(box.x + 60, box.y + 90, { steps: 5 });
  await frame.locator(".notice").getByText("This document is read-only.").waitFor();
  expect(await frame.locator("[data-dragging]").count()).toBe(0);
  await workbench.page.mouse.up();
  const text = await workbench.inHost(
    async (api) => (await api.workspace.openTextDocument(api.Uri.parse("old:/history/old.xml"))).getText(),
    null,
  );
  expect(text).toBe(old);
  await chip(frame, "interface-0").click({ button: "right" });
  for (const entry of [/^Move to…/, /^Unpin/]) {
    expect(await frame.getByRole("menuitem", { name: entry }).getAttribute("aria-disabled")).toBe("true");
  }
});
