import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { baselineOf, openStudio, type Picture, pictures, type Studio } from "../pictures.ts";

/** How many pixels may differ: none do on one machine, a browser of another version may smooth an edge another way. */
const tolerance = 30;

/** Thin lines and glyphs count as well, which else would pass for smoothed edges. */
const strictness = { threshold: 0.1, includeAA: true };

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio();
}, 120_000);

afterAll(async () => {
  await studio.close();
});

/** How many pixels of a new picture differ from its baseline; where too many do, the difference is kept to be seen. */
async function differenceOf(picture: Picture, before?: (page: Page) => Promise<void>): Promise<number> {
  const wanted = PNG.sync.read(await readFile(baselineOf(picture)));
  const taken = PNG.sync.read(await studio.take(picture, before));
  const { width, height } = wanted;
  expect([taken.width, taken.height]).toEqual([width, height]);
  const shown = new PNG({ width, height });
  const count = pixelmatch(wanted.data, taken.data, shown.data, width, height, strictness);
  if (count > tolerance && before === undefined) await keep(picture, { taken, shown });
  return count;
}

async function keep({ theme, scene }: Picture, files: Readonly<Record<string, PNG>>): Promise<void> {
  const folder = path.join(process.cwd(), "test-results/pictures");
  await mkdir(folder, { recursive: true });
  for (const [name, png] of Object.entries(files)) {
    await writeFile(path.join(folder, `${scene}-${theme}-${name}.png`), PNG.sync.write(png));
  }
}

describe("webview/pictures", { timeout: 60_000 }, () => {
  test.each(pictures)("$scene in $theme looks as it did", async (picture) => {
    const count = await differenceOf(picture);
    expect(
      count,
      "see test-results/pictures; where the new look is meant: npm run screenshots -- --baselines",
    ).toBeLessThanOrEqual(tolerance);
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
    expect(await differenceOf({ theme: "dark", scene: "rest" }, plant)).toBeGreaterThan(tolerance);
  });
});
