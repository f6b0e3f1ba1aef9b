import { describe, expect, test } from "vitest";
import { getDomainService } from "../../src/service.ts";
import { fixtures } from "../check/fixtures.ts";

/** The fixture of a problem as a snapshot, without its marks. */
function open(text: string, options = {}) {
  const service = getDomainService(options);
  return { service, snapshot: service.snapshot("guest.xml", 1, text.replaceAll(/[⟦⟧]/g, "")) };
}

describe("feature/problems", () => {
  test.each(Object.entries(fixtures))("%s does not keep anybody from pinning", (_, { text, options }) => {
    const { service, snapshot } = open(text, options);
    const refusals = service.diagnostics(snapshot).flatMap(({ libvirtError }) => libvirtError ?? []);
    expect(refusals, "libvirt takes it at define").toEqual([]);
    expect(service.pinAll(snapshot)).toHaveProperty("edits");
  });

  test("libvirt's refusal of an address silences what we think of that address", () => {
    const disk = "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/>";
    const { service, snapshot } = open(
      `<domain type='kvm'><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${disk}<address type='drive' target='1' unit='2'/></disk></devices></domain>`,
    );
    expect(service.diagnostics(snapshot).map(({ code }) => code)).toEqual(["drive-ide-target"]);
  });

  test("domains of other drivers are left to their own", () => {
    const { service, snapshot } = open(fixtures["ide-unit-range"].text.replace("type='qemu'", "type='xen'"));
    expect(service.diagnostics(snapshot)).toEqual([]);
  });
});
