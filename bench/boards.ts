import type { Browser, Page } from "playwright-core";
import { findBrowser, launchBrowser } from "../scripts/browser.mjs";
import type { Board } from "../src/protocol/board.ts";
import { getDomainService } from "../src/service.ts";
import { type Bundle, bundleWebview, type DevPage, serveDevPage } from "../test/webview/devPage.ts";
import { type AloneBrowser, launchAlone } from "./alone.ts";
import { everydayGuest, type Sample, wallOfCards } from "./domains.ts";
import { workBetween } from "./mainThread.ts";

/** How often each number is taken; the median of them is printed. */
const runs = 7;
/** Frames of a measured drag. */
const frames = 240;

/** The goals, in milliseconds: what a person feels as at once, and a frame of a screen that draws 60 a second. */
const goals = { small: 150, large: 500, frame: 16.7 } as const;

/** What lets a browser draw as fast as it can, so that a frame takes as long as its work. */
const unbound = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/**
 * Measures the slot editor in a browser: from the start of its script until its first board is drawn, and the frames
 * of a drag across the board. The first board comes up in a browser that waits for its screen, as everywhere; for the
 * drag the browser draws as fast as it can. By the clock both are measured on pages that nobody looks into, the work
 * with a trace.
 */
export async function printBoards(): Promise<void> {
  if ((await findBrowser()) === undefined) {
    console.log("The slot editor was not measured: no Chromium was found.\n");
    return;
  }
  const bundle = await bundleWebview();
  const browsers = await launchBrowsers();
  try {
    console.log(
      `The slot editor in Chromium ${browsers.traced.version()}: medians of ${runs} runs in milliseconds.`,
    );
    console.log(
      "Work is what the main thread did in a traced run: a busy machine does not lengthen it, the trace does.",
    );
    console.log(row("", ["first board", "goal", "work", "whole page", "drag p95", "goal", "work"]));
    console.log(await measure(browsers, bundle, everydayGuest(30), goals.small));
    console.log(await measure(browsers, bundle, wallOfCards(500), goals.large));
    const size = Object.values(bundle.scripts).reduce((sum, script) => sum + script.length, 0);
    console.log(`\nIts scripts: ${Math.round(size / 1000)} kB of 560 kB.\n`);
  } finally {
    for (const browser of Object.values(browsers)) await browser.close();
  }
}

interface Browsers {
  /** By the clock: one that waits for its screen, and one that does not. */
  readonly usual: AloneBrowser;
  readonly hasty: AloneBrowser;
  /** For the work: the same two. */
  readonly traced: Browser;
  readonly hastyTraced: Browser;
}

async function launchBrowsers(): Promise<Browsers> {
  return {
    usual: await launchAlone(),
    hasty: await launchAlone(unbound),
    traced: await launchBrowser(),
    hastyTraced: await launchBrowser(unbound),
  };
}

async function measure(browsers: Browsers, bundle: Bundle, sample: Sample, goal: number): Promise<string> {
  const board = boardOf(sample);
  const rises = await serveDevPage(timed(bundle, board, tellFirstBoard));
  const drags = await serveDevPage(timed(bundle, board, tellDrag));
  const quiet = await serveDevPage(timed(bundle, board, ""));
  const numbers: Numbers[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const [first = Number.NaN, whole = Number.NaN] = await toldBy(browsers.usual, rises);
      numbers.push({
        first,
        whole,
        frame: percentile95(await toldBy(browsers.hasty, drags)),
        firstWork: await workOfFirstBoard(browsers.traced, quiet.url({})),
        frameWork: percentile95(await workOfFrames(browsers.hastyTraced, quiet.url({}))),
      });
    }
  } finally {
    for (const site of [rises, drags, quiet]) await site.close();
  }
  const slots = board.buses.reduce((sum, bus) => sum + bus.slots.length, 0);
  const first = [median(numbers, "first"), goal, median(numbers, "firstWork"), median(numbers, "whole")];
  const cells = [...first, median(numbers, "frame"), goals.frame, median(numbers, "frameWork")];
  return row(
    `${board.devices.length} devices, ${slots} slots`,
    cells.map((value) => value.toFixed(1)),
  );
}

/** What one run gives, in milliseconds. */
interface Numbers {
  readonly first: number;
  readonly whole: number;
  readonly firstWork: number;
  readonly frame: number;
  readonly frameWork: number;
}

/** The numbers that a page has in its title; a browser gives titles with quotes spelt out, so there are only numbers. */
async function toldBy(browser: AloneBrowser, site: DevPage): Promise<number[]> {
  return JSON.parse(await browser.read(site.url({}), word)) as number[];
}

async function workOfFirstBoard(browser: Browser, url: string): Promise<number> {
  const [work = Number.NaN] = await onPage(browser, (page) =>
    workBetween(browser, page, ["begun", "drawn"], () => openBoard(page, url)),
  );
  return work;
}

function workOfFrames(browser: Browser, url: string): Promise<number[]> {
  return onPage(browser, async (page) => {
    await openBoard(page, url);
    return workBetween(browser, page, ["frame"], async () => {
      await page.evaluate(dragAcross, frames);
    });
  });
}

async function onPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

async function openBoard(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("drawn").length > 0);
}

function boardOf({ title, text }: Sample): Board {
  const service = getDomainService();
  const board = service.board(service.snapshot("board.xml", 1, text));
  if (board === undefined) throw new Error(`${title} has no board`);
  return board;
}

/** A page that nobody looks into has nothing but its title to tell anything by. */
const word = "measured ";

/** The first board, and then the page with everything that comes after it. */
const tellFirstBoard = `
  const look = () => {
    if (document.querySelector(":not(:defined)") !== null) return setTimeout(look);
    performance.mark("whole");
    const since = (name) => performance.measure(name, "begun", name).duration;
    document.title = "${word}" + JSON.stringify([since("drawn"), since("whole")]);
  };
  look();`;

/** The drag begins when the page is whole, as a person's would. */
const tellDrag = `setTimeout(async () => { document.title = "${word}" + JSON.stringify(await (${dragAcross})(${frames})); }, 500);`;

/**
 * The slot editor with an extension that has its board ready; marks when the script begins and when the board is drawn,
 * and then does what the page is for.
 */
function timed(bundle: Bundle, board: Board, then: string): Bundle {
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
      requestAnimationFrame(() => setTimeout(() => { performance.mark("drawn"); ${then} }));
    });
    watcher.observe(document, { subtree: true, childList: true });`;
  const { "webview.js": script = "", ...others } = bundle.scripts;
  return {
    ...bundle,
    fakeHost: host,
    scripts: { ...others, "webview.js": `performance.mark("begun");${script}` },
  };
}

/**
 * Carries the first device that can be carried all over the board; marks each frame and gives how long each took, in
 * milliseconds. Runs in the page.
 */
async function dragAcross(count: number): Promise<number[]> {
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
  const times: number[] = [];
  // Across and slowly down; over the lower edge the board scrolls along.
  for (let at = 0; at < count; at++) {
    await frame();
    times.push(performance.mark("frame").startTime);
    const x = area.left + 40 + ((at * 37) % (area.width - 80));
    point("pointermove", x, area.top + 20 + (at / count) * (area.height - 30));
  }
  window.dispatchEvent(new PointerEvent("pointercancel"));
  return times.slice(1).map((time, at) => time - (times[at] ?? time));
}

function percentile95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

function median(values: readonly Numbers[], by: keyof Numbers): number {
  return values.map((one) => one[by]).toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function row(title: string, cells: readonly string[]): string {
  return title.padEnd(26) + cells.map((cell) => cell.padStart(12)).join("");
}
