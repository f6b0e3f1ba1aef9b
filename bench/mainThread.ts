import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, how long it took, and how long the thread worked in it. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/**
 * Runs something on a page and gives what its main thread worked between each of its marks (`performance.mark`) of some
 * names and the next one of them, in milliseconds.
 */
export async function workBetween(
  browser: Browser,
  page: Page,
  names: readonly string[],
  act: () => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const marks = trace.traceEvents
    .filter(({ name, ph }) => names.includes(name) && /[IiRnb]/.test(ph))
    .toSorted((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (first === undefined) throw new Error(`the page set none of the marks ${names.join(", ")}`);
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith("RunTask") && pid === first.pid && tid === first.tid,
  );
  return marks.slice(1).map(({ ts }, at) => workWithin(tasks, marks[at]?.ts ?? ts, ts));
}

/** A task that reaches over the border counts for the part that lies within. */
function workWithin(tasks: readonly TraceEvent[], from: number, to: number): number {
  const work = tasks.reduce((sum, { ts, dur = 0, tdur = 0 }) => {
    const inside = Math.min(to, ts + dur) - Math.max(from, ts);
    return inside <= 0 || dur === 0 ? sum : sum + (tdur * inside) / dur;
  }, 0);
  return work / 1000;
}
