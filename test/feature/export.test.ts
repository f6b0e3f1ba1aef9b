import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { ExportFormat } from "../../src/service.ts";
import { readStrictly, type StrictNode } from "../../src/xml/strict.ts";
import { repository } from "../support/repository.ts";
import { guest, open } from "./cursor.ts";

function exported(text: string, format: ExportFormat): string {
  const { service, snapshot } = open(text);
  return service.exportBoard(snapshot, format) ?? "";
}

/** A small machine: a pinned card, a card behind a root port that libvirt adds, a disk, and a serial port. */
const small = guest(
  [
    "<controller type='usb' model='none'/>",
    "<memballoon model='none'/>",
    "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/><address type='pci' slot='5'/></interface>",
    "<interface type='user'><mac address='52:54:00:00:00:02'/><model type='virtio'/></interface>",
    "<disk type='file'><source file='/x/root &amp; more.qcow2'/><target dev='sda' bus='sata'/></disk>",
    "<serial type='pty'/>",
  ].join("\n"),
);

const samples = path.join(repository, "examples");
const sampleTexts = readdirSync(samples)
  .filter((name) => name.endsWith(".xml"))
  .map((name) => [name, readFileSync(path.join(samples, name), "utf8")] as const);

/** The texts of all elements of a name. */
function textsOf(node: StrictNode, name: string): string[] {
  return [
    ...(node.name === name ? [node.text] : []),
    ...node.children.flatMap((child) => textsOf(child, name)),
  ];
}

