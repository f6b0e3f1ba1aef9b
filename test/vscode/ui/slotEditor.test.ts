import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { carry, chip, drag } from "../bench.ts";
import { eventually, Workbench } from "../harness.ts";

const clash = `<domain type='qemu'>
  <name>clash</name>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
  </os>
  <devices>
    <interface type='user'>
      <mac address='52:54:00:00:00:01'/>
      <model type='virtio'/>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x03' function='0x0'/>
    </interface>
    <interface type='user'>
      <mac address='52:54:00:00:00:02'/>
      <model type='virtio'/>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x03' function='0x0'/>
    </interface>
    <disk type='file' device='disk'>
      <source file='/one.img'/>
      <target dev='sda' bus='scsi'/>
      <address type='drive' controller='0' bus='0' target='0' unit='0'/>
    </disk>
    <!-- the balloon keeps its comment -->
    <memballoon model='virtio'/>
  </devices>
</domain>
`;

/** The text with the PCI slot of one interface changed, counted from 0. */
function withSlot(which: number, slot: string): string {
  let seen = -1;
  return clash.replace(/slot='0x03'/g, (match) => {
    seen++;
    return seen === which ? `slot='${slot}'` : match;
  });
}

/** 500 disks on as many SCSI controllers as it takes to leave a free unit on each. */
const large = `<domain type='qemu'>
  <name>large</name>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <devices>
${Array.from({ length: 500 }, (_, number) => largeDisk(number)).join("")}${Array.from(
  { length: 34 },
  (_, index) => `    <controller type='scsi' index='${index}' model='virtio-scsi'/>\n`,
).join("")}  </devices>
</domain>
`;

function largeDisk(number: number): string {
  const place = `controller='${Math.floor(number / 15)}' bus='0' target='0' unit='${number % 15}'`;
  return `    <disk type='file' device='disk'>
      <source file='/disk${number}.img'/>
      <target dev='sd${letters(number)}' bus='scsi'/>
      <address type='drive' ${place}/>
    </disk>
`;
}

/** Disks are numbered as spreadsheets number columns. */
function letters(number: number): string {
  const before = number < 26 ? "" : letters(Math.floor(number / 26) - 1);
  return before + String.fromCharCode(97 + (number % 26));
}

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.start({
    workspace: { "clash.xml": clash, "other.xml": "<network/>\n", "large.xml": large },
  });
});

afterAll(async () => {
  await workbench?.close();
});

beforeEach(async () => {
  await workbench.open("clash.xml");
});

/** Every test begins with the same text, whatever the one before left. */
afterEach(async () => {
  await workbench.setText("clash.xml", clash);
});

async function board(): Promise<Frame> {
  await workbench.open("clash.xml");
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  const frame = await workbench.webview("[data-device='interface-1']");
  await frame.locator("[data-device='interface-1']").waitFor();
  return frame;
}

async function expectText(text: string): Promise<void> {
  const arrived = async () => expect(await workbench.text("clash.xml")).toBe(text);
  await eventually("the text is as expected", arrived, 30_000);
}

/** Puts another slot into the second interface, as if typed there. */
async function typeSlot(slot: string): Promise<void> {
  await workbench.inHost(
    async (api, [file, value]) => {
      const document = await api.workspace.openTextDocument(api.Uri.file(file));
      const edit = new api.WorkspaceEdit();
      const start = document.lineAt(14).text.indexOf("0x03");
      edit.replace(document.uri, new api.Range(14, start, 14, start + 4), value);
      await api.workspace.applyEdit(edit);
    },
    [workbench.file("clash.xml"), slot] as const,
  );
}

test("two devices on one slot are a problem, and each end names the other", async () => {
  const found = await eventually("the problem shows", async () => {
    const shown = await workbench.diagnostics("clash.xml");
    expect(shown).toHaveLength(1);
    return shown[0];
  });
  expect(found).toMatchObject({ code: "pci-double-use", source: "libvirt", severity: "error" });
  expect(found?.message).toContain("libvirt: XML error: Attempted double use of PCI Address 0000:00:03.0");
  expect(found?.start.line).toBe(14);
  expect(found?.related).toEqual(["This is the interface net0."]);
});

test("the quick fix moves the device to the next free slot, and the problem goes", async () => {
  await eventually("the problem shows", async () =>
    expect(await workbench.diagnostics("clash.xml")).toHaveLength(1),
  );
  const titles = await workbench.inHost(async (api, file) => {
    const uri = api.Uri.file(file);
    const at = new api.Range(14, 10, 14, 10);
    const actions = await api.commands.executeCommand<import("vscode").CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      at,
    );
    const [fix] = actions.filter((action) => action.title === "Move to the next free slot");
    if (fix?.edit) await api.workspace.applyEdit(fix.edit);
    return actions.map((action) => action.title);
  }, workbench.file("clash.xml"));
  expect(titles).toContain("Unpin this device");
  await expectText(withSlot(1, "0x05"));
  await eventually("no problem is left", async () =>
    expect(await workbench.diagnostics("clash.xml")).toEqual([]),
  );
});

