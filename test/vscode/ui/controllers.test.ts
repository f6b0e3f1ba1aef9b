import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chip } from "../bench.ts";
import { pci } from "../benchGuest.ts";
import { controllerGuest, type Seats, seats } from "../controllerGuest.ts";
import { type Act, type Hands, handsOn, type Way } from "../hands.ts";
import { eventually, Workbench } from "../harness.ts";

const file = "controllers.xml";
const before = controllerGuest(seats);

let workbench: Workbench;
let frame: Frame;

beforeAll(async () => {
  workbench = await Workbench.start({ workspace: { [file]: before } });
  await workbench.open(file);
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  frame = await workbench.webview("[data-device='interface-1']");
});

afterAll(async () => {
  await workbench?.close();
});

const hands = handsOn(() => ({ workbench, frame, file }));

interface Gesture {
  readonly what: string;
  readonly ways: ReturnType<Hands["placing"]>;
  /** The only addresses that change. */
  readonly change: Partial<Seats>;
  /** Who is drawn inside which slot before, and who after; places inside places, from the outside in. */
  readonly came: readonly [before: string, after: string];
}

const gestures: readonly Gesture[] = [
  {
    what: "a root port goes to another slot with its card",
    ways: hands.placing("controller-pci-1", "pci:0:08", "pcie.0 slot 08"),
    change: { port: pci(8) },
    came: ["pci:0:02 interface-0", "pci:0:08 interface-0"],
  },
  {
    what: "a bridge goes to another port with its cards",
    ways: hands.placing("controller-pci-4", "pci:3:00", "pci.3 slot 00"),
    change: { bridge: pci(0, 0, "", 3) },
    came: ["pci:2:00 pci:4:03 interface-1", "pci:3:00 pci:4:03 interface-1"],
  },
  {
    what: "a bridge with its cards changes places with a card",
    ways: hands.placing("controller-pci-4", "pci:1:00", "pci.1 slot 00", "Swap with net0"),
    change: { bridge: pci(0, 0, "", 1), card: pci(0, 0, "", 2) },
    came: ["pci:0:03 pci:2:00 pci:4:04 controller-scsi-0", "pci:0:02 pci:1:00 pci:4:04 controller-scsi-0"],
  },
  {
    what: "a drive controller leaves its bridge, and its disk stays with it",
    ways: hands.placing("controller-scsi-0", "pci:0:09", "pcie.0 slot 09"),
    change: { scsi: pci(9) },
    came: ["pci:2:00 controller-scsi-0", "pci:0:09 controller-scsi-0"],
  },
];

/** Waits until the last of the words is drawn inside all of the others. */
async function expectDrawn(words: string): Promise<void> {
  const path = words.split(" ");
  const selector = path.map((word, at) => `[data-${at < path.length - 1 ? "slot" : "device"}='${word}']`);
  await frame.locator(selector.join(" ")).waitFor();
}

describe.each(gestures)("$what", ({ ways, change, came: [home, away] }) => {
  const text = controllerGuest({ ...seats, ...change });

  afterEach(async () => {
    await hands.press("Escape");
    if ((await workbench.text(file)) !== before) await workbench.setText(file, before);
    await hands.expectText(before);
    await expectDrawn(home);
  });

  test.each(Object.entries(ways) as [Way, Act][])("by %s", async (way, act) => {
    await expectDrawn(home);
    await act();
    await hands.expectText(text);
    await expectDrawn(away);
    await expectDrawn("drive:scsi:0:0:0 disk-0");
    await hands.history(way, "Undo");
    await hands.expectText(before);
    await expectDrawn(home);
    await hands.history(way, "Redo");
    await hands.expectText(text);
    await expectDrawn(away);
    await hands.history(way, "Undo");
    await hands.expectText(before);
  });
});

test("no slot behind a controller takes the controller itself", async () => {
  await chip(frame, "controller-pci-4").focus();
  await hands.press("Enter");
  await frame.locator("[data-dragging=keyboard]").waitFor();
  expect(await frame.locator("[data-bus='pci:4'] [data-drop='yes']").count()).toBe(0);
  await hands.press("Escape");
  await eventually("the carrying ends", async () =>
    expect(await frame.locator("[data-dragging]").count()).toBe(0),
  );
});
