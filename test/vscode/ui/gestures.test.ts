import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { carry, chip } from "../bench.ts";
import {
  type Addresses,
  drive,
  guest,
  leader,
  pci,
  placed,
  rootPort,
  usb,
  writtenPort,
  writtenPorts,
} from "../benchGuest.ts";
import { type Act, handsOn, type Way } from "../hands.ts";
import { eventually, Workbench } from "../harness.ts";

/** The text after a gesture that leaves all other addresses as they are. */
const after = (changed: Addresses, more = "") => guest({ ...placed, ...changed }, more);
const before = guest(placed);

let workbench: Workbench;
let frame: Frame;
/** What the board says of the first text. */
let firstBoard: string;

beforeAll(async () => {
  workbench = await Workbench.start({ workspace: { "bench.xml": before } });
  await workbench.open("bench.xml");
  await workbench.runCommand("Libvirt: Open Slot Editor to the Side");
  frame = await workbench.webview("[data-device='memballoon-0']");
  firstBoard = await frame.locator(".bench").innerText();
});

afterAll(async () => {
  await workbench?.close();
});

const hands = handsOn(() => ({ workbench, frame, file: "bench.xml" }));
const { press, item, dragTo, carryTo, choose, placing } = hands;

/** Opens the menu of a device by keyboard and takes the entry that many steps below the first. */
const chooseByKey = (device: string, entry: string | RegExp) => async () => {
  await chip(frame, device).focus();
  await press("Shift+F10");
  await item(entry).waitFor();
  const isThere = () => item(entry).evaluate((one) => one === document.activeElement);
  for (let steps = 0; !(await isThere()) && steps < 10; steps++) await press("ArrowDown");
  await press("Enter");
};

/** Opens the menu of a device by the button beside it. */
const chooseByButton = (device: string, entry: string | RegExp) => async () => {
  await frame.locator(`[data-device='${device}'] .more`).click();
  await item(entry).click();
};

const selectByMouse = async (devices: readonly string[]) => {
  for (const device of devices) await chip(frame, device).click({ modifiers: ["Control"] });
};

const selectByKey = async (devices: readonly string[]) => {
  for (const device of devices) {
    await chip(frame, device).focus();
    await press("Control+Space");
  }
};

const withSelection =
  (select: typeof selectByKey, devices: readonly string[], act: () => Promise<void>) => async () => {
    await select(devices);
    await frame.locator(".selection-bar").waitFor();
    await act();
  };

const pressBar = (name: string) => () =>
  frame.locator(".selection-bar").getByText(name, { exact: true }).click();

const pressDelete = (device: string) => async () => {
  await chip(frame, device).focus();
  await press("Delete");
};

const addButton = () => frame.getByRole("button", { name: "Add controller…" });

const portsByMouse = (count: number) => async () => {
  await addButton().click();
  await frame.getByRole("spinbutton", { name: "Hot-plug ports" }).fill(String(count));
  await frame.getByRole("button", { name: "Reserve" }).click();
};

const portsByKey = (count: number) => async () => {
  await addButton().focus();
  await press("Enter");
  const field = frame.getByRole("spinbutton", { name: "Hot-plug ports" });
  await field.waitFor();
  const isThere = () => field.evaluate((one) => one === document.activeElement);
  for (let steps = 0; !(await isThere()) && steps < 10; steps++) await press("Tab");
  await press("Control+a");
  await press(...String(count), "Enter");
};

interface Gesture {
  readonly what: string;
  /** How it is done each way; the menu of the toolbar is pressed by mouse and by keyboard alone. */
  readonly ways: Readonly<Partial<Record<Way, Act>>>;
  readonly text: string;
}

const cards = ["interface-0", "interface-1"];
const loose = ["rng-0", "memballoon-0"];

