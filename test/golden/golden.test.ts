import { describe, expect, test } from "vitest";
import { judge } from "../conformance/judge.ts";
import { goldenCase, goldenNames, readProvenance } from "./goldenCases.ts";

const { libvirt, qemu, date } = readProvenance();

describe(`libvirt ${libvirt} with QEMU ${qemu}, asked on ${date}, answers the same`, () => {
  const names = goldenNames();

  test("there are domains of many themes", () => {
    const themes = new Set(names.map((name) => name.split("/")[0]));
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(themes.size).toBeGreaterThanOrEqual(10);
  });

  for (const name of names) {
    test(name, () => expect(judge(goldenCase(name)).complaints).toEqual([]));
  }
});
