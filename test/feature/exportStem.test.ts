import { describe, expect, test } from "vitest";
import { open } from "./cursor.ts";

/** The names of the files for all domains of a document that is called "guests". */
function stems(...names: readonly string[]): string[] {
  const domains = names.map((name) => `<domain type='kvm'><name>${name}</name></domain>`);
  const { service, snapshot } = open(`<domains>${domains.join("")}</domains>`);
  return names.map((_, at) => service.exportStem(snapshot, "guests", at));
}

describe("feature/export name of a file", () => {
  test("is the document's where there is one domain", () => {
    const { service, snapshot } = open("<domain type='kvm'><name>mail</name></domain>");
    expect(service.exportStem(snapshot, "guests")).toBe("guests");
  });

  test.each([
    [
      ["mail", "web"],
      ["guests-mail", "guests-web"],
    ],
    [
      ["a/b: c?", "../../etc"],
      ["guests-a-b-c", "guests-etc"],
    ],
    [
      ["Größe", "日本"],
      ["guests-Größe", "guests-日本"],
    ],
    [
      ["mail", "mail"],
      ["guests-mail-1", "guests-mail-2"],
    ],
    [
      ["mail", "MAIL", "web"],
      ["guests-1", "guests-2", "guests-web"],
    ],
    [
      ["a/b", "a?b"],
      ["guests-1", "guests-2"],
    ],
    [
      ["...", "web"],
      ["guests-1", "guests-web"],
    ],
    [
      ["", "web"],
      ["guests-unnamed-domain", "guests-web"],
    ],
    [
      ["x".repeat(300), "web"],
      [`guests-${"x".repeat(60)}`, "guests-web"],
    ],
  ])("%j become %j", (names, files) => {
    expect(stems(...names)).toEqual(files);
  });

  test("tells the two domains of a snapshot apart", () => {
    const inside = "type='kvm'><name>mail</name>";
    const text = `<domainsnapshot><domain ${inside}</domain><inactiveDomain ${inside}</inactiveDomain></domainsnapshot>`;
    const { service, snapshot } = open(text);
    const both = [0, 1].map((at) => service.exportStem(snapshot, "before", at));
    expect(both).toEqual(["before-mail", "before-mail-when-started-anew"]);
  });

  test("of a domain that is no longer there is that of the last one, as its board", () => {
    const domains = ["a", "b"].map((name) => `<domain type='kvm'><name>${name}</name></domain>`);
    const { service, snapshot } = open(`<domains>${domains.join("")}</domains>`);
    expect(service.exportStem(snapshot, "guests", 7)).toBe("guests-b");
  });
});
