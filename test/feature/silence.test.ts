import { describe, expect, test } from "vitest";
import { getDomainService, type Severities } from "../../src/service.ts";

const disk =
  "<disk type='file'><source file='/a'/><target dev='hdc' bus='ide'/><address type='drive' unit='3'/></disk>";

/** A guest with an IDE disk on unit 3; comments go to the places that are named. */
function guest({ before = "", top = "", above = "", disks = disk } = {}): string {
  return `${before}<domain type='kvm'>${top}<os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${above}${disks}</devices></domain>`;
}

function told(text: string, severities?: Severities): string[] {
  const service = getDomainService(severities ? { severities } : {});
  const snapshot = service.snapshot("guest.xml", 1, text);
  return service.diagnostics(snapshot).map(({ code, severity }) => `${severity} ${code}`);
}

const comment = (codes: string) => `<!-- libvirt-slots-disable ${codes} -->`;
const unit = comment("ide-unit-range");

describe("feature/silence", () => {
  test("a guest without wishes hears everything", () => {
    expect(told(guest())).toEqual(["error ide-unit-range"]);
  });

  test.each([
    ["before the domain", { before: unit }],
    ["first in the domain", { top: unit }],
    ["above the device", { above: unit }],
    ["with several codes", { above: comment("pci-double-use, ide-unit-range") }],
    ["with no code, for all of them", { above: comment("") }],
  ])("a comment %s silences", (_, places) => {
    expect(told(guest(places))).toEqual([]);
  });

  test("a comment above one device leaves the others alone", () => {
    const other = disk.replace("hdc", "hdd").replace("unit='3'", "unit='2'");
    expect(told(guest({ above: unit, disks: disk + other }))).toEqual(["error ide-unit-range"]);
  });

  test.each([
    ["another code", comment("pci-double-use")],
    ["another word", "<!-- ide-unit-range libvirt-slots-disable -->"],
  ])("a comment with %s silences nothing", (_, above) => {
    expect(told(guest({ above }))).toEqual(["error ide-unit-range"]);
  });

  test("settings change a severity or switch a code off", () => {
    expect(told(guest(), { "ide-unit-range": "hint" })).toEqual(["hint ide-unit-range"]);
    expect(told(guest(), { "ide-unit-range": "off" })).toEqual([]);
    expect(told(guest(), JSON.parse('{"constructor":"off"}'))).toEqual(["error ide-unit-range"]);
  });

  test("libvirt's own refusals obey too, and faults of the XML stay", () => {
    const clash = disk.replace("unit='3'", "unit='0'");
    const two = clash + clash.replace("hdc", "hdd");
    expect(told(guest({ disks: two }), { "drive-double-use": "warning" })).toEqual([
      "warning drive-double-use",
    ]);
    expect(told(`${comment("")}${guest().replace("</devices>", "")}`)).toHaveLength(1);
  });
});