const gestures: readonly Gesture[] = [
  {
    what: "a card goes to a free slot",
    ways: placing("interface-0", "pci:0:05", "pcie.0 slot 05"),
    text: after({ net0: pci(5) }),
  },
  {
    what: "a card goes where libvirt had put another, which makes way",
    ways: placing("interface-0", "pci:1:00", "pci.1 slot 00 makes way"),
    text: after({ net0: pci(0, 0, "", 1) }, writtenPort(1)),
  },
  {
    what: "a disk goes to a free unit",
    ways: placing("disk-0", "drive:scsi:0:0:4", "scsi0 slot 0:4"),
    text: after({ sda: drive(4) }),
  },
  {
    what: "a tablet goes to a free port",
    ways: placing("input-0", "usb:0/5", "usb0 slot 5"),
    text: after({ tablet: usb(5) }),
  },
  {
    what: "two cards change places",
    ways: placing("interface-0", "pci:0:04", "pcie.0 slot 04", "Swap with net1"),
    text: after({ net0: pci(4), net1: pci(3) }),
  },
  {
    what: "two disks change places",
    ways: placing("disk-0", "drive:scsi:0:0:1", "scsi0 slot 0:1", "Swap with sdb"),
    text: after({ sda: drive(1), sdb: drive(0) }),
  },
  {
    what: "two USB devices change places",
    ways: placing("input-0", "usb:0/2", "usb0 slot 2", "Swap with mouse"),
    text: after({ tablet: usb(2), mouse: usb(1) }),
  },
  {
    what: "a card joins another as a function of its slot",
    ways: placing("interface-1", "pci:0:03", "pcie.0 slot 03", "Join net0 as function 1"),
    text: after({ net0: pci(3, 0, leader), net1: pci(3, 1) }),
  },
  {
    what: "a card goes to a free function of a shared slot",
    ways: placing("interface-0", "pci:0:08#3", "pcie.0 slot 08 function 3"),
    text: after({ net0: pci(8, 3) }),
  },
  {
    what: "a card with its sound device goes to another slot as one",
    ways: {
      mouse: dragTo("hostdev-0", "pci:0:05"),
      keyboard: carryTo("hostdev-0", "pci:0:05"),
      menu: choose("hostdev-0", /^Move together into one slot…/, "pcie.0 slot 05"),
    },
    text: after({ gpu: pci(5, 0, leader), audio: pci(5, 1) }),
  },
  {
    what: "two selected cards go to free slots, one after another",
    ways: {
      mouse: withSelection(selectByMouse, cards, dragTo("interface-0", "pci:0:0b")),
      keyboard: withSelection(selectByKey, cards, carryTo("interface-0", "pci:0:0b")),
      menu: withSelection(
        selectByMouse,
        cards,
        choose("interface-0", /^Move 2 devices to…/, "pcie.0 slot 0b"),
      ),
    },
    text: after({ net0: pci(0xb), net1: pci(0xc) }),
  },
  {
    what: "an unpinned device is pinned where libvirt would put it",
    ways: {
      mouse: chooseByButton("rng-0", "Pin"),
      keyboard: chooseByKey("rng-0", "Pin"),
      menu: choose("rng-0", "Pin"),
    },
    text: after({ rng: pci(0, 0, "", 2) }, writtenPort(2)),
  },
  {
    what: "a selection is pinned",
    ways: {
      mouse: withSelection(selectByMouse, loose, pressBar("Pin 2")),
      keyboard: withSelection(selectByKey, loose, chooseByKey("rng-0", "Pin 2 devices")),
      menu: withSelection(selectByMouse, loose, choose("rng-0", "Pin 2 devices")),
    },
    text: after({ rng: pci(0, 0, "", 2), balloon: pci(0, 0, "", 1) }, [1, 2].map(writtenPort).join("")),
  },
  {
    what: "a pinned device is unpinned",
    ways: {
      mouse: chooseByButton("interface-1", /^Unpin/),
      keyboard: pressDelete("interface-1"),
      menu: choose("interface-1", /^Unpin/),
    },
    text: after({ net1: undefined }),
  },
  {
    what: "a selection is unpinned",
    ways: {
      mouse: withSelection(selectByMouse, cards, pressBar("Unpin 2")),
      keyboard: withSelection(selectByKey, cards, pressDelete("interface-1")),
      menu: withSelection(selectByMouse, cards, choose("interface-0", /^Unpin 2 devices/)),
    },
    text: after({ net0: undefined, net1: undefined }),
  },
  {
    what: "a root port is added",
    ways: {
      mouse: async () => {
        await addButton().click();
        await item(/^Root port/).click();
      },
      keyboard: async () => {
        await addButton().focus();
        await press("Enter");
        await item(/^Root port/).waitFor();
        await press("Enter");
      },
    },
    text: after({}, `${writtenPorts}${rootPort(4)}`),
  },
  {
    what: "two hot-plug ports are kept",
    ways: { mouse: portsByMouse(2), keyboard: portsByKey(2) },
    text: after({}, `${writtenPorts}${rootPort(4, pci(2, 0, leader))}${rootPort(5, pci(2, 1))}`),
  },
];

