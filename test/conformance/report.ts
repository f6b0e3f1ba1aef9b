import process from "node:process";
import { parseArgs } from "node:util";
import { corpusFolder, hasCorpus, readCorpus } from "../support/corpus.ts";
import { causeOf } from "./cause.ts";
import { type Judgement, judge } from "./judge.ts";
import { scoreOf, scoreTable } from "./score.ts";

const usage = `Prints the score against the corpora, and what fails grouped by its first complaint.
  --list          every failing case of a group instead of the first few
  --match TEXT    only cases whose id, set or machine holds TEXT
  --case ID       everything that is wrong with one case
  --lines N       how many groups to print (default 40)`;

const { values } = parseArgs({
  options: {
    list: { type: "boolean", default: false },
    match: { type: "string", default: "" },
    case: { type: "string" },
    lines: { type: "string", default: "40" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(usage);
} else if (!hasCorpus()) {
  console.error(`No corpora at ${corpusFolder}.`);
  process.exitCode = 1;
} else {
  report();
}

function report(): void {
  const wanted = values.case ?? values.match;
  const cases = readCorpus().filter(
    ({ id, set }) => values.case === undefined || `${set} ${id}`.includes(wanted),
  );
  const judgements = cases.map(judge).filter((judgement) => nameOf(judgement).includes(wanted));
  console.log(scoreTable(scoreOf(judgements)));
  const failing = judgements.filter(({ complaints }) => complaints.length > 0);
  if (values.case !== undefined) printWhole(failing);
  else printGroups(failing);
}

function nameOf({ case: subject, machine }: Judgement): string {
  return `${subject.set} ${subject.id} ${machine}`;
}

function printWhole(failing: readonly Judgement[]): void {
  for (const judgement of failing) {
    console.log(`\n${nameOf(judgement)}\n  ${judgement.complaints.join("\n  ")}`);
  }
}

/** Largest group first: mending its cause helps most. */
function printGroups(failing: readonly Judgement[]): void {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of failing) {
    const cause = causeOf(judgement);
    groups.set(cause, [...(groups.get(cause) ?? []), judgement]);
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length);
  console.log(`\n${failing.length} cases fail in ${sorted.length} groups.`);
  for (const [cause, members] of sorted.slice(0, Number(values.lines))) {
    console.log(`\n${members.length} × ${cause}`);
    for (const member of values.list ? members : members.slice(0, 3)) {
      console.log(`    ${nameOf(member)}: ${member.complaints[0]}`);
    }
  }
}
