import type { Board } from "../../protocol/board.ts";
import { codeSpan, escapeMarkdown } from "../markdown.ts";
import { type OutlineNode, outlineOf } from "./outline.ts";
import { originWords, summaryWords, titleWords } from "./words.ts";

/** The topology of a board as a nested Markdown list. */
export function toMarkdown(board: Board): string {
  return [
    `# ${escapeMarkdown(titleWords(board))}`,
    "",
    escapeMarkdown(board.machine),
    "",
    summaryWords(board),
    "",
    ...outlineOf(board).flatMap((node) => nodeLines(node, "")),
    "",
  ].join("\n");
}

function nodeLines(node: OutlineNode, indent: string): string[] {
  return [
    `${indent}- ${nodeText(node)}`,
    ...node.children.flatMap((child) => nodeLines(child, `${indent}  `)),
    ...(node.free === undefined ? [] : [`${indent}  - free: ${node.free}`]),
  ];
}

function nodeText({ slot, label, detail, address, origin, problems }: OutlineNode): string {
  const name = origin === "reserved" ? "reserved:" : `**${escapeMarkdown(label)}**`;
  const words = [
    slot === undefined ? undefined : codeSpan(slot),
    name,
    detail === "" ? undefined : escapeMarkdown(detail),
    address === undefined ? undefined : codeSpan(address),
    originWords[origin] === "" ? undefined : `_${originWords[origin]}_`,
    ...problems.map((problem) => `⚠ ${escapeMarkdown(problem)}`),
  ];
  return words.filter((word) => word !== undefined).join(" ");
}
