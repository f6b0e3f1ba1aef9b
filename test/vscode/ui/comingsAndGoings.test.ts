import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, Workbench } from "../harness.ts";

const guest = (name: string, mac: string) => `<domain type='qemu'>
  <name>${name}</name>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
  </os>
  <devices>
    <interface type='user'>
      <mac address='${mac}'/>
      <model type='virtio'/>
    </interface>
  </devices>
</domain>
`;

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.start({
    workspace: {
      "one.xml": guest("one", "52:54:00:00:00:01"),
      "in place.xml": guest("place", "52:54:00:00:00:02"),
    },
  });
});

afterAll(async () => {
  await workbench?.close();
});

/** The board of one guest, told apart by the address of its card. */
async function boardWith(mac: string) {
  return eventually(`a board shows ${mac}`, async () => {
    for (const frame of workbench.page.frames()) {
      const device = frame.locator("[data-device='interface-0']").filter({ hasText: mac });
      if ((await device.count()) > 0) return frame;
    }
    throw new Error("no frame shows it");
  });
}

test("a slot editor comes back after a reload and still edits its document", async () => {
  await workbench.open("one.xml");
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  await boardWith("52:54:00:00:00:01");
  await Promise.all([workbench.page.waitForEvent("load"), workbench.runCommand("Developer: Reload Window")]);
  const frame = await boardWith("52:54:00:00:00:01");
  await frame.locator("[data-device='interface-0'] .chip").first().click();
  await eventually("the click reveals the device in the text", async () => {
    const line = await workbench.inHost(
      (api) => api.window.visibleTextEditors[0]?.selection.active.line ?? -1,
      null,
    );
    expect(line).toBe(6);
  });
});

test("the slot editor stands in place of the text, and follows its changes", async () => {
  await workbench.inHost(async (api, file) => {
    await api.commands.executeCommand("vscode.openWith", api.Uri.file(file), "libvirt.slots");
  }, workbench.file("in place.xml"));
  await boardWith("52:54:00:00:00:02");
  await workbench.inHost(async (api, file) => {
    const document = await api.workspace.openTextDocument(api.Uri.file(file));
    const edit = new api.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf("00:02'") + 4);
    edit.replace(document.uri, new api.Range(at.translate(0, -1), at.translate(0, 1)), "39");
    await api.workspace.applyEdit(edit);
  }, workbench.file("in place.xml"));
  await boardWith("52:54:00:00:00:39");
});
