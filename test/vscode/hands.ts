import type { Frame, Locator } from "playwright-core";
import { expect } from "vitest";
import { chip, drag } from "./bench.ts";
import { eventually, type Workbench } from "./harness.ts";

/** What the hands work on: a document and the board beside it. */
export interface Desk {
  readonly workbench: Workbench;
  readonly frame: Frame;
  /** The document's path inside the workspace. */
  readonly file: string;
}

export type Way = "mouse" | "keyboard" | "menu";
export type Act = () => Promise<void>;
export type Name = string | RegExp;

/** Everything a person can do on a board in the real VS Code; each act is made first and done when it is called. */
export interface Hands {
  press(...keys: readonly string[]): Promise<void>;
  /** An entry of the open menu. */
  item(name: Name): Locator;
  slot(key: string): Locator;
  /** Drags a device onto a slot, or onto the device that sits there, and picks what the drop shall mean. */
  dragTo(device: string, key: string, offer?: Name): Act;
  /** Picks a device up with Enter, walks place by place until it is over the slot, and drops it. */
  carryTo(device: string, key: string, offer?: Name): Act;
  /** Opens the menu of a device with the mouse, presses an entry, and, where it asks for a place, chooses it there. */
  choose(device: string, entry: Name, place?: string): Act;
  /** The same place each way; an offer is what a drop on a taken slot means. */
  placing(device: string, key: string, name: string, offer?: string): Readonly<Record<Way, Act>>;
  /** Undo and redo the way that goes with each gesture: the toolbar's buttons, the board's keys, the text's commands. */
  history(way: Way, command: "Undo" | "Redo"): Promise<void>;
  expectText(text: string): Promise<void>;
}

/** Hands for a desk that is set up later, when the tests begin. */
export function handsOn(desk: () => Desk): Hands {
  const { press, item, slot } = fingers(desk);
  const dragTo: Hands["dragTo"] = (device, key, offer) => async () => {
    const { workbench, frame } = desk();
    const occupant = slot(key).locator(".chip").first();
    const target = (await occupant.count()) > 0 ? occupant : slot(key);
    await drag(workbench.page, frame, chip(frame, device), target);
    if (offer !== undefined) await item(offer).click();
  };
  const carryTo: Hands["carryTo"] = (device, key, offer) => async () => {
    const { frame } = desk();
    await chip(frame, device).focus();
    await press("Enter");
    await frame.locator("[data-dragging=keyboard]").waitFor();
    const shift = offer === undefined ? "" : "Shift+";
    await press(`${shift}Home`);
    const over = () => frame.locator("[data-over]").first().getAttribute("data-slot");
    for (let steps = 0; (await over()) !== key && steps < 60; steps++) await press(`${shift}ArrowRight`);
    expect(await over()).toBe(key);
    await press("Enter");
    if (offer === undefined) return;
    await item(offer).focus();
    await press("Enter");
  };
  const choose: Hands["choose"] = (device, entry, place) => async () => {
    const { frame } = desk();
    await chip(frame, device).click({ button: "right" });
    await item(entry).click();
    if (place === undefined) return;
    await frame.getByRole("combobox", { name: /^Move / }).fill(place);
    await frame.locator(".move-list").getByRole("option").first().click();
  };
  const placing: Hands["placing"] = (device, key, name, offer) => ({
    mouse: dragTo(device, key, offer),
    keyboard: carryTo(device, key, offer),
    menu: choose(device, /^Move to…/, offer === undefined ? name : `${name} ${offer}`),
  });
  return { press, item, slot, dragTo, carryTo, choose, placing, ...reading(desk) };
}

function fingers(desk: () => Desk): Pick<Hands, "press" | "item" | "slot"> {
  return {
    press: async (...keys) => {
      for (const key of keys) await desk().workbench.page.keyboard.press(key);
    },
    item: (name) => desk().frame.getByRole("menuitem", { name, exact: true }),
    slot: (key) => desk().frame.locator(`[data-slot='${key}']`).first(),
  };
}

function reading(desk: () => Desk): Pick<Hands, "history" | "expectText"> {
  const ways: Readonly<Record<Way, (command: "Undo" | "Redo") => Promise<void>>> = {
    mouse: (command) => desk().frame.getByRole("button", { name: command }).click(),
    keyboard: async (command) => {
      const { workbench, frame } = desk();
      await chip(frame, "interface-0").focus();
      await workbench.page.keyboard.press(command === "Undo" ? "Control+z" : "Control+y");
    },
    menu: async (command) => {
      await desk().workbench.focusText();
      await desk().workbench.executeCommand(command.toLowerCase());
    },
  };
  return {
    history: (way, command) => ways[way](command),
    expectText: (text) =>
      eventually(
        "the text is as expected",
        async () => expect(await desk().workbench.text(desk().file)).toBe(text),
        20_000,
      ),
  };
}