test("Pin all writes what libvirt would choose, in one undo step", async () => {
  const solved = withSlot(1, "0x04");
  await typeSlot("0x04");
  await expectText(solved);
  await workbench.focusText();
  await workbench.runCommand("Libvirt: Pin All Addresses");
  const pinned = await eventually("addresses are written", async () => {
    const text = await workbench.text("clash.xml");
    expect(text).not.toBe(solved);
    return text;
  });
  expect(pinned).toContain("<!-- the balloon keeps its comment -->");
  expect(pinned).toMatch(
    /<memballoon model='virtio'>\n {6}<address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'\/>\n {4}<\/memballoon>/,
  );
  await workbench.undo();
  await expectText(solved);
});

function dragToSlot5(frame: Frame): Promise<void> {
  const slot = frame.locator("[data-slot='pci:0:05']").first();
  return drag(workbench.page, frame, chip(frame, "interface-1"), slot);
}

test("dragging a device into a free slot with the mouse edits its address, and one undo takes it back", async () => {
  const frame = await board();
  await dragToSlot5(frame);
  await expectText(withSlot(1, "0x05"));
  await workbench.undo();
  await expectText(clash);
});

test("Escape leaves the text as it is", async () => {
  const frame = await board();
  await chip(frame, "interface-0").focus();
  await workbench.page.keyboard.press("Enter");
  await workbench.page.keyboard.press("ArrowDown");
  await workbench.page.keyboard.press("Escape");
  expect(await workbench.text("clash.xml")).toBe(clash);
});

test("clicking a device shows its XML, and the text cursor highlights the device", async () => {
  const frame = await board();
  await chip(frame, "disk-0").click();
  await eventually("the cursor stands in the disk", async () => {
    expect(await workbench.cursorLine()).toBe(16);
  });
  await workbench.setCursor(8, 8);
  await frame.locator("[data-device='interface-0'][data-highlight]").waitFor();
});

test("typing in the text draws the board anew", async () => {
  const frame = await board();
  await typeSlot("0x09");
  await frame.locator("[data-slot='pci:0:09'] [data-device='interface-1']").waitFor();
});

test("a text that changes during a drag ends the drag, and the board says so", async () => {
  const frame = await board();
  await carry(
    workbench.page,
    frame,
    chip(frame, "interface-1"),
    frame.locator("[data-slot='pci:0:05']").first(),
  );
  await typeSlot("0x09");
  await frame.locator("[data-dragging]").waitFor({ state: "detached" });
  expect(await frame.locator("[aria-live=assertive]").innerText()).toContain("The text changed meanwhile.");
  await workbench.page.mouse.up();
  await frame.locator("[data-slot='pci:0:09'] [data-device='interface-1']").waitFor();
  expect(await workbench.text("clash.xml")).toBe(withSlot(1, "0x09"));
});

test("a drop that crosses a change of the text edits nothing, and the board says so", async () => {
  const frame = await board();
  await frame.locator("[data-slot='pci:0:03'] [data-device='interface-1']").waitFor();
  await workbench.setCursor(14, clash.split("\n")[14]?.indexOf("0x03' f") ?? 0);
  for (let steps = 0; steps < 4; steps++) await workbench.page.keyboard.press("ArrowRight");
  // Text and intent both wait for the extension: it hears of the text first, and of a drop on the board before it.
  const goOn = await workbench.holdHost();
  await workbench.page.keyboard.press("Backspace");
  await workbench.page.keyboard.type("9");
  await dragToSlot5(frame);
  await frame.locator("[data-pending]").first().waitFor();
  await goOn();
  await frame
    .locator(".notice")
    .getByText("The document changed in the meantime, so nothing was edited.")
    .waitFor();
  await frame.locator("[data-slot='pci:0:09'] [data-device='interface-1']").waitFor();
  expect(await workbench.text("clash.xml")).toBe(withSlot(1, "0x09"));
  await dragToSlot5(frame);
  await expectText(withSlot(1, "0x05"));
});

test("a board of 500 devices opens, and a disk dragged on it is the only thing that changes", async () => {
  await workbench.open("large.xml");
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  const frame = await workbench.webview("[data-device='disk-499']");
  const devices = await frame
    .locator("[data-device]")
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.device ?? ""));
  expect(devices.filter((key) => key.startsWith("disk-"))).toHaveLength(500);
  await frame
    .getByRole("searchbox", { name: "Search devices" })
    .or(frame.getByPlaceholder(/Name, MAC/))
    .first()
    .click();
  await workbench.page.keyboard.type("disk250.img");
  await chip(frame, "disk-250").waitFor();
  const key = await frame
    .locator("[data-slot]:has([data-device='disk-250'])")
    .last()
    .getAttribute("data-slot");
  expect(key).toBe("drive:scsi:16:0:10");
  await drag(
    workbench.page,
    frame,
    chip(frame, "disk-250"),
    frame.locator("[data-slot='drive:scsi:16:0:15']").first(),
  );
  const moved = large.replace(
    "controller='16' bus='0' target='0' unit='10'",
    "controller='16' bus='0' target='0' unit='15'",
  );
  expect(moved).not.toBe(large);
  await eventually("only the disk has moved", async () =>
    expect(await workbench.text("large.xml")).toBe(moved),
  );
});

test("other XML is left alone", async () => {
  await workbench.open("other.xml");
  expect(await workbench.diagnostics("other.xml")).toEqual([]);
});

test("nothing on the board breaks the content security policy", () => {
  expect(workbench.consoleErrors.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
});
