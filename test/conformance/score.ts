import type { Judgement } from "./judge.ts";

/** Good cases out of all cases that say something about a mark. */
export interface Tally {
  readonly good: number;
  readonly all: number;
}

export const marks = ["exact", "clean", "pinned", "warned", "foretold", "first"] as const;
export type Mark = (typeof marks)[number];

/** Tallies by group (a set, or a set and a machine) and mark. */
export type Score = Readonly<Record<string, Partial<Readonly<Record<Mark, Tally>>>>>;

/** What a mark says, for the printed table. */
export const markTitles: Readonly<Record<Mark, string>> = {
  exact: "accepted, exact",
  clean: "accepted, no false error",
  pinned: "accepted, pinned as libvirt would",
  warned: "accepted by libvirt, refused by QEMU, warned of",
  foretold: "rejected, in libvirt's words",
  first: "rejected, libvirt's error first",
};

/** The score of every set, followed by that of every machine in it. */
export function scoreOf(judgements: readonly Judgement[]): Score {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    for (const group of [judgement.case.set, `${judgement.case.set} · ${judgement.machine}`]) {
      const members = groups.get(group) ?? [];
      members.push(judgement);
      groups.set(group, members);
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([group, members]) => [group, talliesOf(members)]));
}

function talliesOf(judgements: readonly Judgement[]): Partial<Record<Mark, Tally>> {
  const tallies: Partial<Record<Mark, Tally>> = {};
  for (const mark of marks) {
    const told = judgements.filter((judgement) => judgement[mark] !== undefined);
    if (told.length === 0) continue;
    tallies[mark] = { good: told.filter((judgement) => judgement[mark]).length, all: told.length };
  }
  return tallies;
}

/** A table for people: one line per group, one column per mark. */
export function scoreTable(score: Score): string {
  const width = Math.max(...Object.keys(score).map((group) => group.length), 0);
  const cell = (tally: Tally | undefined) => (tally ? `${tally.good}/${tally.all}` : "").padStart(10);
  const row = (group: string, cells: readonly string[]) => `${group.padEnd(width)} ${cells.join(" ")}`;
  const head = row(
    "",
    marks.map((mark) => mark.padStart(10)),
  );
  const rows = Object.entries(score).map(([group, tallies]) =>
    row(
      group,
      marks.map((mark) => cell(tallies[mark])),
    ),
  );
  const legend = marks.map((mark) => `${mark}: ${markTitles[mark]}`).join("; ");
  return [head, ...rows, legend].join("\n");
}

/** The lowest number of good cases each set may have, by mark. Numbers only rise. */
export type Floor = Readonly<Record<string, Partial<Readonly<Record<Mark, number>>>>>;

/** One line per number that fell below the floor, or whose cases are gone. */
export function fallsBelow(score: Score, floor: Floor): string[] {
  return Object.entries(floor).flatMap(([group, numbers]) =>
    marks.flatMap((mark) => {
      const least = numbers[mark];
      const good = score[group]?.[mark]?.good ?? 0;
      return least === undefined || good >= least
        ? []
        : [`${group}: ${markTitles[mark]} is ${good}, was ${least}`];
    }),
  );
}

/** The floor with every number raised to the score; none is ever lowered. Machines are held as well as sets. */
export function raised(floor: Floor, score: Score): Floor {
  const groups = [...new Set([...Object.keys(floor), ...Object.keys(score)])].sort();
  const rows = groups.map((group) => [group, raisedNumbers(floor[group] ?? {}, score[group] ?? {})] as const);
  return Object.fromEntries(rows.filter(([, numbers]) => Object.keys(numbers).length > 0));
}

function raisedNumbers(numbers: Floor[string], tallies: Score[string]): Floor[string] {
  const told = marks.filter((mark) => numbers[mark] !== undefined || tallies[mark] !== undefined);
  return Object.fromEntries(
    told.map((mark) => [mark, Math.max(numbers[mark] ?? 0, tallies[mark]?.good ?? 0)]),
  );
}
