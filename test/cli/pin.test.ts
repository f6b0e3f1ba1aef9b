import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandLine, clash, domain, plain } from "./commandLine.ts";

let cli: CommandLine;
beforeAll(async () => {
  cli = await CommandLine.start();
});
afterAll(() => cli.close());

const inFolder = (name: string) => path.join(cli.folder, name);
const rngAddress =
  "      <address type='pci' domain='0x0000' bus='0x00' slot='0x03' function='0x0'/>\n    </rng>";

describe("cli/pin", () => {
  test("writes one file to standard output and leaves it alone", () => {
    cli.write("a.xml", plain);
    const { status, stdout, stderr } = cli.run(["pin", "a.xml"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("<controller type='pci' index='0' model='pci-root'/>");
    expect(stdout).toContain("<memballoon model='virtio'>");
    expect(stdout.replace(/\n/g, "")).toContain("</backend>      <address type='pci'");
    expect(cli.read("a.xml")).toBe(plain);
  });

  test("pins only what is there when asked", () => {
    const { status, stdout } = cli.run(["pin", "--only-present", "-"], plain);
    expect({ status, stdout }).toEqual({ status: 0, stdout: plain.replace("    </rng>", rngAddress) });
  });

  test("replaces files whole, and keeps mode, links and neighbours", () => {
    cli.write("a.xml", plain, 0o640);
    symlinkSync("a.xml", inFolder("link.xml"));
    const before = readdirSync(cli.folder).sort();
    expect(cli.run(["pin", "--write", "link.xml"])).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(cli.read("a.xml")).toContain("<memballoon");
    expect(statSync(inFolder("a.xml")).mode & 0o777).toBe(0o640);
    expect(lstatSync(inFolder("link.xml")).isSymbolicLink()).toBe(true);
    expect(readdirSync(cli.folder).sort()).toEqual(before);
    expect(cli.run(["check", "a.xml"]).status).toBe(0);
  });

  test("does not touch a file that is pinned already", () => {
    cli.write("b.xml", plain);
    cli.run(["pin", "--write", "b.xml"]);
    const { ino, mtimeMs } = statSync(inFolder("b.xml"));
    expect(cli.run(["pin", "--write", "b.xml"]).status).toBe(0);
    expect(statSync(inFolder("b.xml"))).toMatchObject({ ino, mtimeMs });
  });

  test("writes into another folder, each file on its own", () => {
    cli.write("good.xml", plain);
    cli.write("clash.xml", clash);
    const { status, stderr } = cli.run(["pin", "--out-dir", "new/out", "clash.xml", "none.xml", "good.xml"]);
    expect(status).toBe(2);
    expect(stderr).toContain("clash.xml:12:7: error pci-double-use");
    expect(stderr).toContain("clash.xml: not pinned.");
    expect(stderr).toContain("none.xml: cannot be read");
    expect(readdirSync(inFolder("new/out"))).toEqual(["good.xml"]);
    expect(cli.read("good.xml")).toBe(plain);
  });

  test("names standard input in the folder", () => {
    expect(cli.run(["pin", "--out-dir", "in", "-"], plain).status).toBe(0);
    expect(readdirSync(inFolder("in"))).toEqual(["stdin.xml"]);
  });

  test.each([
    ["a domain that libvirt refuses", clash],
    ["broken XML", plain.replace("</rng>", "")],
    ["other XML", "<network/>"],
    ["a domain of another driver", domain("", "xen")],
  ])("does not write %s", (_, text) => {
    cli.write("bad.xml", text);
    const { status, stdout, stderr } = cli.run(["pin", "--write", "bad.xml"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/bad\.xml: not pinned\. \S/);
    expect(cli.read("bad.xml")).toBe(text);
  });

  test("refuses places that would be lost without hubs that are not listed", () => {
    const tablets = Array.from({ length: 9 }, () => "    <input type='tablet' bus='usb'/>").join("\n");
    const { status, stdout, stderr } = cli.run(["pin", "--only-present", "-"], domain(tablets));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("behind controllers or hubs that libvirt adds");
    expect(cli.run(["pin", "-"], domain(tablets)).stdout).toContain("<hub type='usb'>");
  });

  test("leaves nothing behind when the file cannot be written", () => {
    mkdirSync(inFolder("taken/good.xml"), { recursive: true });
    cli.write("good.xml", plain);
    const { status, stderr } = cli.run(["pin", "--out-dir", "taken", "good.xml"]);
    expect(status).toBe(2);
    expect(stderr).toContain("cannot be written");
    expect(readdirSync(inFolder("taken"))).toEqual(["good.xml"]);
    expect(existsSync(inFolder("taken/good.xml"))).toBe(true);
  });
});

describe("cli/show", () => {
  test("lists buses, slots and occupants", () => {
    const { status, stdout } = cli.run(["show", "-"], plain);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^guest \(pc-i440fx-10\.0 · x86_64\)\n/);
    expect(stdout).toMatch(/ {2}03\.0 +rng .*chosen by libvirt\n/);
    expect(stdout).toMatch(/ {2}01\.2 +controller usb 0 .*added by libvirt\n/);
  });

  test("prints the same as JSON", () => {
    const { stdout } = cli.run(["show", "--format", "json", "-"], plain);
    const { buses } = JSON.parse(stdout);
    const slot = buses[0].slots.find((candidate: { label: string }) => candidate.label === "03");
    expect(slot.occupants).toMatchObject([
      { kind: "rng", placement: "assigned", implied: false, function: "0" },
    ]);
  });

  test("chooses among several domains by name or number, and says that there are others", () => {
    const second = plain.replace("<name>guest</name>", "<name>other</name>");
    const both = `<domains>${plain}${second}</domains>`;
    const first = cli.run(["show", "-"], both);
    expect(first.stdout).toMatch(/^guest \(/);
    expect(first.stderr).toContain("holds 1 guest, 2 other; this is the first. --domain chooses another.");
    for (const wanted of ["2", "other"]) {
      const { status, stdout, stderr } = cli.run(["show", "--domain", wanted, "-"], both);
      expect([status, stderr, stdout.split(" ")[0]]).toEqual([0, "", "other"]);
    }
    expect(cli.run(["show", "--domain", "3", "-"], both)).toMatchObject({ status: 2, stdout: "" });
    expect(cli.run(["show", "--domain", "1", "-"], plain)).toMatchObject({ status: 0, stderr: "" });
  });

  test.each([
    ["text", /^other \(/],
    ["json", /^\{\n {2}"title": "other"/],
    ["svg", /<title>Slots of other<\/title>/],
    ["mermaid", /^---\ntitle: "other"\n/],
    ["markdown", /^# other\n/],
  ])("shows the chosen domain as %s", (format, title) => {
    const both = `<domains>${plain}${plain.replace("<name>guest</name>", "<name>other</name>")}</domains>`;
    const { status, stdout, stderr } = cli.run(["show", "--domain", "other", "--format", format, "-"], both);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(title);
    expect(stdout).not.toContain("guest");
  });

  test("has nothing to show of other XML", () => {
    expect(cli.run(["show", "-"], "<network/>")).toMatchObject({ status: 1, stdout: "" });
  });
});
