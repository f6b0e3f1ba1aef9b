import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "../runner.ts";

const id = "libvirt-slots.libvirt-slots";

test("the extension is the one under development", () => {
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `${id} is not installed`);
  assert.equal(extension.isActive || extension.extensionPath.length > 0, true);
});

test("it activates and registers every command it contributes", async () => {
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `${id} is not installed`);
  await extension.activate();
  const registered = await vscode.commands.getCommands(true);
  const contributed: { command: string }[] = extension.packageJSON.contributes.commands;
  assert.ok(contributed.length > 0);
  const missing = contributed
    .map(({ command }) => command)
    .filter((command) => !registered.includes(command));
  assert.deepEqual(missing, []);
});
