import type { Board } from "../../protocol/board.ts";
import { type Origin, type OutlineNode, outlineOf } from "./outline.ts";
import { originWords, summaryWords } from "./words.ts";

/** Sizes in pixels. */
const width = 960;
const margin = 24;
const rowHeight = 26;
const indent = 28;
const headHeight = 76;

/** The picture has paper of its own, so that it reads the same on light and on dark pages. */
const paper = "#ffffff";
const ink = "#1f2328";
const faded = "#57606a";
const alarm = "#b3261e";

/** Who chose a place shows in the outline, not in a colour. */
const outlines = {
  bus: `fill="#e7ecf2" stroke="${ink}" stroke-width="1.5"`,
  given: `fill="#f6f8fa" stroke="${ink}"`,
  chosen: `fill="none" stroke="${ink}" stroke-dasharray="6 3"`,
  added: `fill="none" stroke="${faded}" stroke-dasharray="2 3"`,
  reserved: `fill="none" stroke="none"`,
  unplaced: `fill="none" stroke="${faded}" stroke-dasharray="1 5"`,
} as const satisfies Record<Origin, string>;

interface Row {
  readonly node: OutlineNode;
  readonly depth: number;
}

/** The board as a picture: a tree of buses, slots and devices. Well-formed SVG without style sheets or scripts. */
export function toSvg(board: Board): string {
  const rows = outlineOf(board).flatMap((node) => rowsOf(node, 0));
  const height = headHeight + rows.length * rowHeight + margin + rowHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escapeXml(`Slots of ${board.title}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    text(margin, 34, board.title, `font-size="20" font-weight="600"`),
    text(margin, 56, `${board.machine} · ${summaryWords(board)}`, "", faded),
    ...rows.flatMap((row, at) => rowLines(row, headHeight + at * rowHeight)),
    text(
      margin,
      height - margin + 6,
      "Dashed: chosen by libvirt. Dotted: added by libvirt.",
      `font-size="11"`,
      faded,
    ),
    "</svg>",
    "",
  ].join("\n");
}

function rowsOf(node: OutlineNode, depth: number): Row[] {
  return [{ node, depth }, ...node.children.flatMap((child) => rowsOf(child, depth + 1))];
}

function rowLines({ node, depth }: Row, top: number): string[] {
  const left = margin + Math.min(depth, 8) * indent;
  const boxLeft = left + (node.slot === undefined ? 0 : 44);
  const boxWidth = width - margin - boxLeft;
  const isWrong = node.problems.length > 0;
  const baseline = top + 17;
  const look = isWrong ? `fill="none" stroke="${alarm}" stroke-width="2"` : outlines[node.origin];
  return [
    `<g>`,
    `<title>${escapeXml(wholeText(node))}</title>`,
    ...(node.slot === undefined ? [] : [text(left, baseline, node.slot, `font-family="monospace"`, faded)]),
    `<rect x="${boxLeft}" y="${top}" width="${boxWidth}" height="${rowHeight - 4}" rx="4" ${look}/>`,
    text(boxLeft + 8, baseline, shortened(nameText(node), boxWidth - 260), nameStyle(node)),
    text(
      width - margin - 8,
      baseline,
      shortened(endText(node), 250),
      `text-anchor="end"`,
      isWrong ? alarm : faded,
    ),
    "</g>",
  ];
}

function nameStyle({ origin }: OutlineNode): string {
  if (origin === "bus") return `font-weight="600"`;
  return origin === "added" || origin === "reserved" ? `font-style="italic"` : "";
}

function nameText({ label, detail, problems }: OutlineNode): string {
  return [problems.length > 0 ? "⚠" : "", label, detail === "" ? "" : `· ${detail}`]
    .filter((part) => part !== "")
    .join(" ");
}

function endText({ address, free }: OutlineNode): string {
  return [free === undefined ? "" : `free ${free}`, address ?? ""].filter((part) => part !== "").join(" · ");
}

/** Everything about a row, for whoever points at it or has it read aloud. */
function wholeText(node: OutlineNode): string {
  return [nameText(node), endText(node), originWords[node.origin], ...node.problems]
    .filter((part) => part !== "")
    .join(". ");
}

/** Cuts text that would be wider than some pixels; a character of this font takes about seven. */
function shortened(words: string, pixels: number): string {
  const most = Math.max(8, Math.floor(pixels / 7));
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join("")}…`;
}

function text(x: number, y: number, words: string, style: string, fill: string = ink): string {
  const attributes = style === "" ? "" : ` ${style}`;
  return `<text x="${x}" y="${y}" fill="${fill}"${attributes}>${escapeXml(words)}</text>`;
}

/** Characters that XML does not allow at all are replaced. */
function escapeXml(words: string): string {
  const allowed = words.replace(
    /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
    "\u{fffd}",
  );
  return allowed.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
