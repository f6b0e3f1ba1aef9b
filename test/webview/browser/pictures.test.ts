import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { baselineOf, letters, openStudio, type Picture, pictures, type Studio } from "../pictures.ts";

/** How two pictures are compared, and how many of their pixels may differ. */
interface Strictness {
  readonly threshold: number;
  /** Thin lines and glyphs count as well, which else would pass for smoothed edges. */
  readonly includeAA: boolean;
  readonly most: number;
}

/** On a machine that draws letters as the one of the baselines did; there no pixel differs. */
const strict: Strictness = { threshold: 0.1, includeAA: true, most: 30 };

/** On any other machine, where edges and letters are smoothed in another way: shapes and colours are still the same. */
const coarse: Strictness = { threshold: 0.3, includeAA: false, most: 12_000 };

let studio: Studio;
let here: Strictness;

beforeAll(async () => {
  studio = await openStudio();
  const drawsAlike = differenceOf(await readFile(letters), await studio.takeLetters(), strict).count === 0;
  here = drawsAlike ? strict : coarse;
  if (!drawsAlike) console.warn("This machine draws letters in its own way: pictures are compared coarsely.");
}, 120_000);

afterAll(async () => {
  await studio.close();
});

/** How many pixels of two pictures differ, and a picture of where; all do where their sizes differ. */
function differenceOf(one: Buffer, other: Buffer, strictness: Strictness): { count: number; shown: PNG } {
  const [wanted, taken] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = wanted;
  const shown = new PNG({ width, height });
  if (taken.width !== width || taken.height !== height) return { count: width * height, shown };
  return { count: pixelmatch(wanted.data, taken.data, shown.data, width, height, strictness), shown };
}

/** Keeps a picture that looks otherwise, and where it does. */
async function keep({ theme, scene }: Picture, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const folder = path.join(process.cwd(), "test-results/pictures");
  await mkdir(folder, { recursive: true });
  for (const [name, png] of Object.entries(files)) {
    await writeFile(path.join(folder, `${scene}-${theme}-${name}.png`), png);
  }
}

describe("webview/pictures", { timeout: 60_000 }, () => {
  test.each(pictures)("$scene in $theme looks as it did", async (picture) => {
    const taken = await studio.take(picture);
    const { count, shown } = differenceOf(await readFile(baselineOf(picture)), taken, here);
    if (count > here.most) await keep(picture, { taken, shown: PNG.sync.write(shown) });
    expect(
      count,
      "see test-results/pictures; where the new look is meant: npm run screenshots -- --baselines",
    ).toBeLessThanOrEqual(here.most);
  });

  const planted = {
    "a tag is missing": (page: Page) => page.evaluate(() => document.querySelector(".tag")?.remove()),
    "a lock is missing": (page: Page) => page.evaluate(() => document.querySelector(".glyph-lock")?.remove()),
    "a device has a plain line instead of a dashed one": (page: Page) =>
      page.evaluate(() =>
        document.querySelector<HTMLElement>(".device-assigned")?.style.setProperty("border-style", "solid"),
      ),
    "problems have another colour": (page: Page) =>
      page.evaluate(() =>
        document.documentElement.style.setProperty("--vscode-editorError-foreground", "#b0b000"),
      ),
    "small print is hardly to be read": (page: Page) =>
      page.evaluate(() =>
        document.documentElement.style.setProperty("--vscode-descriptionForeground", "#606060"),
      ),
  };

  test.each(Object.entries(planted))("the comparison sees when %s", async (_, plant) => {
    const picture = { theme: "dark", scene: "rest" } as const;
    const [plain, changed] = [await studio.take(picture), await studio.take(picture, plant)];
    expect(differenceOf(plain, changed, strict).count).toBeGreaterThan(strict.most);
  });
});
