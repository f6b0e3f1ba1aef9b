import { describe, expect, test } from "vitest";
import { type BenchPage, benchPages, carryTo } from "./bench.ts";

const open = benchPages();

interface Point {
  readonly x: number;
  readonly y: number;
}

const size = ({ page }: BenchPage) => page.locator(".zoom-size").innerText();

async function turnWheel({ page }: BenchPage, pixels: number) {
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, pixels);
  await page.keyboard.up("Control");
}

/** Changes the size by message, as the commands of VS Code do. */
async function zoomTo(bench: BenchPage, to: "in" | "out", percent: string) {
  for (let times = 0; (await size(bench)) !== percent; times++) {
    expect(times).toBeLessThan(12);
    await bench.send({ type: "zoom", to });
    await bench.page.waitForTimeout(30);
  }
}

/** Turns the wheel with Ctrl notch by notch, until the board has a size. */
async function turnTo(bench: BenchPage, pixels: number, percent: string) {
  const { page } = bench;
  await page.keyboard.down("Control");
  for (let turns = 0; (await size(bench)) !== percent; turns++) {
    expect(turns).toBeLessThan(20);
    const before = await size(bench);
    await page.mouse.wheel(0, pixels);
    await page.waitForFunction((old) => document.querySelector(".zoom-size")?.textContent !== old, before);
  }
  await page.keyboard.up("Control");
}

/** The first device of the board below a height of the window. */
const deviceBelow = ({ page }: BenchPage, height: number) =>
  page.evaluate((least) => {
    const all = [...document.querySelectorAll<HTMLElement>(".bench [data-device]")];
    return all.find((one) => one.getBoundingClientRect().top > least)?.dataset.device ?? "";
  }, height);

