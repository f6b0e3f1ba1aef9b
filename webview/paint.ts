import { type Picture, pictureDefaults, type Shape, type Span, type Words } from "../src/protocol/picture.ts";

/** Pixels a canvas may have at most, along one side and in all. */
const longest = 32_000;
const most = 200_000_000;
/** Twice as fine as the picture itself, for screens that are. */
const finest = 2;

/**
 * Paints a picture into a PNG file. A very long one is painted less fine, so that the browser can hold it.
 * @throws {Error} where the browser has no room for it
 */
export async function paintPicture(picture: Picture): Promise<Uint8Array> {
  const { width, height, paper, groups } = picture;
  const scale = Math.min(finest, longest / height, longest / width, Math.sqrt(most / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser has no canvas to paint on.");
  context.scale(scale, scale);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  for (const { shapes } of groups) for (const shape of shapes) paintShape(context, shape);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("The picture is too large for the browser.");
  return new Uint8Array(await blob.arrayBuffer());
}

type Context = CanvasRenderingContext2D;

function paintShape(context: Context, shape: Shape): void {
  context.save();
  switch (shape.type) {
    case "box":
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, pictureDefaults.corner);
      if (shape.fill !== undefined) fill(context, shape.fill);
      context.setLineDash([...(shape.dash ?? [])]);
      if (shape.stroke !== undefined) stroke(context, shape.stroke, shape.strokeWidth ?? 1);
      break;
    case "stroke":
      context.translate(shape.x, shape.y);
      context.lineCap = "round";
      context.lineJoin = "round";
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      context.stroke(new Path2D(shape.path));
      break;
    case "words":
      paintWords(context, shape);
      break;
  }
  context.restore();
}

function fill(context: Context, style: string): void {
  context.fillStyle = style;
  context.fill();
}

function stroke(context: Context, style: string, width: number): void {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke();
}

function paintWords(context: Context, { x, y, anchor, spans }: Words): void {
  const widths = spans.map((span) => {
    context.font = fontOf(span);
    return context.measureText(span.text).width;
  });
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let left = anchor === "end" ? x - whole : x;
  spans.forEach((span, at) => {
    context.font = fontOf(span);
    context.fillStyle = span.fill;
    context.fillText(span.text, left, y);
    left += widths[at] ?? 0;
  });
}

function fontOf({ size = pictureDefaults.size, look }: Span): string {
  const style = look === "italic" ? "italic " : "";
  const weight = look === "bold" ? "600 " : "";
  return `${style}${weight}${size}px ${look === "mono" ? pictureDefaults.mono : pictureDefaults.sans}`;
}
