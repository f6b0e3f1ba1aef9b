import { crc32 } from "node:zlib";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { animate } from "./animation.ts";

/** A grey picture of 4 by 3 pixels with some of them red. */
function picture(...red: readonly (readonly [number, number])[]): Buffer {
  const png = new PNG({ width: 4, height: 3 });
  for (let at = 0; at < png.data.length; at += 4) png.data.writeUInt32BE(0x808080ff, at);
  for (const [x, y] of red) png.data.writeUInt32BE(0xff0000ff, (y * 4 + x) * 4);
  return PNG.sync.write(png);
}

function chunksOf(file: Buffer) {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.toString("latin1", 0, 4), data: body.subarray(4) });
    at += length + 12;
  }
  return chunks;
}

const numbers = (data: Buffer | undefined) => [0, 4, 8, 12, 16].map((at) => data?.readUInt32BE(at));

test("an animation is a picture, and each further one the box that changed", () => {
  const file = animate([
    { png: picture(), milliseconds: 1500 },
    { png: picture([1, 0], [2, 1]), milliseconds: 200 },
    { png: picture([1, 0], [2, 1]), milliseconds: 100 },
  ]);
  const chunks = chunksOf(file);
  expect(chunks.map(({ type }) => type)).toEqual([
    "IHDR",
    "acTL",
    "fcTL",
    "IDAT",
    "fcTL",
    "fdAT",
    "fcTL",
    "fdAT",
    "IEND",
  ]);
  const controls = chunks.filter(({ type }) => type === "fcTL").map(({ data }) => data);
  expect(numbers(controls[0])).toEqual([0, 4, 3, 0, 0]);
  expect(controls[0]?.readUInt16BE(20)).toBe(1500);
  expect(numbers(controls[1])).toEqual([1, 2, 2, 1, 0]);
  expect(numbers(controls[2])).toEqual([3, 1, 1, 0, 0]);
  expect(PNG.sync.read(file).data.equals(PNG.sync.read(picture()).data)).toBe(true);
});

test("no picture is no animation", () => {
  expect(() => animate([])).toThrow(/at least one/);
});
