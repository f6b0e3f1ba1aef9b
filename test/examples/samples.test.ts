import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { getDomainService } from "../../src/service.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "examples");
const samples = readdirSync(folder).filter((name) => name.endsWith(".xml"));
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

/** The words with which libvirt 11.3 refused each sample, recorded from `virsh define`; the others were accepted. */
const refused: Record<string, string> = {
  "template-copy.xml": "XML error: Attempted double use of PCI Address 0000:00:03.0",
  "i440fx-habits-on-q35.xml": "XML error: Invalid PCI address 0000:01:01.0. slot must be <= 0",
  "disk-units.xml":
    "unsupported configuration: Found duplicate drive address for disk with target name 'sda' controller='0' bus='0' target='0' unit='0'",
};

/** What the samples are about that libvirt accepts. */
const advice: Record<string, string> = {
  "gpu-without-audio.xml": "hostdev-functions-split",
  "hotplug-headroom.xml": "hotplug-last-port",
};

test.each(samples)("%s opens with its story and something to try", (name) => {
  expect(read(name)).toMatch(/^<!--\n[\s\S]+?\n {2}Try: [\s\S]+?\n-->\n<domain /);
});

test("README tells of every sample", () => {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  for (const name of samples) expect(readme).toContain(`(examples/${name})`);
});

test.each(samples)("%s meets libvirt's verdict", (name) => {
  const service = getDomainService();
  const diagnostics = service.diagnostics(service.snapshot(name, 1, read(name)));
  const [first] = diagnostics.filter(({ severity }) => severity === "error");
  expect(first?.libvirtError).toBe(refused[name]);
});

test.each(Object.entries(advice))("%s is advised: %s", (name, code) => {
  const service = getDomainService();
  const codes = service
    .diagnostics(service.snapshot(name, 1, read(name)))
    .map((diagnostic) => diagnostic.code);
  expect(codes).toContain(code);
});

test("the desktop is in order: nothing to say but where everything goes", () => {
  const service = getDomainService();
  expect(service.diagnostics(service.snapshot("desktop", 1, read("desktop-q35.xml")))).toEqual([]);
});

test.each(Object.keys(refused))("%s has a cure at its problem", (name) => {
  const service = getDomainService();
  const snapshot = service.snapshot(name, 1, read(name));
  const [problem] = service.diagnostics(snapshot);
  const cures = service
    .codeActions(snapshot, problem!.range)
    .filter(({ diagnostics }) => diagnostics.length > 0);
  expect(cures.map(({ title }) => title)).not.toEqual([]);
  const cured = service.apply(snapshot, cures[0]!.edits);
  const after = service.diagnostics(service.snapshot(name, 2, cured));
  expect(after.filter(({ severity }) => severity === "error")).toEqual([]);
});