async function pointOf(bench: BenchPage, device: string) {
  const box = await bench.chip(device).boundingBox();
  return { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/** Scrolls into the board and puts the pointer on a device in the middle of the window. */
async function pointAt(bench: BenchPage) {
  const { page } = bench;
  await stopClock(bench, 1000);
  await page.locator(".scroll").evaluate((box) => box.scrollTo(0, 2500));
  await page.waitForTimeout(100);
  const device = await deviceBelow(bench, 450);
  const at = await pointOf(bench, device);
  await page.mouse.move(at.x, at.y);
  return { device, at };
}

/** What the board can hold on to at a point of the window. */
async function whatIsAt({ page }: BenchPage, at: Point) {
  const found = await page.evaluateHandle(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest("[data-device], [data-slot], [data-bus], h2"),
    at,
  );
  const element = found.asElement();
  if (element === null || element === undefined)
    throw new RangeError("whatIsAt: expected something, got nothing");
  return element;
}

/** Lets all events happen at one time, in milliseconds: how fast this machine draws must not make a pause. */
async function stopClock({ page }: BenchPage, time: number) {
  await page.evaluate(
    (now) => Object.defineProperty(Event.prototype, "timeStamp", { get: () => now, configurable: true }),
    time,
  );
}

/** Something is drawn at a height of the window, in whatever column. */
function expectAcross(box: { readonly y: number; readonly height: number } | null, y: number) {
  expect(box?.y).toBeLessThanOrEqual(y);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThanOrEqual(y);
}

describe("webview/zoom", { timeout: 90_000 }, () => {
  test("buttons, wheel, a pinch on a touchpad and commands change the size, and it is said", async () => {
    const bench = await open();
    const { page } = bench;
    await page.getByRole("button", { name: "Zoom in" }).click();
    expect(await size(bench)).toBe("110%");
    expect(await bench.said()).toBe("Zoom 110%.");
    await page.getByRole("button", { name: "Back to 100%" }).click();
    await page.mouse.move(400, 500);
    await turnWheel(bench, -100);
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "110%");
    await turnWheel(bench, 10);
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "103%");
    await bench.send({ type: "zoom", to: "reset" });
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "100%");
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test("what is under the pointer stays there", async () => {
    const bench = await open({ board: "hugeBoard" });
    const { page } = bench;
    await page.locator(".scroll").evaluate((box) => box.scrollTo(0, 900));
    await page.waitForTimeout(100);
    const device = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>(".bench [data-device]")];
      return all.find((one) => one.getBoundingClientRect().top > 400)?.dataset.device ?? "";
    });
    const box = await bench.chip(device).boundingBox();
    const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
    await page.mouse.move(at.x, at.y);
    await turnWheel(bench, -100);
    await page.waitForFunction(() => document.querySelector(".zoom-size")?.textContent === "110%");
    const after = await bench.chip(device).boundingBox();
    expect(after?.y).toBeLessThan(at.y);
    expect((after?.y ?? 0) + (after?.height ?? 0)).toBeGreaterThan(at.y);
    await bench.close();
  });

  test("what was under the pointer at the first turn of the wheel is there again when all are turned back", async () => {
    const bench = await open({ board: "hugeBoard", width: 1000 });
    const { device, at } = await pointAt(bench);
    const before = await bench.chip(device).boundingBox();
    await turnTo(bench, -100, "200%");
    expectAcross(await bench.chip(device).boundingBox(), at.y);
    await turnTo(bench, 100, "67%");
    expectAcross(await bench.chip(device).boundingBox(), at.y);
    await turnTo(bench, -100, "100%");
    const after = await bench.chip(device).boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
    await bench.close();
  });

  test.each(["a move of the pointer", "a pause"])("%s ends the series of turns", async (end) => {
    const bench = await open({ board: "hugeBoard", width: 1000 });
    const first = await pointAt(bench);
    await turnTo(bench, 100, "67%");
    const moved = end === "a pause" ? first.at : await pointOf(bench, await deviceBelow(bench, 120));
    if (end === "a pause") await stopClock(bench, 2000);
    else await bench.page.mouse.move(moved.x, moved.y);
    const second = await whatIsAt(bench, moved);
    expect(await second.getAttribute("data-device")).not.toBe(first.device);
    await turnTo(bench, -100, "200%");
    expectAcross(await second.boundingBox(), moved.y);
    await bench.close();
  });

  test("a turn beyond the largest size leaves nothing behind for the buttons", async () => {
    const bench = await open({ board: "hugeBoard", width: 1000 });
    const { page } = bench;
    const { device } = await pointAt(bench);
    await turnTo(bench, -100, "300%");
    await turnWheel(bench, -100);
    await page.locator(".scroll").evaluate((box) => box.scrollBy(0, 2000));
    await page.getByRole("button", { name: "Zoom out" }).click();
    expect(await size(bench)).toBe("250%");
    const box = await bench.chip(device).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(0);
    await bench.close();
  });

  test("the size is there again after a reload", async () => {
    const bench = await open();
    await zoomTo(bench, "in", "150%");
    await bench.page.reload();
    await bench.page.waitForSelector(".bench .device");
    expect(await size(bench)).toBe("150%");
    await bench.close();
  });

  test.each([
    ["out", "67%"],
    ["in", "175%"],
  ] as const)("a drag hits the slot it is over when zoomed %s to %s", async (to, percent) => {
    const bench = await open({ width: 1300, height: 1700 });
    await zoomTo(bench, to, percent);
    await carryTo(bench, "usb", "pci.9/00");
    expect(await bench.page.locator("[data-over]").getAttribute("data-slot")).toBe("pci.9/00");
    await bench.page.mouse.up();
    await bench.slot("pci.9/00").locator("[data-device=usb]").waitFor();
    await bench.close();
  });

  test("nothing is cut off sideways, however large and narrow", async () => {
    const bench = await open({ width: 450, height: 450 });
    await zoomTo(bench, "in", "200%");
    const over = await bench.page
      .locator(".scroll")
      .evaluate((box) => [box.scrollWidth - box.clientWidth, document.body.scrollWidth - innerWidth]);
    expect(Math.max(...over)).toBeLessThanOrEqual(0);
    await bench.close();
  });
});
