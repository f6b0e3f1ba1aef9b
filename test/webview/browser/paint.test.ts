import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { getDomainService } from "../../../src/service.ts";
import { repository } from "../../support/repository.ts";
import { type BenchPage, benchPages } from "./bench.ts";

const open = benchPages();

interface Painted {
  readonly signature: string;
  readonly width: number;
  readonly height: number;
  /** How many colours a row of pixels through the first bus has. */
  readonly colours: number;
}

function pictureOf(sample: string) {
  const service = getDomainService();
  const text = readFileSync(path.join(repository, "examples", sample), "utf8");
  return service.picture(service.snapshot(sample, 1, text));
}

/** What came back for a picture, read as a browser reads a file. */
async function painted({ page, send }: BenchPage, picture: unknown): Promise<Painted> {
  await send({ type: "paint", id: 7, picture });
  await page.waitForFunction(() =>
    window.harness.posted.some((one) => (one as { type: string }).type === "painted"),
  );
  return page.evaluate(async () => {
    const answer = window.harness.posted.find((one) => (one as { type: string }).type === "painted");
    const { id, png } = answer as { id: number; png: Uint8Array<ArrayBuffer> };
    const image = await createImageBitmap(new Blob([png], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const row = context?.getImageData(0, 180, image.width, 1).data ?? new Uint8ClampedArray();
    const colours = new Set(
      Array.from({ length: row.length / 4 }, (_, at) => row.slice(at * 4, at * 4 + 3).join()),
    );
    const signature = [id, ...png.slice(0, 4)].join(" ");
    return { signature, width: image.width, height: image.height, colours: colours.size };
  });
}

describe("webview/paint", { timeout: 60_000 }, () => {
  test("a picture becomes a PNG file, twice as fine, under the policy", async () => {
    const bench = await open();
    const picture = pictureOf("desktop-q35.xml");
    const { signature, width, height, colours } = await painted(bench, picture);
    expect(signature).toBe("7 137 80 78 71");
    expect([width, height]).toEqual([(picture?.width ?? 0) * 2, (picture?.height ?? 0) * 2]);
    expect(colours).toBeGreaterThan(5);
    expect(await bench.violations()).toEqual([]);
    await bench.close();
  });

  test("a very long one is painted less fine, and whole", async () => {
    const bench = await open();
    const picture = { ...pictureOf("desktop-q35.xml"), height: 40_000 };
    const { width, height } = await painted(bench, picture);
    expect(height).toBeLessThanOrEqual(32_000);
    expect(height / width).toBeCloseTo(40_000 / 960, 1);
    await bench.close();
  });
});