/** The text is this one, and the board shows it: a board that lags behind would end the next gesture. */
async function expectText(text: string): Promise<void> {
  await hands.expectText(text);
  const drawn = async () =>
    expect((await frame.locator(".bench").innerText()) === firstBoard).toBe(text === before);
  await eventually("the board follows", drawn, 20_000);
}

/** No choice or menu is left of the gesture before. */
async function settle(): Promise<void> {
  await workbench.page.keyboard.press("Escape");
  const clear = frame.getByRole("button", { name: "Clear selection" });
  if ((await clear.count()) > 0) await clear.click();
  await expectText(before);
}

describe.each(gestures)("$what", ({ ways, text }) => {
  afterEach(async () => {
    if ((await workbench.text("bench.xml")) !== before) await workbench.setText("bench.xml", before);
    await settle();
  });

  test.each(Object.entries(ways) as [Way, Act][])("by %s", async (way, act) => {
    await act();
    await expectText(text);
    await hands.history(way, "Undo");
    await expectText(before);
    await hands.history(way, "Redo");
    await expectText(text);
    await hands.history(way, "Undo");
    await expectText(before);
  });
});

test("the board says who makes way before the drop", async () => {
  await carry(workbench.page, frame, chip(frame, "interface-0"), chip(frame, "memballoon-0"));
  await eventually("the shift is told", async () =>
    expect(await frame.locator(".carry-shifts").innerText()).toMatch(/balloon moves \S+ → \S+/),
  );
  await press("Escape");
  await workbench.page.mouse.up();
  expect(await workbench.text("bench.xml")).toBe(before);
});

test("the board says what a drop on a taken slot would do before the drop", async () => {
  const words = "Swap with net1: net1 moves 00:04.0 → 00:03.0; nothing else moves";
  await carry(workbench.page, frame, chip(frame, "interface-0"), chip(frame, "interface-1"));
  await eventually("the swap is told", async () =>
    expect(await frame.locator(".ghost-note").innerText()).toBe(words),
  );
  expect(await frame.locator("[aria-live=polite]").innerText()).toBe(`${words}.`);
  await press("Escape");
  await workbench.page.mouse.up();
  expect(await workbench.text("bench.xml")).toBe(before);
});

test("undo pressed faster than the text follows takes back one gesture per press", async () => {
  const once = after({ net0: pci(5) });
  await dragTo("interface-0", "pci:0:05")();
  await expectText(once);
  await frame.locator("[data-slot='pci:0:05'] [data-device='interface-0']").waitFor();
  await dragTo("disk-0", "drive:scsi:0:0:4")();
  await expectText(after({ net0: pci(5), sda: drive(4) }));
  await frame.getByRole("button", { name: "Undo" }).click({ clickCount: 2 });
  await expectText(before);
  await frame.getByRole("button", { name: "Redo" }).click();
  await expectText(once);
  await frame.getByRole("button", { name: "Undo" }).click();
  await expectText(before);
  await settle();
});

test("nothing on the board breaks the content security policy", () => {
  expect(workbench.consoleErrors.filter((line) => /Content Security Policy/i.test(line))).toEqual([]);
});
