import { crc32 } from "node:zlib";
import { PNG } from "pngjs";

/** One picture of an animation and how long it stands, in milliseconds. */
export interface Still {
  readonly png: Buffer;
  readonly milliseconds: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Pictures of one size, one after another and for ever, as an animated PNG (https://www.w3.org/TR/png-3/#apng-frame-based-animation).
 * Each picture but the first holds only the box in which it differs from the one before.
 */
export function animate(stills: readonly Still[]): Buffer {
  const frames = stills.map(({ png }) => PNG.sync.read(png));
  const [first] = frames;
  if (first === undefined) throw new RangeError("animate: expected at least one picture, got none");
  let number = 0;
  const parts = frames.flatMap((frame, at) => {
    const before = frames[at - 1];
    const box =
      before === undefined
        ? { x: 0, y: 0, width: first.width, height: first.height }
        : changed(before, frame);
    const control = chunk("fcTL", frameControl(number++, box, stills[at]?.milliseconds ?? 0));
    const data = dataOf(crop(frame, box));
    // The first picture is an ordinary one too, for whoever knows nothing of animations.
    return [
      control,
      before === undefined ? chunk("IDAT", data) : chunk("fdAT", Buffer.concat([count(number++), data])),
    ];
  });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header(first)),
    chunk("acTL", Buffer.concat([count(frames.length), count(0)])),
    ...parts,
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The smallest box that holds every pixel that differs; a single pixel where none does, since a picture needs one. */
function changed(before: PNG, after: PNG): Box {
  let [left, top, right, bottom] = [after.width, after.height, -1, -1];
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      const at = (y * after.width + x) * 4;
      if (before.data.readUInt32LE(at) === after.data.readUInt32LE(at)) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function crop(from: PNG, { x, y, width, height }: Box): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(from, part, x, y, width, height, 0, 0);
  return part;
}

/** Without transparency: red, green and blue, eight bits each. */
const colours = 2;

/** The compressed pixels of a picture. */
function dataOf(picture: PNG): Buffer {
  const file = PNG.sync.write(picture, { colorType: colours, deflateLevel: 9 });
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

function header({ width, height }: PNG): Buffer {
  return Buffer.concat([count(width), count(height), Buffer.from([8, colours, 0, 0, 0])]);
}

function frameControl(number: number, box: Box, milliseconds: number): Buffer {
  const time = Buffer.alloc(6);
  time.writeUInt16BE(milliseconds, 0);
  time.writeUInt16BE(1000, 2);
  return Buffer.concat([...[number, box.width, box.height, box.x, box.y].map(count), time]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([count(data.length), body, count(crc32(body))]);
}

function count(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
