import { describe, expect, test } from "vitest";
import {
  type DragEvent,
  type DragOutcome,
  type DragRules,
  type DragState,
  idle,
  stepDrag,
} from "../../webview/drag.ts";

/**
 * A board of four slots: a and b take everything, c refuses, t is taken and offers a swap; the device "stuck" cannot be
 * picked up, and "twin" brings "d" along.
 */
const rules: DragRules = {
  version: 7,
  loadOf: (device) => ({ devices: device === "twin" ? ["twin", "d"] : [device], formation: "run" }),
  findFixture: ({ devices }) => (devices.includes("stuck") ? "It is soldered on." : undefined),
  allowedSlots: () => ["a", "b"],
  offeringSlots: () => ["t"],
  findRefusal: (_load, slot) => (slot === "c" ? "Too small." : slot === "t" ? "Taken." : undefined),
  offersAt: (_load, slot) => (slot === "t" ? [{ kind: "swap", label: "Swap with x", places: [] }] : []),
};

/** Events in a word each, so that a whole drag fits a line. */
function eventOf(word: string): DragEvent {
  const [name, value = ""] = word.split(":");
  switch (name) {
    case "press":
      return { type: "press", device: value, x: 100, y: 100 };
    case "move":
      return { type: "pointerMove", x: 100 + Number(value), y: 100 };
    case "pick":
      return { type: "pickUp", device: value, by: "keyboard" };
    case "over":
      return { type: "over", slot: value === "" ? undefined : value };
    case "drop":
      return { type: "drop" };
    case "take":
      return { type: "take", offer: Number(value) };
    case "cancel":
      return { type: "cancel" };
    case "board":
      return { type: "board", version: Number(value) };
    default:
      throw new RangeError(`eventOf: expected a known word, got ${word}`);
  }
}

/** Plays a drag and checks the states it goes through and what it brings about. */
function checkDrag(words: string, states: string, outcomes: string) {
  let state: DragState = idle;
  const names: string[] = [];
  const told: string[] = [];
  for (const word of words.split(" ")) {
    const step = stepDrag(state, eventOf(word), rules);
    state = step.state;
    names.push(state.name);
    if (step.outcome !== undefined) told.push(tell(step.outcome));
  }
  expect(names.join(" ")).toBe(states);
  expect(told.join(" ")).toBe(outcomes);
}

function tell(outcome: DragOutcome): string {
  switch (outcome.type) {
    case "pickedUp":
      return `pickedUp(${outcome.cargo.devices.join("+")} ${outcome.cargo.by} v${outcome.cargo.version})`;
    case "fixed":
      return `fixed(${outcome.reason})`;
    case "entered":
      return `entered(${outcome.slot}${outcome.reason === undefined ? "" : ` ${outcome.reason}`})`;
    case "left":
      return "left";
    case "dropped":
      return `dropped(${outcome.cargo.device} ${outcome.slot})`;
    case "offered":
      return `offered(${outcome.slot} ${outcome.offers.map(({ kind }) => kind).join("|")})`;
    case "took":
      return `took(${outcome.slot} ${outcome.offer.kind})`;
    case "cancelled":
      return `cancelled(${outcome.reason ?? ""})`;
  }
}

describe("webview/drag", () => {
  test("a pointer that stays is a click and picks nothing up", () => {
    checkDrag("press:d move:3 drop", "pressed pressed idle", "");
  });

  test("a pointer that wanders picks up, and drops on an allowed slot", () => {
    checkDrag(
      "press:d move:5 over:a drop",
      "pressed carried overAllowed idle",
      "pickedUp(d pointer v7) entered(a) dropped(d a)",
    );
  });

  test("the keyboard needs no press", () => {
    checkDrag(
      "pick:d over:a over:b drop",
      "carried overAllowed overAllowed idle",
      "pickedUp(d keyboard v7) entered(a) entered(b) dropped(d b)",
    );
  });

  test("a drop on a refused slot changes nothing and says why", () => {
    checkDrag(
      "pick:d over:c drop",
      "carried overRefused idle",
      "pickedUp(d keyboard v7) entered(c Too small.) cancelled(Too small.)",
    );
  });

  test("a drop on a taken slot asks what to do, and an offer can be taken at once", () => {
    checkDrag(
      "pick:d over:t drop",
      "carried overOffer idle",
      "pickedUp(d keyboard v7) entered(t Taken.) offered(t swap)",
    );
    checkDrag(
      "pick:d over:t take:1 take:0",
      "carried overOffer overOffer idle",
      "pickedUp(d keyboard v7) entered(t Taken.) took(t swap)",
    );
    checkDrag(
      "pick:d over:a take:0",
      "carried overAllowed overAllowed",
      "pickedUp(d keyboard v7) entered(a)",
    );
  });

  test("a selection comes along whole, and stays where one of it is fixed", () => {
    checkDrag("pick:twin", "carried", "pickedUp(twin+d keyboard v7)");
  });

  test("a drop beside every slot changes nothing", () => {
    checkDrag(
      "pick:d over:a over: drop",
      "carried overAllowed carried idle",
      "pickedUp(d keyboard v7) entered(a) left cancelled()",
    );
  });

  test("a slot is entered once, however often it is reported", () => {
    checkDrag(
      "pick:d over:a over:a over:a",
      "carried overAllowed overAllowed overAllowed",
      "pickedUp(d keyboard v7) entered(a)",
    );
  });

  test("cancel ends a drag from every state", () => {
    checkDrag("press:d cancel", "pressed idle", "");
    checkDrag("pick:d cancel", "carried idle", "pickedUp(d keyboard v7) cancelled()");
    checkDrag(
      "pick:d over:c cancel",
      "carried overRefused idle",
      "pickedUp(d keyboard v7) entered(c Too small.) cancelled()",
    );
  });

  test("what is fixed stays, and says why", () => {
    checkDrag("pick:stuck over:a drop", "idle idle idle", "fixed(It is soldered on.)");
    checkDrag("press:stuck move:9 drop", "pressed idle idle", "fixed(It is soldered on.)");
  });

  test("one device at a time", () => {
    checkDrag(
      "pick:d pick:e press:e over:a drop",
      "carried carried carried overAllowed idle",
      "pickedUp(d keyboard v7) entered(a) dropped(d a)",
    );
  });

  test("a newer board ends the drag, the same one does not", () => {
    checkDrag(
      "pick:d board:7 over:a board:8 drop",
      "carried carried overAllowed idle idle",
      "pickedUp(d keyboard v7) entered(a) cancelled(The text changed meanwhile.)",
    );
  });

  test("stray events mean nothing", () => {
    checkDrag("drop cancel over:a move:50 board:9", "idle idle idle idle idle", "");
  });
});
