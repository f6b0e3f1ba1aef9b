import type { Board } from "../../protocol/board.ts";
import { iconPath, lockPath } from "../../protocol/icons.ts";
import type { Group, Picture, Shape, Span } from "../../protocol/picture.ts";
import { type Origin, type OutlineNode, outlineOf } from "./outline.ts";
import { originWords, summaryWords, titleWords } from "./words.ts";

/** Sizes in pixels. */
const width = 960;
const margin = 24;
const indent = 28;
const headHeight = 78;
const rowHeight = 30;
const gap = 5;
const problemHeight = 18;
/** How wide a character of the text is, near enough to know what fits. */
const character = 7.2;
/** Deeper rows are no longer moved in, so that they keep room for their names. */
const deepest = 8;

/** The picture has paper of its own, so that it reads the same on light and on dark pages. */
const paper = "#ffffff";
const ink = "#1f2328";
const faded = "#57606a";
const line = "#8c959f";
const alarm = "#b3261e";

type BoxLook = Pick<Extract<Shape, { type: "box" }>, "fill" | "stroke" | "strokeWidth" | "dash">;

/** Who chose a place shows in the outline, not in a colour. */
const looks = {
  bus: { fill: "#e7ecf2", stroke: line },
  given: { fill: "#f6f8fa", stroke: line },
  chosen: { stroke: faded, dash: [6, 3] },
  usual: { stroke: faded, dash: [6, 3] },
  added: { stroke: line, dash: [2, 3] },
  reserved: {},
  unplaced: { stroke: line, dash: [1, 5] },
} as const satisfies Record<Origin, BoxLook>;

interface Row {
  readonly node: OutlineNode;
  readonly depth: number;
  readonly top: number;
  readonly height: number;
  /** What is wrong, in lines that fit. */
  readonly problems: readonly string[];
}

/** The board as a picture: a tree of buses, slots and devices, one below the other. */
export function toPicture(board: Board): Picture {
  const gutter = gutterOf(outlineOf(board));
  const rows: Row[] = [];
  let top = headHeight;
  const place = (node: OutlineNode, depth: number): void => {
    const problems = node.problems.flatMap((problem) =>
      wrapped(problem, (width - margin - leftOf(depth) - 80) / character),
    );
    const height = rowHeight + problems.length * problemHeight;
    rows.push({ node, depth, top, height, problems });
    top += height + gap;
    for (const child of node.children) place(child, depth + 1);
  };
  for (const node of outlineOf(board)) place(node, 0);
  const height = top + margin + 14;
  return {
    width,
    height,
    title: `Slots of ${titleWords(board)}`,
    paper,
    groups: [
      { shapes: headShapes(board) },
      { shapes: rows.flatMap((row, at) => guideShapes(rows, at, row)) },
      ...rows.map((row) => rowGroup(row, gutter)),
      { shapes: [legend(height - margin + 4)] },
    ],
  };
}

/** Room for the longest slot label. */
function gutterOf(nodes: readonly OutlineNode[]): number {
  const longest = (node: OutlineNode): number =>
    Math.max(node.slot?.length ?? 0, ...node.children.map(longest));
  return Math.max(0, ...nodes.map(longest)) * 8 + 24;
}

function leftOf(depth: number): number {
  return margin + Math.min(depth, deepest) * indent;
}

function headShapes(board: Board): Shape[] {
  return [
    words(margin, 36, [{ text: titleWords(board), fill: ink, size: 20, look: "bold" }]),
    words(margin, 58, [{ text: `${board.machine} · ${summaryWords(board)}`, fill: faded }]),
  ];
}

function legend(baseline: number): Shape {
  const text = "Lock: pinned in the file. Dashed: chosen by libvirt or QEMU. Dotted: added by libvirt.";
  return words(margin, baseline, [{ text, fill: faded, size: 11 }]);
}

/** A line down from what holds a bus, with a branch to each slot of it. */
function guideShapes(rows: readonly Row[], at: number, row: Row): Shape[] {
  const children = childrenOf(rows, at, row.depth);
  const last = children.at(-1);
  if (last === undefined || row.depth >= deepest) return [];
  const x = leftOf(row.depth) + 14;
  const branches = children.map((child) => `M${x} ${child.top + rowHeight / 2}H${leftOf(child.depth)}`);
  const path = `M${x} ${row.top + row.height}V${last.top + rowHeight / 2}${branches.join("")}`;
  return [{ type: "stroke", x: 0, y: 0, path, stroke: line, width: 1 }];
}

