import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandLine, clash, domain, plain } from "./commandLine.ts";

let cli: CommandLine;
beforeAll(async () => {
  cli = await CommandLine.start();
});
afterAll(() => cli.close());

function json(stdout: string): { files: { path: string; domain: boolean; diagnostics: unknown[] }[] } {
  return JSON.parse(stdout);
}

describe("cli/check", () => {
  test("finds nothing wrong with a good domain", () => {
    cli.write("good.xml", plain);
    expect(cli.run(["check", "good.xml"])).toMatchObject({
      status: 0,
      stdout: "good.xml: nothing wrong\n",
      stderr: "",
    });
  });

  test("tells place, code, cure, libvirt's words and the other end", () => {
    cli.write("clash.xml", clash);
    const { status, stdout } = cli.run(["check", "clash.xml"]);
    expect(status).toBe(1);
    expect(stdout).toBe(
      [
        "clash.xml:12:7: error pci-double-use: The interface net1 and the interface net0 both want PCI address 0000:00:05.0; move one of them to a free slot, or remove its address.",
        "    libvirt: XML error: Attempted double use of PCI Address 0000:00:05.0",
        "    clash.xml:9:7: This is the interface net0.",
        "",
      ].join("\n"),
    );
  });

  test("prints the agreed JSON", () => {
    cli.write("clash.xml", clash);
    const { status, stdout } = cli.run(["check", "--format", "json", "clash.xml"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      files: [
        {
          path: "clash.xml",
          domain: true,
          diagnostics: [
            {
              code: "pci-double-use",
              severity: "error",
              message: expect.stringContaining("0000:00:05.0"),
              libvirtError: "XML error: Attempted double use of PCI Address 0000:00:05.0",
              range: { start: { line: 11, character: 6 }, end: { line: 11, character: 36 } },
              related: [
                {
                  message: expect.any(String),
                  range: { start: { line: 8, character: 6 }, end: { line: 8, character: 36 } },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("leaves other XML alone", () => {
    cli.write("other.xml", "<project><domain/></project>");
    cli.write("network.xml", "<network><name>default</name></network>");
    const { status, stdout } = cli.run(["check", "--format", "json", "other.xml", "network.xml"]);
    expect(status).toBe(0);
    expect(json(stdout).files).toEqual([
      { path: "other.xml", domain: false, diagnostics: [] },
      { path: "network.xml", domain: false, diagnostics: [] },
    ]);
  });

  test("reports broken XML at its place", () => {
    cli.write("broken.xml", plain.replace("</rng>", ""));
    const { status, stdout } = cli.run(["check", "broken.xml"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^broken\.xml:8:5: error unclosed-element: /);
  });

  test("goes on after a file that cannot be read, and says so", () => {
    cli.write("clash.xml", clash);
    cli.write("latin1.xml", Buffer.from("<domain type='kvm'><name>caf\xe9</name></domain>", "latin1"));
    const { status, stdout, stderr } = cli.run([
      "check",
      "--format",
      "json",
      "none.xml",
      ".",
      "latin1.xml",
      "clash.xml",
    ]);
    expect(status).toBe(2);
    expect(json(stdout).files.map(({ path, diagnostics }) => [path, diagnostics.length])).toEqual([
      ["none.xml", 0],
      [".", 0],
      ["latin1.xml", 0],
      ["clash.xml", 1],
    ]);
    expect(stderr).toContain("none.xml: cannot be read: there is no such file.");
    expect(stderr).toContain(".: cannot be read: it is a folder.");
    expect(stderr).toContain("latin1.xml: cannot be read: it is not UTF-8 text");
  });

  test("reads standard input", () => {
    expect(cli.run(["check", "-"], clash)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("-:12:7: error"),
    });
  });

  test("knows nothing of other drivers but the syntax of addresses", () => {
    const xen = clash.replace("type='kvm'", "type='xen'");
    expect(cli.run(["check", "-"], xen)).toMatchObject({ status: 0 });
    const wrong = xen.replace("slot='5'", "slot='five'");
    const { status, stdout } = cli.run(["check", "--format", "json", "-"], wrong);
    expect(status).toBe(1);
    expect(stdout).toContain("Invalid value for attribute 'slot' in element 'address': 'five'");
  });

  test("pretends that QEMU lacks what it is told to", () => {
    const text = domain("    <controller type='scsi' index='0' model='virtio-scsi'/>");
    expect(cli.run(["check", "-"], text).status).toBe(0);
    const { status, stdout } = cli.run(["check", "--without-qemu", "NEC_USB_XHCI,VIRTIO_SCSI", "-"], text);
    expect(status).toBe(1);
    expect(stdout).toContain("This QEMU doesn't support virtio scsi controller");
  });

  test("reads the machine for the architecture and QEMU it is told", () => {
    const text = plain.replace(" arch='x86_64' machine='pc'", "");
    const { stdout } = cli.run(
      ["show", "--host-arch", "aarch64", "-"],
      text.replace("<type>", "<type machine='virt'>"),
    );
    expect(stdout).toMatch(/^guest \(virt-10\.0 · aarch64\)\n/);
    expect(cli.run(["show", "--qemu-version", "8.2", "-"], plain).stdout).toMatch(
      /^guest \(pc-i440fx-8\.2 · x86_64\)\n/,
    );
  });

  test("takes host facts, and refuses ones it cannot read", () => {
    cli.write("good.xml", plain);
    cli.write(
      "host.json",
      `{"pciDevices": [{"address": "0000:06:12.0", "iommuGroup": 9, "pciExpress": false}]}`,
    );
    expect(cli.run(["check", "--host", "host.json", "good.xml"]).status).toBe(0);
    for (const bad of [
      "{",
      "[]",
      `{"pciDevices": [{"address": "6"}]}`,
      `{"pciDevices": [{"address": "0000:06:12.0", "pciExpress": 1}]}`,
    ]) {
      cli.write("bad.json", bad);
      expect(cli.run(["check", "--host", "bad.json", "good.xml"]).status).toBe(2);
    }
  });
});

describe("cli wants to be used as agreed", () => {
  test("helps", () => {
    const { status, stdout } = cli.run(["--help"]);
    expect(status).toBe(0);
    for (const word of ["check", "pin", "show", "--only-present", "--existing-guest", "--host-arch"]) {
      expect(stdout).toContain(word);
    }
  });

  test.each([
    [[]],
    [["fly"]],
    [["check"]],
    [["check", "--format", "yaml", "a.xml"]],
    [["check", "--format", "svg", "a.xml"]],
    [["check", "--wings", "a.xml"]],
    [["check", "--qemu-version", "new", "a.xml"]],
    [["check", "-", "-"]],
    [["pin", "a.xml", "b.xml"]],
    [["pin", "--write", "-"]],
    [["pin", "--write", "--out-dir", "d", "a.xml"]],
    [["pin", "--out-dir", "d", "a.xml", "sub/a.xml"]],
    [["show", "a.xml", "b.xml"]],
  ])("refuses %j with status 2 and a reason", (args) => {
    const { status, stdout, stderr } = cli.run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^libvirt-slots: \S.*\n/);
  });
});
