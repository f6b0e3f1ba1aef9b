import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../../../scripts/browser.mjs";
import type { SavedView } from "../../../webview/state.ts";
import { bundleWebview, type DevPage, serveDevPage, waitUntilWhole } from "../devPage.ts";
import type { ThemeName } from "../themes.ts";

export interface OpenOptions {
  readonly board?: string;
  readonly theme?: ThemeName;
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  /** Whether the page stays as it is first drawn, without its kit and the sockets of folded runs, until `finish`. */
  readonly held?: boolean;
  /** Whether the system replaces the colours, as the high contrast of Windows does. */
  readonly forcedColors?: boolean;
  /** What the page kept from an earlier time. */
  readonly saved?: SavedView;
}

/** The slot editor in a real browser, under the policy it has inside VS Code. */
export interface BenchPage {
  readonly page: Page;
  device(key: string): Locator;
  chip(key: string): Locator;
  slot(key: string): Locator;
  /** What the slot editor asked of the extension, without the first "ready". */
  posted(): Promise<unknown[]>;
  send(message: unknown): Promise<void>;
  /** The last sentence said to screen readers at once. */
  said(): Promise<string>;
  /** The device that has the focus. */
  focused(): Promise<string | undefined>;
  violations(): Promise<string[]>;
  /** Lets a held page go on, and waits until it is whole. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the slot editor and starts a browser for the tests of a file; gives the way to open a board. */
export function benchPages(): (options?: OpenOptions) => Promise<BenchPage> {
  let browser: Browser;
  let site: DevPage;
  beforeAll(async () => {
    site = await serveDevPage(await bundleWebview());
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return (options = {}) => openBench(browser, site, options);
}

async function openBench(browser: Browser, site: DevPage, options: OpenOptions): Promise<BenchPage> {
  const { width = 1200, height = 900, held = false, forcedColors = false, saved } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: "reduce",
    ...(forcedColors && { forcedColors: "active" }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  if (held) await page.addInitScript(holdIdleTime);
  if (saved !== undefined)
    await page.addInitScript((state) => sessionStorage.setItem("state", state), JSON.stringify(saved));
  await page.goto(site.url(options));
  if (held) await page.waitForSelector(".bench .device:visible");
  else await waitUntilWhole(page);
  const device = (key: string) => page.locator(`[data-device="${key}"]`);
  return {
    page,
    device,
    chip: (key) => device(key).locator(".chip"),
    slot: (key) => page.locator(`[data-slot="${key}"]`),
    posted: () => page.evaluate(() => window.harness.posted.slice(1)),
    send: (message) => page.evaluate((value) => window.harness.send(value), message),
    said: () => page.locator("[aria-live=assertive]").innerText(),
    focused: () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-device]")?.dataset.device),
    violations: () => page.evaluate(() => window.harness.violations),
    finish: async () => {
      await page.evaluate(() => window.dispatchEvent(new Event("idle-at-last")));
      await waitUntilWhole(page);
    },
    close: () => context.close(),
  };
}

/** The browser finds no idle time before it is told to. */
function holdIdleTime(): void {
  window.requestIdleCallback = (act) => {
    const deadline = { didTimeout: true, timeRemaining: () => 0 };
    window.addEventListener("idle-at-last", () => act(deadline), { once: true });
    return 0;
  };
}

/** Carries a device by mouse over a slot, in several steps, and leaves the button down. */
export async function carryTo(bench: BenchPage, device: string, slot: string): Promise<void> {
  const { page } = bench;
  await bench.chip(device).scrollIntoViewIfNeeded();
  const from = await middleOf(bench.chip(device));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 });
  await page.waitForSelector("[data-dragging=pointer]");
  const to = await middleOf(targetOf(bench, slot));
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.waitForSelector("[data-over]");
}

/** The part of a slot that shows its state: a socket of a run, a free place, or the device that sits there. */
function targetOf(bench: BenchPage, slot: string): Locator {
  const state = bench.slot(slot);
  return state
    .locator(
      "xpath=self::*[contains(@class,'socket') or contains(@class,'free-function')] | .//*[contains(@class,'slot-state')] | .//button[contains(@class,'chip')]",
    )
    .first();
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new RangeError("middleOf: expected a drawn element, got a hidden one");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
