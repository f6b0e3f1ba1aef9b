import { expect, test } from "vitest";
import { getDomainService } from "../../../src/service.ts";
import { changedLines, curesOf, guest } from "./curing.ts";

const mixedUp = (source: string, place: string) =>
  guest(
    `<hostdev mode='subsystem' type='pci' managed='yes'>\n<source>\n<address ${source}/>\n</source>\n<address type='pci' ${place}/>\n</hostdev>`,
  );

const exchanged = mixedUp(
  "domain='0x0000' bus='0x00' slot='0x05' function='0x0'",
  "domain='0x0000' bus='0x06' slot='0x00' function='0x0'",
);

test("addresses that stand in each other's place change places, where the host has the one only", () => {
  const address = { domain: 0, bus: 6, slot: 0, function: 0 };
  const service = getDomainService({ host: { pciDevices: [{ address, pciExpress: true }] } });
  const snapshot = service.snapshot("guest.xml", 1, exchanged);
  const problem = service.diagnostics(snapshot).find(({ code }) => code === "hostdev-source-exchanged");
  expect(problem?.message).toContain("The host has no device 0000:00:05.0, but it has 0000:06:00.0");
  const [swap] = problem ? service.codeActions(snapshot, problem.range) : [];
  expect(swap).toMatchObject({ title: "Swap the host's and the guest's address", isPreferred: true });
  const after = service.apply(snapshot, swap?.edits ?? []);
  expect(changedLines(exchanged, after)).toEqual([
    "- <address domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>",
    "- <address type='pci' domain='0x0000' bus='0x06' slot='0x00' function='0x0'/>",
    "+ <address domain='0x0000' bus='0x06' slot='0x00' function='0x0'/>",
    "+ <address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>",
  ]);
});

test("without knowing the host, the swap is offered where the guest cannot have the place, and not preferred", () => {
  const cures = curesOf(
    mixedUp("bus='0x00' slot='0x05' function='0x0'", "bus='0x41' slot='0x02' function='0x1'"),
    "pci-slot-too-high",
  );
  const swap = cures.find(({ title }) => title.startsWith("Swap"));
  expect(swap?.preferred).toBe(false);
  expect(swap?.changes).toEqual([
    "- <address bus='0x00' slot='0x05' function='0x0'/>",
    "- <address type='pci' bus='0x41' slot='0x02' function='0x1'/>",
    "+ <address domain='0x0000' bus='0x41' slot='0x02' function='0x1'/>",
    "+ <address type='pci' bus='0x00' slot='0x05' function='0x0'/>",
  ]);
});
