import process from "node:process";
import { Bench } from "tinybench";
import { define } from "../src/define/define.ts";
import { readDomains } from "../src/domain/readDomain.ts";
import { type DomainService, getDomainService } from "../src/service.ts";
import { parse } from "../src/xml/parse.ts";
import { findOracle } from "../test/support/oracle.ts";
import { defineText } from "../test/support/pipeline.ts";
import { printBoards } from "./boards.ts";
import {
  everydayGuest,
  pcVirtioDisks,
  q35GivenScsiDisks,
  q35ScsiDisks,
  q35VirtioDisks,
  type Sample,
  s390VirtioDisks,
} from "./domains.ts";

/** The steps whose growth is looked at, each with what it needs made ready. */
const steps: Readonly<Record<string, (sample: Sample) => () => unknown>> = {
  parse:
    ({ text }) =>
    () =>
      parse(text),
  read: ({ text }) => {
    const document = parse(text);
    return () => readDomains(document);
  },
  define: ({ text }) => {
    const [reading] = readDomains(parse(text));
    return () => reading && define(reading.domain);
  },
  all:
    ({ text }) =>
    () =>
      defineText(text),
};

/** What `npm run bench` prints; the names of parts after `--` print only those. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  boards: printBoards,
  steps: () => printSteps([everydayGuest(30), q35VirtioDisks(100), everydayGuest(1000), q35ScsiDisks(1000)]),
  growth: printGrowth,
  libvirt: printBesideLibvirt,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => parts[name] === undefined);
if (unknown.length > 0) {
  console.error(`No part of the bench is called ${unknown.join(", ")}: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
for (const [name, print] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await print();
}

/** Medians of each step, alone. */
async function printSteps(samples: readonly Sample[]): Promise<void> {
  console.log(
    "Medians in milliseconds. A keystroke is a new text: parse, read, define, diagnostics and board.",
  );
  console.log(row("", ["parse", "read", "define", "diagnostics", "board", "keystroke"]));
  for (const sample of samples) {
    const document = parse(sample.text);
    const [reading] = readDomains(document);
    if (reading === undefined) throw new Error(`${sample.title} holds no domain`);
    const service = getDomainService();
    const medians = await mediansOf([
      () => parse(sample.text),
      () => readDomains(document),
      () => define(reading.domain),
      diagnosticsOf(service, sample),
      boardOf(service, sample),
      keystrokeOf(service, sample),
    ]);
    console.log(row(sample.title, medians.map(milliseconds)));
  }
}

/** Diagnostics alone: their snapshot is there, and has defined its domain. */
function diagnosticsOf(service: DomainService, { text }: Sample): () => unknown {
  const snapshot = service.snapshot("diagnostics.xml", 1, text);
  service.diagnostics(snapshot);
  return () => service.diagnostics(snapshot);
}

function boardOf(service: DomainService, { text }: Sample): () => unknown {
  const snapshot = service.snapshot("board.xml", 1, text);
  service.board(snapshot);
  return () => service.board(snapshot);
}

/** Each run is the next version of the text, one character longer or shorter. */
function keystrokeOf(service: DomainService, { text }: Sample): () => unknown {
  const longer = text.replace("<name>measured", "<name>measured1");
  let version = 0;
  return () => {
    version++;
    const snapshot = service.snapshot("keystroke.xml", version, version % 2 === 0 ? text : longer);
    return [service.diagnostics(snapshot), service.board(snapshot)];
  };
}

/** How the time of one device grows with their number; 1.0 is none. */
async function printGrowth(): Promise<void> {
  const sizes = [100, 1000, 10_000];
  console.log("\nProcessor time in microseconds per device, and how it grows from 100 to 10,000 devices.");
  console.log(row("", [...sizes.map((size) => `${size}`), "growth"]));
  for (const make of [s390VirtioDisks, q35GivenScsiDisks, q35ScsiDisks]) {
    const samples = sizes.map(make);
    const title = samples[0]!.title.replace("100 ", "");
    for (const [step, taskOf] of Object.entries(steps)) {
      const medians = await mediansOf(samples.map(taskOf), processorTime);
      const perDevice = medians.map((median, index) => (median * 1000) / sizes[index]!);
      const growth = perDevice.at(-1)! / perDevice[0]!;
      const cells = [...perDevice.map((time) => time.toFixed(2)), growth.toFixed(2)];
      console.log(row(`${title}: ${step}`, cells));
    }
  }
}

/** The same domains in a real libvirt, by virsh's own clock; ours is scan, read, define and the words of refusals. */
async function printBesideLibvirt(): Promise<void> {
  const oracle = await findOracle();
  if (typeof oracle === "string") {
    console.log(`\nlibvirt was not measured beside it. ${oracle}`);
    return;
  }
  const { libvirt, qemu } = await oracle.versions();
  console.log(
    `\nBeside libvirt ${libvirt} with QEMU ${qemu}: define by virsh --timing, medians in milliseconds.`,
  );
  console.log(row("", ["libvirt", "ours", "times faster"]));
  const samples = [everydayGuest(30), q35VirtioDisks(100), q35VirtioDisks(235), pcVirtioDisks(280)];
  for (const sample of [...samples, q35ScsiDisks(1000), q35ScsiDisks(2000)]) {
    const theirs = medianOf(await oracle.timeDefine(sample.text, 9));
    const [ours = Number.NaN] = await mediansOf([() => defineText(sample.text)]);
    console.log(row(sample.title, [milliseconds(theirs), milliseconds(ours), (theirs / ours).toFixed(1)]));
  }
}

/** Medians in milliseconds, by the wall's clock unless another is given. */
async function mediansOf(
  tasks: readonly (() => unknown)[],
  now: () => number = () => performance.now(),
): Promise<number[]> {
  const effort = { time: 300, iterations: 9, warmupTime: 100, warmupIterations: 3 };
  const bench = new Bench({ ...effort, now, throws: true });
  for (const [index, task] of tasks.entries()) bench.add(`${index}`, () => void task());
  await bench.run();
  return bench.tasks.map(({ result }) => {
    if (!("latency" in result)) throw new Error(`a task ended ${result.state}`);
    return result.latency.p50;
  });
}

/** Milliseconds this process has worked, garbage collection included: large domains are not blamed for a busy machine. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function milliseconds(value: number): string {
  return value.toFixed(value < 1 ? 3 : 2);
}

function row(title: string, cells: readonly string[]): string {
  return title.padEnd(38) + cells.map((cell) => cell.padStart(13)).join("");
}
