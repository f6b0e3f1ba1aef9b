import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { causeOf } from "../conformance/cause.ts";
import { type Judgement, judge } from "../conformance/judge.ts";
import { recordedQemu } from "../support/corpus.ts";
import { findOracle, type Oracle, type OracleAnswer } from "../support/oracle.ts";
import { repository } from "../support/repository.ts";
import { readStrictly, type StrictElement } from "../support/strictXml.ts";
import { writeElement } from "./element.ts";
import { generateDomain } from "./generate.ts";
import { machinesOf } from "./machines.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { shrink } from "./shrink.ts";

const usage = `Compares made-up domains with what a real libvirt makes of them, and shrinks what differs.
  --count N       how many domains (default 500); every second one is an edited form of what libvirt printed
  --seed S        the first seed (default: from the clock)
  --machine NAME  only machines of this name or architecture
  --causes N      how many different causes to shrink (default 30)
  --out FOLDER    where the small domains go (default test-results/differential)`;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "500" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    machine: { type: "string" },
    causes: { type: "string", default: "30" },
    out: { type: "string", default: path.join(repository, "test-results/differential") },
    help: { type: "boolean", default: false },
  },
});

/** A domain on which we and libvirt differ. */
interface Disagreement {
  readonly domain: StrictElement;
  readonly judgement: Judgement;
}

/** What the run has seen so far. */
interface Tally {
  accepted: number;
  rejected: number;
  /** Foretold, but not as our first refusal. */
  later: number;
  /** Accepted, and libvirt refuses the XML that it prints of it, so that nobody can pin it. */
  unreadable: number;
  readonly causes: Map<string, Disagreement[]>;
}

const batch = 250;

if (values.help) {
  console.log(usage);
} else {
  const oracle = await findOracle();
  if (typeof oracle === "string") {
    console.error(oracle);
    process.exitCode = 1;
  } else {
    await run(oracle);
  }
}

async function run(oracle: Oracle): Promise<void> {
  const count = Number(values.count);
  const firstSeed = Number(values.seed);
  const tally: Tally = { accepted: 0, rejected: 0, later: 0, unreadable: 0, causes: new Map() };
  const machines = machinesOf(await oracle.arches(), values.machine);
  let done = 0;
  for (let seed = firstSeed; done < count; seed += batch) {
    const fresh = Array.from({ length: Math.min(batch, count - done) }, (_, index) =>
      generateDomain(seed + index, machines),
    );
    const answers = await compare(oracle, fresh, tally);
    const edited = answers.slice(0, count - done - fresh.length).flatMap((answer, index) => {
      const printed = answer.outcome === "accepted" ? readStrictly(answer.xml) : undefined;
      return printed ? [mutate(new Random(seed + index), printed)] : [];
    });
    await compare(oracle, edited, tally);
    done += fresh.length + edited.length;
  }
  console.log(
    `${done} domains from seed ${firstSeed}: libvirt accepted ${tally.accepted} and refused ${tally.rejected}; ` +
      `its error is among ours but not the first for ${tally.later}; ` +
      `${tally.unreadable} of what it prints it refuses itself, and so do we to pin it.`,
  );
  await report(oracle, tally);
}

async function compare(
  oracle: Oracle,
  domains: readonly StrictElement[],
  tally: Tally,
): Promise<OracleAnswer[]> {
  const texts = domains.map((domain) => writeElement(domain));
  const answers = await oracle.ask(texts);
  for (const [index, domain] of domains.entries()) {
    const answer = answers[index]!;
    tally[answer.outcome]++;
    const judgement = judgeAnswer(texts[index]!, answer);
    if (judgement.first === false && judgement.foretold) tally.later++;
    if (!disagrees(judgement)) continue;
    if (await isUnreadable(oracle, answer, judgement)) {
      tally.unreadable++;
      continue;
    }
    const cause = causeOf(judgement);
    tally.causes.set(cause, [...(tally.causes.get(cause) ?? []), { domain, judgement }]);
  }
  return answers;
}

function judgeAnswer(text: string, answer: OracleAnswer): Judgement {
  const verdict =
    answer.outcome === "accepted"
      ? ({ outcome: "accepted", expected: answer.xml, start: "untried" } as const)
      : ({ outcome: "rejected", error: answer.error, counts: true } as const);
  return judge({ set: "differential", id: "", text, options: recordedQemu, verdict });
}

/** All that is wrong is that we do not pin, and libvirt refuses its own layout too. */
async function isUnreadable(oracle: Oracle, answer: OracleAnswer, judgement: Judgement): Promise<boolean> {
  const { complaints } = judgement;
  if (answer.outcome !== "accepted" || !complaints.every((line) => line.startsWith("pin: refused")))
    return false;
  const [again] = await oracle.ask([answer.xml]);
  return again?.outcome === "rejected";
}

function disagrees({ exact, clean, pinned, foretold }: Judgement): boolean {
  return [exact, clean, pinned, foretold].includes(false);
}

/** Shrinks one domain of every cause, the most frequent cause first, and writes it out with both answers. */
async function report(oracle: Oracle, tally: Tally): Promise<void> {
  const causes = [...tally.causes].sort(([, a], [, b]) => b.length - a.length);
  const total = causes.reduce((sum, [, found]) => sum + found.length, 0);
  console.log(`${total} disagreements with ${causes.length} causes.`);
  mkdirSync(values.out, { recursive: true });
  for (const [place, [cause, found]] of causes.slice(0, Number(values.causes)).entries()) {
    const smallest = found.reduce((a, b) =>
      writeElement(a.domain).length <= writeElement(b.domain).length ? a : b,
    );
    const small = await shrink(smallest.domain, (candidates) => stillShows(oracle, candidates, cause));
    const text = writeElement(small);
    const [answer] = await oracle.ask([text]);
    const { complaints } = judgeAnswer(text, answer!);
    const file = path.join(values.out, `${String(place + 1).padStart(2, "0")}.xml`);
    const note = complaints.join("\n  ").replaceAll("--", "- -");
    writeFileSync(file, `${text}<!-- ${found.length} × ${cause.replaceAll("--", "- -")}\n  ${note}\n-->\n`);
    console.log(`\n${found.length} × ${cause}\n${file}\n${text}  ${complaints.slice(0, 6).join("\n  ")}`);
  }
  if (total > 0) process.exitCode = 1;
}

async function stillShows(
  oracle: Oracle,
  candidates: readonly StrictElement[],
  cause: string,
): Promise<boolean[]> {
  const texts = candidates.map((candidate) => writeElement(candidate));
  const answers = await oracle.ask(texts);
  return texts.map((text, index) => {
    const judgement = judgeAnswer(text, answers[index]!);
    return disagrees(judgement) && causeOf(judgement) === cause;
  });
}
