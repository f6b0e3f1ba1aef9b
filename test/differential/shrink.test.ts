import { expect, test } from "vitest";
import { readStrictly, type StrictElement } from "../support/strictXml.ts";
import { writeElement } from "./element.ts";
import { generateDomain } from "./generate.ts";
import { machinesOf } from "./machines.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { cutsOf, shrink } from "./shrink.ts";

test("a seed always gives the same domain, and seeds differ", () => {
  expect(writeElement(generateDomain(7))).toBe(writeElement(generateDomain(7)));
  expect(writeElement(generateDomain(7))).not.toBe(writeElement(generateDomain(8)));
});

test("what is generated and edited is well-formed and keeps its machine", () => {
  for (let seed = 0; seed < 200; seed++) {
    const domain = generateDomain(seed);
    expect(readStrictly(writeElement(domain))).toEqual(domain);
    expect(writeElement(mutate(new Random(seed), domain))).toContain("machine=");
  }
});

test("a wanted machine is kept to, an unknown one is our own mistake", () => {
  for (let seed = 0; seed < 20; seed++) {
    const machines = machinesOf(new Set(["s390x", "x86_64"]), "s390x");
    expect(writeElement(generateDomain(seed, machines))).toContain("arch='s390x'");
  }
  expect(() => machinesOf(new Set(["x86_64"]), "s390x")).toThrow(RangeError);
});

test("shrinking keeps what shows the finding and drops the rest", async () => {
  const domain =
    readStrictly(`<domain type='qemu'><name>n</name><os><type arch='x86_64'>hvm</type></os><devices>
    ${Array.from({ length: 20 }, (_, index) => `<rng model='virtio' index='${index}'/>`).join("")}
    <hub type='usb'><address type='usb' port='1'/></hub><disk type='file'><target dev='vda'/></disk>
  </devices></domain>`);
  const hasPort = (candidate: StrictElement) => writeElement(candidate).includes("port='1'");
  const small = await shrink(domain!, async (candidates) => candidates.map(hasPort));
  expect(writeElement(small)).toBe(`<domain>
  <os>
    <type arch='x86_64'>hvm</type>
  </os>
  <devices>
    <hub>
      <address port='1'/>
    </hub>
  </devices>
</domain>
`);
});

test("every cut is smaller than what it was cut from", () => {
  const domain = generateDomain(3);
  const whole = writeElement(domain).length;
  for (const cut of cutsOf(domain)) expect(writeElement(cut).length).toBeLessThan(whole);
});
