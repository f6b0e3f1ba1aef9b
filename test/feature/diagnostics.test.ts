import { describe, expect, test } from "vitest";
import { refusals } from "../../src/catalog/refusals.ts";
import { refusalWords } from "../../src/feature/refusalWords.ts";
import { getDomainService } from "../../src/service.ts";

/** A guest with these devices; the machine is `pc` unless named. */
function guest(devices: string, machine = "pc"): string {
  return `<domain type='kvm'>\n<os><type arch='x86_64' machine='${machine}'>hvm</type></os>\n<devices>\n${devices}\n</devices>\n</domain>`;
}

/** Every diagnostic as its code and the text it underlines; the other ends behind arrows. */
function marks(text: string): string[] {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  const under = ({ start, end }: { start: Position; end: Position }) =>
    text.slice(snapshot.lines.offsetAt(start), snapshot.lines.offsetAt(end));
  return service
    .diagnostics(snapshot)
    .map(({ code, range, related }) =>
      [`${code}: ${under(range)}`, ...related.map((it) => under(it.range))].join(" → "),
    );
}

interface Position {
  readonly line: number;
  readonly character: number;
}

function messages(text: string): string[] {
  const service = getDomainService();
  return service.diagnostics(service.snapshot("guest.xml", 1, text)).map(({ message }) => message);
}

describe("feature/diagnostics underlines", () => {
  test("the value of an attribute", () => {
    expect(
      marks(guest("<rng model='virtio'><backend model='random'/><address type='pci' slot='0x2g'/></rng>")),
    ).toEqual(["address-number-invalid: 0x2g"]);
  });

  test("an empty value with its name", () => {
    expect(marks(guest("<rng model='virtio'><backend model='random'/><address type=''/></rng>"))).toEqual([
      "address-type-invalid: type=''",
    ]);
  });

  test("the whole tag of an address, and the other end", () => {
    const nic = "<interface type='user'><address type='pci' slot='9'/></interface>";
    expect(marks(guest(nic + nic))).toEqual([
      "pci-double-use: <address type='pci' slot='9'/> → <address type='pci' slot='9'/>",
    ]);
  });

  test("the list of devices where libvirt adds the other end", () => {
    const nic = "<interface type='user'><address type='pci' slot='1' function='2'/></interface>";
    const [mark] = marks(guest(nic));
    expect(mark).toMatch(/^pci-double-use: (<address|devices).* → /);
  });

  test("faults of the XML first", () => {
    expect(marks(guest("<rng model='virtio'>"))[0]).toMatch(/^unclosed-element: /);
  });

  test("the same fault once", () => {
    const nics = "<interface type='user'><model type='virtio'/></interface>".repeat(300);
    const full = marks(guest(nics, "q35")).filter((mark) => mark.startsWith("pci-no-slot-for-controller"));
    expect(full).toEqual([...new Set(full)]);
    expect(full.length).toBeGreaterThan(0);
  });

  test("nothing in XML that is no domain, however broken", () => {
    expect(marks("<network><name>x</network>")).toEqual([]);
    expect(marks("")).toEqual([]);
  });

  test("what is wrong in a domain inside a snapshot", () => {
    const nic = "<interface type='user'><address type='pci' slot='40'/></interface>";
    const snapshot = `<domainsnapshot><name>s</name>${guest(nic)}</domainsnapshot>`;
    expect(marks(snapshot)).toEqual(["pci-slot-range: 40"]);
  });
});

describe("feature/refusalWords", () => {
  test("has one row for every refusal and no other", () => {
    expect(Object.keys(refusalWords).sort()).toEqual(Object.keys(refusals).sort());
  });

  test("asks for no value that libvirt's own text does not have", () => {
    const namesIn = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const unknown = Object.entries(refusalWords).flatMap(([code, words]) => {
      const known = new Set([...namesIn(refusals[code as keyof typeof refusals]), "subject", "other"]);
      return namesIn(words)
        .filter((name) => !known.has(name))
        .map((name) => `${code}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });

  test("says what is wrong and what to do, in one or two sentences", () => {
    const odd = Object.entries(refusalWords).filter(
      ([, words]) => !/^\S.*\.$/.test(words) || words.length > 240 || words.includes("  "),
    );
    expect(odd).toEqual([]);
  });

  test("calls devices what a person calls them", () => {
    const disk = (name: string) =>
      `<disk type='file' device='disk'><source file='/a'/><target dev='${name}' bus='virtio'/><address type='pci' slot='7'/></disk>`;
    expect(messages(guest(disk("vda") + disk("vdb")))).toEqual([
      "The disk vdb and the disk vda both want PCI address 0000:00:07.0; move one of them to a free slot, or remove its address.",
    ]);
  });
});
