import type { CDPSession } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type BenchPage, benchPages } from "./bench.ts";

const openPage = benchPages();
const open = () => openPage({ board: "hugeBoard" });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the glass, as the browser's own input takes them. */
interface Fingers {
  down(...points: readonly Point[]): Promise<void>;
  move(...points: readonly Point[]): Promise<void>;
  up(): Promise<void>;
}

async function fingersOn({ page }: BenchPage): Promise<Fingers> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  return {
    down: async (...points) => {
      await send("touchStart", points);
    },
    move: async (...points) => {
      await send("touchMove", points);
    },
    up: async () => {
      await send("touchEnd", []);
    },
  };
}

/** Two fingers around a middle, side by side, so far apart. */
const pair = ({ x, y }: Point, spread: number): [Point, Point] => [
  { x: x - spread / 2, y },
  { x: x + spread / 2, y },
];

const zoomOf = async ({ page }: BenchPage) =>
  Number.parseInt(await page.locator(".zoom-size").innerText(), 10);
const scrolled = ({ page }: BenchPage) => page.locator(".scroll").evaluate((box) => box.scrollTop);

/** Spreads two fingers around a middle, step by step, from one distance to another. */
async function pinch(fingers: Fingers, middle: Point, from: number, to: number): Promise<void> {
  await fingers.down(...pair(middle, from));
  for (let step = 1; step <= 10; step++) {
    await fingers.move(...pair(middle, from + ((to - from) * step) / 10));
  }
}

/** A point on a device in the lower half of the window, and the way to ask how far down the device it is now. */
async function pointOnDevice(bench: BenchPage) {
  const device = await bench.page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>(".bench [data-device]")];
    return all.find((one) => one.getBoundingClientRect().top > 500)?.dataset.device ?? "";
  });
  const boxOf = async () => (await bench.chip(device).boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const box = await boxOf();
  const point = { x: box.x + 60, y: box.y + box.height / 2 };
  return { point, boxOf };
}

describe("webview/touch", { timeout: 60_000 }, () => {
  test.each([
    ["apart", 100, 200, 200],
    ["together", 200, 120, 60],
  ])("two fingers that go %s change the size about their middle", async (_way, from, to, percent) => {
    const bench = await open();
    await bench.page.locator(".scroll").evaluate((box) => box.scrollTo(0, 1500));
    const fingers = await fingersOn(bench);
    const { point, boxOf } = await pointOnDevice(bench);
    await pinch(fingers, point, from, to);
    await expect.poll(() => zoomOf(bench)).toBeGreaterThan(percent - 8);
    expect(await zoomOf(bench)).toBeLessThan(percent + 8);
    const box = await boxOf();
    expect(box.y).toBeLessThanOrEqual(point.y);
    expect(box.y + box.height).toBeGreaterThanOrEqual(point.y);
    expect(await bench.page.locator("[data-dragging]").count()).toBe(0);
    await fingers.up();
    expect(await bench.page.evaluate(() => visualViewport?.scale)).toBe(1);
    expect(await bench.posted()).toEqual([]);
    await bench.close();
  });

  test("a second finger ends what the first began to carry, and both change the size", async () => {
    const bench = await open();
    const fingers = await fingersOn(bench);
    const box = await bench.chip("net1").boundingBox();
    const first = { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 15 };
    await fingers.down(first);
    for (let step = 1; step <= 4; step++) await fingers.move({ x: first.x + 5 * step, y: first.y });
    await bench.page.waitForSelector("[data-dragging=pointer]");
    const second = { x: first.x + 150, y: first.y };
    await fingers.down({ x: first.x + 20, y: first.y }, second);
    await expect.poll(() => bench.page.locator("[data-dragging]").count()).toBe(0);
    for (let step = 1; step <= 5; step++) {
      await fingers.move({ x: first.x + 20, y: first.y }, { x: second.x + 26 * step, y: second.y });
    }
    await fingers.up();
    expect(await zoomOf(bench)).toBeGreaterThan(180);
    expect(await bench.page.locator("[data-dragging]").count()).toBe(0);
    expect(await bench.posted()).toEqual([]);
    await bench.close();
  });

  test("two fingers on one device change the size and carry nothing", async () => {
    const bench = await open();
    const fingers = await fingersOn(bench);
    const box = await bench.chip("net1").boundingBox();
    const middle = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 15 };
    await pinch(fingers, middle, 60, 120);
    await expect.poll(() => zoomOf(bench)).toBeGreaterThan(180);
    expect(await bench.page.locator("[data-dragging]").count()).toBe(0);
    await fingers.up();
    expect(await bench.posted()).toEqual([]);
    await bench.close();
  });

  test.each(["beside the devices", "on a device"])("one finger that goes up %s scrolls", async (where) => {
    const bench = await open();
    const fingers = await fingersOn(bench);
    const { point } = await pointOnDevice(bench);
    const start = where === "on a device" ? point : { x: 8, y: 700 };
    await fingers.down(start);
    for (let step = 1; step <= 40; step++) await fingers.move({ x: start.x, y: start.y - 10 * step });
    expect(await bench.page.locator("[data-dragging]").count()).toBe(0);
    await fingers.up();
    await expect.poll(() => scrolled(bench)).toBeGreaterThan(200);
    expect(await zoomOf(bench)).toBe(100);
    expect(await bench.posted()).toEqual([]);
    await bench.close();
  });
});
