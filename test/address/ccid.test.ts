import { expect, test } from "vitest";
import { assignCcid } from "../../src/address/ccid.ts";
import { type Bare, draftOf } from "./builders.ts";

/** "0:1" is controller 0 slot 1, "-" a card without address, "usb" one with a foreign address. */
function cardOf(word: string): Bare {
  const card: Bare = { kind: "smartcard", mode: "host" };
  if (word === "-") return card;
  if (word === "usb") return { ...card, address: { type: "usb", bus: 0, port: [1] } };
  const [controller = 0, slot = 0] = word.split(":").map(Number);
  return { ...card, address: { type: "ccid", controller, slot } };
}

test.each([
  ["-", "0:0 | 0"],
  ["- -", "0:0 0:1 | 0"],
  ["- 0:4 -", "0:5 0:4 0:6 | 0"],
  ["1:3 -", "1:3 0:0 | 0 1"],
  ["2:0", "2:0 | 2"],
  ["usb", "usb | 0"],
])("address/ccid %s", (given, expected) => {
  const draft = draftOf(given.split(" ").map(cardOf));
  assignCcid(draft);
  const places = draft.list("smartcard").map(({ address }) => {
    return address?.type === "ccid" ? `${address.controller}:${address.slot}` : address?.type;
  });
  const indexes = draft.controllers.ofType("ccid").map(({ index }) => index);
  expect(`${places.join(" ")} | ${indexes.join(" ")}`).toBe(expected);
});
