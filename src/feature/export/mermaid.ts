import type { Board } from "../../protocol/board.ts";
import { type Origin, type OutlineNode, outlineOf } from "./outline.ts";
import { titleWords } from "./words.ts";

/** Looks that do not lean on colour: dashes for what libvirt chooses, a thin line for what it adds. */
const looks: readonly (readonly [Origin | "wrong", string])[] = [
  ["bus", "stroke-width:3px"],
  ["chosen", "stroke-dasharray:6 3"],
  ["usual", "stroke-dasharray:6 3"],
  ["added", "stroke-dasharray:2 3,font-style:italic"],
  ["unplaced", "stroke-dasharray:1 6"],
  ["wrong", "stroke:#c00,stroke-width:3px"],
];

/** The topology of a board as a Mermaid flowchart: an edge from each bus to who sits on it, named by the slot. */
export function toMermaid(board: Board): string {
  const chart = new Chart();
  for (const node of outlineOf(board)) chart.add(node);
  const used = looks.filter(([look]) => chart.members(look).length > 0);
  return [
    "---",
    `title: ${JSON.stringify(titleWords(board))}`,
    "---",
    "flowchart LR",
    ...chart.lines.map((line) => `  ${line}`),
    ...used.map(([look, style]) => `  classDef ${look} ${style}`),
    ...used.map(([look]) => `  class ${chart.members(look).join(",")} ${look}`),
    "",
  ].join("\n");
}

class Chart {
  readonly lines: string[] = [];
  readonly #members = new Map<string, string[]>();
  #count = 0;

  members(look: string): readonly string[] {
    return this.#members.get(look) ?? [];
  }

  /** Adds a node with everything that hangs from it. Reserved slots are nobody, and are left out. */
  add(node: OutlineNode, parent?: string): void {
    if (node.origin === "reserved") return;
    const id = `n${this.#count++}`;
    this.lines.push(`${id}["${labelOf(node)}"]`);
    if (parent !== undefined) this.lines.push(`${parent} -->|"${quoted(node.slot ?? "")}"| ${id}`);
    const look = node.problems.length > 0 ? "wrong" : node.origin;
    this.#members.set(look, [...this.members(look), id]);
    for (const child of node.children) this.add(child, id);
  }
}

function labelOf({ label, detail, address, free }: OutlineNode): string {
  const lines = [label, detail, address, free === undefined ? undefined : `free: ${free}`];
  return lines
    .filter((line) => line !== undefined && line !== "")
    .map((line) => quoted(line ?? ""))
    .join("<br>");
}

/** Mermaid writes characters of its own syntax as `#number;`. */
function quoted(text: string): string {
  return text
    .replace(/[#"<>&`\\;[\]{}|]/g, (character) => `#${character.charCodeAt(0)};`)
    .replace(/\s+/g, " ");
}