describe("feature/export as Markdown", () => {
  test("nests what hangs from what", () => {
    expect(exported(small, "markdown")).toMatchInlineSnapshot(`
      "# guest

      pc-q35-10.0 · x86\\_64

      1 pinned · 5 unpinned · 29 free PCI slots

      - **pcie.0** PCI Express root complex
        - \`01.0\` **pcie-root-port 1** \`0000:00:01.0\` _added by libvirt_
          - \`00.0\` **net1** virtio · 52:54:00:00:00:02 \`0000:01:00.0\` _chosen by libvirt_
        - \`01.1\` **pcie-root-port 2** \`0000:00:01.1\` _added by libvirt_
          - free: 00
        - \`05.0\` **net0** virtio · 52:54:00:00:00:01 \`0000:00:05.0\`
        - \`1f.2\` **sata 0** \`0000:00:1f.2\` _added by libvirt_
          - \`0\` **sda** sata · root \\& more.qcow2 \`sata 0:0:0:0\` _chosen by libvirt_
          - free: 1–5
        - free: 02–04, 06–1e
      - **isa.0** isa
        - \`3f8 irq 4\` **serial0** isa-serial · pty _put there by QEMU_
        - free: 2e8 irq 3–3e8 irq 4
      "
    `);
  });

  test("shows names as they are", () => {
    expect(exported(small.replace("guest", "a*b_c&lt;"), "markdown")).toMatch(/^# a\\\*b\\_c\\<\n/);
  });
});

describe("feature/export as Mermaid", () => {
  test("draws an edge from each bus to who sits on it", () => {
    expect(exported(small, "mermaid")).toMatchInlineSnapshot(`
      "---
      title: "guest"
      ---
      flowchart LR
        n0["pcie.0<br>PCI Express root complex<br>free: 02–04, 06–1e"]
        n1["pcie-root-port 1<br>0000:00:01.0"]
        n0 -->|"01.0"| n1
        n2["net1<br>virtio · 52:54:00:00:00:02<br>0000:01:00.0"]
        n1 -->|"00.0"| n2
        n3["pcie-root-port 2<br>0000:00:01.1<br>free: 00"]
        n0 -->|"01.1"| n3
        n4["net0<br>virtio · 52:54:00:00:00:01<br>0000:00:05.0"]
        n0 -->|"05.0"| n4
        n5["sata 0<br>0000:00:1f.2<br>free: 1–5"]
        n0 -->|"1f.2"| n5
        n6["sda<br>sata · root #38; more.qcow2<br>sata 0:0:0:0"]
        n5 -->|"0"| n6
        n7["isa.0<br>isa<br>free: 2e8 irq 3–3e8 irq 4"]
        n8["serial0<br>isa-serial · pty"]
        n7 -->|"3f8 irq 4"| n8
        classDef bus stroke-width:3px
        classDef chosen stroke-dasharray:6 3
        classDef usual stroke-dasharray:6 3
        classDef added stroke-dasharray:2 3,font-style:italic
        class n0,n7 bus
        class n2,n6 chosen
        class n8 usual
        class n1,n3,n5 added
      "
    `);
  });

  test.each(sampleTexts)("writes %s without characters of Mermaid's own inside labels", (_, text) => {
    const labels = [...exported(text, "mermaid").matchAll(/\["(.*)"\]$/gm)].map(([, label = ""]) => label);
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label.replaceAll("<br>", "")).not.toMatch(/["<>[\]{}|`]/);
  });
});

describe("feature/export as SVG", () => {
  test.each(sampleTexts)("draws %s well-formed, with every device and no style sheet", (_, text) => {
    const svg = exported(text, "svg");
    const tree = readStrictly(svg);
    expect(tree?.name).toBe("svg");
    expect(tree?.attributes.get("xmlns")).toBe("http://www.w3.org/2000/svg");
    expect(svg).not.toMatch(/<style| style=|<script| class=/);
    const { service, snapshot } = open(text);
    const told = textsOf(tree!, "title").join("\n");
    for (const { label } of service.board(snapshot)?.devices ?? []) expect(told).toContain(label);
  });

  test("keeps within its frame", () => {
    const svg = exported(small, "svg");
    const height = Number(/height="(\d+)"/.exec(svg)![1]);
    const tops = [...svg.matchAll(/ y="(\d+)"/g)].map(([, y]) => Number(y));
    expect(Math.max(...tops)).toBeLessThan(height);
    for (const [, x, width] of svg.matchAll(/<rect x="(\d+)" y="\d+" width="(-?\d+)"/g)) {
      expect(Number(width)).toBeGreaterThan(200);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(960);
    }
  });

  test("escapes what the file says", () => {
    const svg = exported(small.replace("guest", "&lt;b&gt; &amp; &quot;"), "svg");
    expect(textsOf(readStrictly(svg)!, "title")[0]).toBe('Slots of <b> & "');
  });
});

test.each(sampleTexts)("feature/export names each device of %s once", (_, text) => {
  const { service, snapshot } = open(text);
  const lines = exported(text, "markdown").split("\n");
  for (const { label, address } of service.board(snapshot)?.devices ?? []) {
    if (address === undefined) continue;
    const own = lines.filter(
      (line) => line.includes(`\`${address}\``) && line.replaceAll("\\", "").includes(`**${label}`),
    );
    expect(own.length, `${label} at ${address}`).toBeGreaterThan(0);
  }
});

test("feature/export has nothing to say of other XML", () => {
  expect(open("<network/>").service.exportBoard(open("<network/>").snapshot, "svg")).toBeUndefined();
});

test("a snapshot's two domains are told apart by their titles", () => {
  const inside = "type='kvm'><name>mail</name>";
  const both = `<domainsnapshot><domain ${inside}</domain><inactiveDomain ${inside}</inactiveDomain></domainsnapshot>`;
  const { service, snapshot } = open(both);
  expect(service.exportBoard(snapshot, "markdown", 0)).toMatch(/^# mail\n/);
  expect(service.exportBoard(snapshot, "markdown", 1)).toMatch(/^# mail, when started anew\n/);
  expect(service.exportBoard(snapshot, "mermaid", 1)).toContain('title: "mail, when started anew"');
  expect(service.picture(snapshot, 1)?.title).toBe("Slots of mail, when started anew");
});