function childrenOf(rows: readonly Row[], at: number, depth: number): Row[] {
  const children: Row[] = [];
  for (const row of rows.slice(at + 1)) {
    if (row.depth <= depth) break;
    if (row.depth === depth + 1) children.push(row);
  }
  return children;
}

function rowGroup({ node, depth, top, height, problems }: Row, gutter: number): Group {
  const left = leftOf(depth);
  const iconLeft = left + (node.slot === undefined ? 12 : gutter);
  const baseline = top + 20;
  const isWrong = problems.length > 0;
  const look: BoxLook = isWrong ? { stroke: alarm, strokeWidth: 2 } : looks[node.origin];
  const isPinned = node.origin === "given";
  const right = width - margin - (isPinned ? 32 : 12);
  const tint = isWrong ? alarm : node.origin === "added" ? faded : ink;
  const nameLeft = iconLeft + (node.icon === undefined ? 0 : 24);
  return {
    title: wholeText(node),
    shapes: [
      { type: "box", x: left, y: top, width: width - margin - left, height, ...look },
      ...(node.slot === undefined
        ? []
        : [words(left + 12, baseline, [{ text: node.slot, fill: faded, size: 12, look: "mono" }])]),
      ...(node.icon === undefined ? [] : [icon(iconLeft, top + 7, iconPath(node.icon), tint)]),
      words(nameLeft, baseline, nameSpans(node, (right - nameLeft) / character - endText(node).length - 2)),
      ...(endText(node) === "" ? [] : [words(right, baseline, endSpans(node), "end")]),
      ...(isPinned ? [icon(width - margin - 26, top + 7, lockPath, faded)] : []),
      ...problems.map((problem, at) =>
        words(nameLeft, baseline + (at + 1) * problemHeight - 2, [{ text: problem, fill: alarm, size: 12 }]),
      ),
    ],
  };
}

function icon(x: number, y: number, path: string, stroke: string): Shape {
  return { type: "stroke", x, y, path, stroke, width: 1.2 };
}

/** Name and detail, cut where they would run into the address. */
function nameSpans({ label, detail, origin }: OutlineNode, most: number): Span[] {
  const isQuiet = origin === "reserved";
  const name: Span = {
    text: shortened(label, most),
    fill: isQuiet ? faded : ink,
    look: isQuiet ? "italic" : "bold",
  };
  const rest = most - label.length - 2;
  return detail === "" || rest < 6
    ? [name]
    : [name, { text: `  ${shortened(detail, rest)}`, fill: faded, ...(isQuiet && { look: "italic" }) }];
}

const tags = {
  ...originWords,
  chosen: "auto",
  usual: "by QEMU",
  added: "implied",
  unplaced: "in no slot",
} as const;

/** What stands at the right end of a row: free slots behind it, who chose the place, the address. */
function endParts({ free, origin, address }: OutlineNode): string[] {
  return [free === undefined ? "" : `free ${shortened(free, 34)}`, tags[origin], address ?? ""];
}

function endText(node: OutlineNode): string {
  return endParts(node)
    .filter((part) => part !== "")
    .join("   ");
}

function endSpans(node: OutlineNode): Span[] {
  const [free = "", tag = "", address = ""] = endParts(node);
  const spans: Span[] = [
    { text: free, fill: faded },
    { text: tag, fill: faded, look: "italic" },
    { text: address, fill: ink, size: 12, look: "mono" },
  ];
  const shown = spans.filter((span) => span.text !== "");
  return shown.map((span, at) => (at === 0 ? span : { ...span, text: `   ${span.text}` }));
}

/** Everything about a row, for whoever points at it or has it read aloud. */
function wholeText(node: OutlineNode): string {
  const { label, detail, free, address, origin, problems } = node;
  const name = detail === "" ? label : `${label} · ${detail}`;
  const whole = [
    name,
    free === undefined ? "" : `free ${free}`,
    address ?? "",
    originWords[origin],
    ...problems,
  ];
  return whole.filter((part) => part !== "").join(". ");
}

function words(x: number, y: number, spans: readonly Span[], anchor?: "end"): Shape {
  return { type: "words", x, y, spans, ...(anchor && { anchor }) };
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  const room = Math.max(8, Math.floor(most));
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join("")}…`;
}

/** Words in lines of so many characters. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
