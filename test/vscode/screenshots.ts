import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { root } from "../../scripts/paths.mjs";
import { takeBaselines } from "../webview/pictures.ts";
import { takeDragPicture } from "./dragPicture.ts";
import { type Theme, themes, Workbench } from "./harness.ts";

/** The picture of README and marketplace: text and slot editor side by side, from the real VS Code, once per theme. */
async function takePicture(theme: Theme): Promise<string> {
  const workbench = await Workbench.start({
    theme,
    viewport: { width: 1600, height: 950 },
    settings: { "editor.minimap.enabled": false },
  });
  try {
    await workbench.executeCommand("workbench.action.closeSidebar");
    await workbench.open("desktop-q35.xml");
    await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
    const board = await workbench.webview();
    await board.waitForFunction(() => document.querySelector("#root")?.textContent?.includes("pcie"));
    await workbench.setCursor(32, 6);
    await workbench.page.mouse.move(800, 940);
    await workbench.executeCommand("notifications.clearAll");
    await workbench.page.locator(".workbench-hover").waitFor({ state: "hidden" });
    const target = path.join(root, "media", `slot-editor-${theme}.png`);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(await workbench.screenshot(`slot-editor-${theme}`), target);
    return target;
  } finally {
    await workbench.close();
  }
}

if (process.argv.includes("--baselines")) {
  for (const file of await takeBaselines()) console.log(file);
} else {
  console.log(await takeDragPicture());
  for (const theme of Object.keys(themes) as Theme[]) console.log(await takePicture(theme));
}
