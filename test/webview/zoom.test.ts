import { describe, expect, test } from "vitest";
import { emptyView, reduceView, restoreView, savedViewOf } from "../../webview/state.ts";
import { scaleZoom, stepZoom, zoomWords } from "../../webview/zoom.ts";

describe("webview/zoom", () => {
  test.each([
    [1, "in", 1.1],
    [1, "out", 0.9],
    [1.5, "reset", 1],
    [1.03, "in", 1.1],
    [1.03, "out", 1],
    [3, "in", 3],
    [0.5, "out", 0.5],
  ] as const)("%d %s gives %d", (zoom, to, next) => {
    expect(stepZoom(zoom, to)).toBe(next);
  });

  test.each([
    [1, 1.234, 1.23],
    [1, 100, 3],
    [1, 0.001, 0.5],
  ])("%d by fingers times %d is %d", (zoom, factor, next) => {
    expect(scaleZoom(zoom, factor)).toBe(next);
  });

  test("is kept and comes back, unless what was kept is no size", () => {
    const larger = reduceView(emptyView, { type: "zoom", to: "in" });
    expect(restoreView(savedViewOf(larger)).zoom).toBe(1.1);
    for (const zoom of [undefined, 0, 99, Number.NaN, "1.1"]) {
      expect(restoreView({ ...savedViewOf(larger), zoom }).zoom).toBe(1);
    }
  });

  test("is read in whole percents", () => {
    expect(zoomWords(0.67)).toBe("67%");
  });
});
