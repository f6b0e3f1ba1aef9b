import { describe, expect, test } from "vitest";
import { isToHost, isToWebview } from "../../src/protocol/messages.ts";

describe("protocol/messages", () => {
  test.each([
    [{ type: "ready" }, true],
    [{ type: "move", version: 1, device: "a", slot: "s" }, true],
    [{ type: "move", device: "a", slot: "s" }, false],
    [{ type: "arrange", version: 1, places: [{ device: "a", slot: "s" }] }, true],
    [{ type: "arrange", version: 1, places: [{ device: "a", slot: "s", function: 7 }] }, true],
    [{ type: "arrange", version: 1, places: [{ device: "a", slot: "s", function: 8 }] }, false],
    [{ type: "arrange", version: 1, places: [{ device: "a" }] }, false],
    [{ type: "addController", version: 1, offer: "scsi" }, true],
    [{ type: "reservePorts", version: 1, count: 4 }, true],
    [{ type: "reservePorts", version: 1, count: -4 }, false],
    [{ type: "preview", id: 1, edit: { type: "pinAll", version: 1 } }, true],
    [{ type: "preview", id: 1, edit: { type: "preview", id: 2 } }, false],
    [{ type: "ready", domain: 1 }, true],
    [{ type: "ready", domain: "1" }, false],
    [{ type: "chooseDomain", domain: 1 }, true],
    [{ type: "chooseDomain" }, false],
    [{ type: "copyAddress", devices: ["a"] }, true],
    [{ type: "copyAddress", devices: "a" }, false],
    [{ type: "pinAll", version: 1, domain: 1 }, true],
    [{ type: "pinAll", version: 1, domain: -1 }, false],
    [{ type: "painted", id: 1, png: new Uint8Array([1]) }, true],
    [{ type: "painted", id: 1, failed: "No room." }, true],
    [{ type: "painted", id: 1 }, false],
    [{ type: "painted", png: new Uint8Array([1]) }, false],
    [{ type: "unknown", version: 1 }, false],
    [null, false],
  ])("to the extension: %j is well-formed: %s", (message, expected) => {
    expect(isToHost(message)).toBe(expected);
  });

  test.each([
    [{ type: "preview", id: 1, writes: [], shifts: [] }, true],
    [{ type: "preview", id: 1, shifts: [] }, false],
    [{ type: "preview", writes: [], shifts: [] }, false],
    [{ type: "paint", id: 1, picture: { groups: [] } }, true],
    [{ type: "paint", id: 1, picture: {} }, false],
    [{ type: "zoom", to: "in" }, true],
    [{ type: "zoom", to: 2 }, false],
    [{ type: "told", text: "Copied." }, true],
    [{ type: "told" }, false],
    [{ type: "highlight", device: undefined }, true],
    [{ type: "board", board: {} }, false],
  ])("to the webview: %j is well-formed: %s", (message, expected) => {
    expect(isToWebview(message)).toBe(expected);
  });
});
