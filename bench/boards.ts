import type { Browser, Page } from "playwright-core";
import { findBrowser, launchBrowser } from "../scripts/browser.mjs";
import type { Board } from "../src/protocol/board.ts";
import { getDomainService } from "../src/service.ts";
import { type Bundle, bundleWebview, serveDevPage } from "../test/webview/devPage.ts";
import { everydayGuest, type Sample, wallOfCards } from "./domains.ts";
import { type Stretch, stretchesOf } from "./mainThread.ts";

/** How often each number is taken; the median of them is printed. */
const runs = 7;
/** Frames of a measured drag. */
const frames = 240;

/** The goals, in milliseconds: what a person feels as at once, and a frame of a screen that draws 60 a second. */
const goals = { small: 150, large: 500, frame: 16.7 } as const;

/**
 * Measures the slot editor in a browser: from the start of its script until its first board is drawn, and the frames
 * of a drag across the board. For the drag the browser draws as fast as it can, so that a frame takes as long as its
 * work; the first board comes up in one that waits for its screen, as everywhere.
 */
export async function printBoards(): Promise<void> {
  if ((await findBrowser()) === undefined) {
    console.log("The slot editor was not measured: no Chromium was found.\n");
    return;
  }
  const bundle = await bundleWebview();
  const usual = await launchBrowser();
  const unbound = await launchBrowser(["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
  try {
    console.log(`The slot editor in Chromium ${usual.version()}: medians of ${runs} runs in milliseconds.`);
    console.log(
      "Work is what the main thread of the page did in that time; a busy machine does not lengthen it.",
    );
    console.log(row("", ["first board", "work", "goal", "drag p95", "work", "goal"]));
    console.log(await measure({ usual, unbound }, bundle, everydayGuest(30), goals.small));
    console.log(await measure({ usual, unbound }, bundle, wallOfCards(500), goals.large));
    const size = Object.values(bundle.scripts).reduce((sum, script) => sum + script.length, 0);
    console.log(`\nIts scripts: ${Math.round(size / 1000)} kB of 560 kB.\n`);
  } finally {
    await usual.close();
    await unbound.close();
  }
}

/** One browser that waits for its screen, and one that does not. */
interface Browsers {
  readonly usual: Browser;
  readonly unbound: Browser;
}

async function measure(
  { usual, unbound }: Browsers,
  bundle: Bundle,
  sample: Sample,
  goal: number,
): Promise<string> {
  const board = boardOf(sample);
  const site = await serveDevPage(timed(bundle, board));
  const firsts: Stretch[] = [];
  const drags: Stretch[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      firsts.push(...(await onPage(usual, (page) => firstBoard(usual, page, site.url({})))));
      const drag = await onPage(unbound, async (page) => {
        await openBoard(page, site.url({}));
        return stretchesOf(unbound, page, ["frame"], () => dragAcross(page));
      });
      drags.push({ wall: percentile95(drag, "wall"), work: percentile95(drag, "work") });
    }
  } finally {
    await site.close();
  }
  const slots = board.buses.reduce((sum, bus) => sum + bus.slots.length, 0);
  const first = [median(firsts, "wall"), median(firsts, "work"), goal];
  const cells = [...first, median(drags, "wall"), median(drags, "work"), goals.frame];
  return row(
    `${board.devices.length} devices, ${slots} slots`,
    cells.map((value) => value.toFixed(1)),
  );
}

async function onPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

function firstBoard(browser: Browser, page: Page, url: string): Promise<Stretch[]> {
  return stretchesOf(browser, page, ["begun", "drawn"], () => openBoard(page, url));
}

async function openBoard(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("drawn").length > 0);
}

export function boardOf({ title, text }: Sample): Board {
  const service = getDomainService();
  const board = service.board(service.snapshot("board.xml", 1, text));
  if (board === undefined) throw new Error(`${title} has no board`);
  return board;
}

/** The slot editor with an extension that has its board ready; marks when the script begins and when the board is drawn. */
export function timed(bundle: Bundle, board: Board): Bundle {
  const host = `
    window.acquireVsCodeApi = () => ({
      getState: () => undefined,
      setState: () => {},
      postMessage: ({ type }) => {
        if (type === "ready") window.postMessage({ type: "board", board: ${JSON.stringify(board)} }, "*");
      },
    });
    const watcher = new MutationObserver(() => {
      if (document.querySelector(".bench .device") === null) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark("drawn")));
    });
    watcher.observe(document, { subtree: true, childList: true });`;
  const { "webview.js": script = "", ...others } = bundle.scripts;
  return {
    ...bundle,
    fakeHost: host,
    scripts: { ...others, "webview.js": `performance.mark("begun");${script}` },
  };
}

/** Carries the first device that can be carried all over the board; marks each frame. */
function dragAcross(page: Page): Promise<void> {
  return page.evaluate(async (count) => {
    const chip = document.querySelector<HTMLElement>(".bench .device:not([data-fixed]) .chip");
    const scroller = document.querySelector<HTMLElement>(".scroll");
    if (chip === null || scroller === null) throw new Error("there is nothing to carry");
    const area = scroller.getBoundingClientRect();
    const from = chip.getBoundingClientRect();
    const point = (type: string, clientX: number, clientY: number) => {
      const at = { clientX, clientY, button: 0, isPrimary: true, bubbles: true, cancelable: true };
      chip.dispatchEvent(new PointerEvent(type, at));
    };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    point("pointerdown", from.left + 20, from.top + 10);
    point("pointermove", from.left + 40, from.top + 20);
    if (document.querySelector("[data-dragging]") === null) throw new Error("nothing is carried");
    // The first frame lights the slots up; from then on it is a drag.
    await frame();
    await frame();
    // Across and slowly down; over the lower edge the board scrolls along.
    for (let at = 0; at < count; at++) {
      await frame();
      performance.mark("frame");
      const x = area.left + 40 + ((at * 37) % (area.width - 80));
      point("pointermove", x, area.top + 20 + (at / count) * (area.height - 30));
    }
    window.dispatchEvent(new PointerEvent("pointercancel"));
  }, frames);
}

function percentile95(values: readonly Stretch[], by: keyof Stretch): number {
  return (
    values.map((one) => one[by]).toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
  );
}

function median(values: readonly Stretch[], by: keyof Stretch): number {
  return values.map((one) => one[by]).toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function row(title: string, cells: readonly string[]): string {
  return title.padEnd(26) + cells.map((cell) => cell.padStart(13)).join("");
}
