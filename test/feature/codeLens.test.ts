import { expect, test } from "vitest";
import { guest, open } from "./cursor.ts";

/** Each lens as the text below it and its words. */
function lenses(text: string): string[] {
  const { service, snapshot, under } = open(text);
  return service
    .codeLenses(snapshot)
    .map(({ range, title, action }) => `${under(range)} ${title} [${action}]`);
}

test("feature/codeLens counts free slots and unpinned devices above the list of devices", () => {
  const nic = "<interface type='user'><address type='pci' slot='9'/></interface>";
  const [open, pin, ...more] = lenses(
    guest(`${nic}\n<rng model='virtio'><backend model='random'/></rng>`, "pc"),
  );
  expect(open).toMatch(/^<devices> \d+ free slots · \d+ unpinned · Open slot editor \[openSlotEditor\]$/);
  expect(pin).toBe("<devices> Pin all addresses [pinAll]");
  expect(more).toEqual([]);
});

test("feature/codeLens counts less after pinning", () => {
  const { service, snapshot } = open(guest("<rng model='virtio'><backend model='random'/></rng>", "pc"));
  const { edits = [] } = service.pinAll(snapshot);
  expect(edits.length).toBeGreaterThan(0);
  const [lens, ...more] = lenses(service.apply(snapshot, edits));
  expect(lens).toMatch(/^<devices> \d+ free slots · Open slot editor/);
  expect(more).toEqual([]);
});

test("feature/codeLens counts no PCI slots where there is no PCI, and nothing for other drivers", () => {
  const [lens] = lenses(
    guest("<rng model='virtio'><backend model='random'/></rng>", "s390-ccw-virtio", "s390x"),
  );
  expect(lens).toMatch(/^<devices> (\d+ free slots · )?\d+ unpinned · Open slot editor/);
  expect(lenses(guest("").replace("kvm", "lxc"))).toEqual(["<devices> Open slot editor [openSlotEditor]"]);
});

test("feature/codeLens stands above each domain of a document and names it", () => {
  const one = "<domain type='kvm'><name>a</name><devices/></domain>";
  const { service, snapshot } = open(`<domains>${one}${one}</domains>`);
  const lenses = service.codeLenses(snapshot).map(({ action, domain }) => `${action} ${domain}`);
  expect(lenses).toEqual(["openSlotEditor 0", "pinAll 0", "openSlotEditor 1"]);
});

test("feature/codeLens stands at the domain where no devices are listed, and nowhere in other XML", () => {
  expect(lenses("<domain type='kvm'><name>x</name></domain>")[0]).toMatch(/^<domain type='kvm'> /);
  expect(lenses("<network/>")).toEqual([]);
});
