import type { Board } from "../../protocol/board.ts";
import { type Group, pictureDefaults, type Shape, type Span } from "../../protocol/picture.ts";
import { toPicture } from "./picture.ts";

/** The board as well-formed SVG without style sheets or scripts. */
export function toSvg(board: Board): string {
  const { width, height, title, paper, groups } = toPicture(board);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${pictureDefaults.sans}" font-size="${pictureDefaults.size}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ...groups.flatMap(groupLines),
    "</svg>",
    "",
  ].join("\n");
}

function groupLines({ title, shapes }: Group): string[] {
  const lines = shapes.map(shapeLine);
  return title === undefined ? lines : ["<g>", `<title>${escapeXml(title)}</title>`, ...lines, "</g>"];
}

function shapeLine(shape: Shape): string {
  switch (shape.type) {
    case "box": {
      const { x, y, width, height, fill = "none", stroke = "none", strokeWidth, dash } = shape;
      const line = [
        `stroke="${stroke}"`,
        ...(strokeWidth === undefined ? [] : [`stroke-width="${strokeWidth}"`]),
        ...(dash === undefined ? [] : [`stroke-dasharray="${dash.join(" ")}"`]),
      ];
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${pictureDefaults.corner}" fill="${fill}" ${line.join(" ")}/>`;
    }
    case "stroke": {
      const { x, y, path, stroke, width } = shape;
      const moved = x === 0 && y === 0 ? "" : ` transform="translate(${x} ${y})"`;
      return `<path d="${path}"${moved} fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
    }
    case "words": {
      const anchor = shape.anchor === undefined ? "" : ` text-anchor="${shape.anchor}"`;
      return `<text x="${shape.x}" y="${shape.y}"${anchor} xml:space="preserve">${shape.spans.map(spanText).join("")}</text>`;
    }
  }
}

const looks = {
  bold: ` font-weight="600"`,
  italic: ` font-style="italic"`,
  mono: ` font-family="${pictureDefaults.mono}"`,
} as const;

function spanText({ text, fill, size, look }: Span): string {
  const style = look === undefined ? "" : looks[look];
  const fontSize = size === undefined ? "" : ` font-size="${size}"`;
  return `<tspan fill="${fill}"${fontSize}${style}>${escapeXml(text)}</tspan>`;
}

/** Characters that XML does not allow at all are replaced. */
function escapeXml(words: string): string {
  const allowed = words.replace(
    /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
    "\u{fffd}",
  );
  return allowed.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
