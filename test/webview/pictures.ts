import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../scripts/browser.mjs";
import { bundleWebview, type DevPage, serveDevPage, waitUntilWhole } from "./devPage.ts";
import { type ThemeName, themes } from "./themes.ts";

/** What the slot editor is shown doing; each leaves the page as it is to be looked at. */
const scenes = {
  rest: async () => {},
  carry: async (page: Page) => {
    await page.locator('[data-device="net2"] .chip').focus();
    for (const key of ["Enter", "ArrowDown"]) await page.keyboard.press(key);
    await page.locator(".carry-shifts").getByText("moves").waitFor();
  },
  menu: async (page: Page) => {
    await page.locator('[data-device="net0"] .chip').click({ modifiers: ["Control"] });
    await page.locator('[data-device="usb"] .chip').click({ modifiers: ["Control"] });
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").waitFor();
    await page.mouse.move(1, 1);
  },
} as const;

export interface Picture {
  readonly theme: ThemeName;
  readonly scene: keyof typeof scenes;
}

/** Every theme in every scene. */
export const pictures: readonly Picture[] = (Object.keys(themes) as ThemeName[]).flatMap((theme) =>
  (Object.keys(scenes) as Picture["scene"][]).map((scene) => ({ theme, scene })),
);

/** Where the picture lies that others are compared with. */
export function baselineOf({ theme, scene }: Picture): string {
  return path.join(process.cwd(), "test/webview/browser/baselines", `${scene}-${theme}.png`);
}

/** A picture of plain letters and lines: where it comes out otherwise, the machine draws everything otherwise. */
export const letters = path.join(process.cwd(), "test/webview/browser/baselines/letters.png");

const lettersPage = `<body style="margin: 8px; width: 400px">
  <p style="font: 13px 'DejaVu Sans'">Slots, buses, functions → 0123456789 · pcie.0</p>
  <p style="font: bold 13px 'DejaVu Sans'">Slots, buses, functions → 0123456789 · pcie.0</p>
  <p style="font: 12px 'DejaVu Sans Mono'">0000:00:02.0 52:54:00:6b:3c:59</p>
  <svg width="32" height="32"><circle cx="16" cy="16" r="9.5" fill="none" stroke="black"/></svg>`;

/** The same fonts everywhere: those that come with the browser's package. */
const fonts = {
  "--vscode-font-family": '"DejaVu Sans"',
  "--vscode-editor-font-family": '"DejaVu Sans Mono"',
};

export interface Studio {
  /** Takes a picture as PNG; `before` may change the page once the scene is set. */
  take(picture: Picture, before?: (page: Page) => Promise<void>): Promise<Buffer>;
  /** Takes the picture of plain letters, as PNG. */
  takeLetters(): Promise<Buffer>;
  close(): Promise<void>;
}

/** The slot editor in a browser of a fixed size, to have its picture taken. */
export async function openStudio(): Promise<Studio> {
  const site = await serveDevPage(await bundleWebview());
  const browser = await launchBrowser();
  return {
    take: (picture, before) => take(browser, site, picture, before),
    takeLetters: () => takeLetters(browser),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

async function takeLetters(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 420, height: 180 }, deviceScaleFactor: 1 });
  try {
    await page.setContent(lettersPage);
    return await page.screenshot();
  } finally {
    await page.close();
  }
}

async function take(
  browser: Browser,
  site: DevPage,
  { theme, scene }: Picture,
  before: (page: Page) => Promise<void> = async () => {},
): Promise<Buffer> {
  const viewport = { width: 640, height: 620 };
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    await page.goto(site.url({ theme }));
    await waitUntilWhole(page);
    await page.evaluate((values) => {
      for (const [name, value] of Object.entries(values))
        document.documentElement.style.setProperty(name, value);
    }, fonts);
    await scenes[scene](page);
    await before(page);
    return await page.screenshot({ animations: "disabled", caret: "hide" });
  } finally {
    await context.close();
  }
}

/** Takes every picture anew for the comparisons to come; gives the files. */
export async function takeBaselines(): Promise<string[]> {
  const studio = await openStudio();
  try {
    await mkdir(path.dirname(letters), { recursive: true });
    await writeFile(letters, await studio.takeLetters());
    const files = [letters];
    for (const picture of pictures) {
      const file = baselineOf(picture);
      await writeFile(file, await studio.take(picture));
      files.push(file);
    }
    return files;
  } finally {
    await studio.close();
  }
}
