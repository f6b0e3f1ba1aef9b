import { expect, test } from "vitest";
import { getDomainService } from "../../../src/service.ts";
import { changedLines, guest } from "./curing.ts";

const several = guest(
  `
<interface type='user'><model type='virtio'/><address type='pci' slot='0x05'/></interface>
<interface type='user'><model type='e1000'/><address type='pci' slot='0x05'/></interface>
<disk type='file' device='disk'><source file='/a.img'/><target dev='vda' bus='virtio'/></disk>
<disk type='file' device='disk'><source file='/b.img'/><target dev='vda' bus='virtio'/></disk>
<rng model='virtio'><backend model='random'/><address type='pci' slot='1a'/></rng>
`,
  "pc",
);

function fixed(text: string) {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  return service
    .fixAllAction(snapshot)
    .map((action) => ({ ...action, after: service.apply(snapshot, action.edits) }));
}

test("all preferred cures are one edit", () => {
  const [action] = fixed(several);
  expect(action?.title).toBe("Fix 3 problems of this file");
  expect(action?.kind).toBe("source.fixAll.libvirt");
  expect(changedLines(several, action?.after ?? "")).toEqual([
    "- <interface type='user'><model type='e1000'/><address type='pci' slot='0x05'/></interface>",
    "- <disk type='file' device='disk'><source file='/b.img'/><target dev='vda' bus='virtio'/></disk>",
    "- <rng model='virtio'><backend model='random'/><address type='pci' slot='1a'/></rng>",
    "+ <interface type='user'><model type='e1000'/><address type='pci' slot='0x06'/></interface>",
    "+ <disk type='file' device='disk'><source file='/b.img'/><target dev='vdb' bus='virtio'/></disk>",
    "+ <rng model='virtio'><backend model='random'/><address type='pci' slot='0x1a'/></rng>",
  ]);
  const service = getDomainService();
  expect(service.diagnostics(service.snapshot("after.xml", 1, action?.after ?? ""))).toEqual([]);
});

test("nothing is offered where nothing is left", () => {
  const [action] = fixed(several);
  expect(fixed(action?.after ?? "")).toEqual([]);
  expect(fixed(guest("<memballoon model='virtio'/>"))).toEqual([]);
  expect(fixed("<network/>")).toEqual([]);
});

test("a broken text is left alone", () => {
  expect(fixed(several.replace("</devices>", ""))).toEqual([]);
});

test("a cure can pin everything on the way", () => {
  const service = getDomainService();
  const text = guest(
    "<rng model='virtio'><backend model='random'/><address type='pci' slot='1a'/></rng>",
    "pc",
  );
  const snapshot = service.snapshot("guest.xml", 1, text);
  const [problem] = service.diagnostics(snapshot);
  const both = service
    .codeActions(snapshot, problem!.range)
    .find(({ title }) => title === "Write slot='0x1a', and pin all addresses");
  const after = service.apply(snapshot, both?.edits ?? []);
  expect(after).toContain("slot='0x1a'");
  expect(service.pinAll(service.snapshot("after.xml", 1, after)).edits).toEqual([]);
});
