import { expect, test } from "vitest";
import type { Judgement } from "./judge.ts";
import { fallsBelow, raised, scoreOf } from "./score.ts";

function judged(machine: string, exact: boolean): Judgement {
  const verdict = { outcome: "accepted", expected: "", start: "untried" } as const;
  return {
    case: { set: "suite", id: "one", text: "", options: {}, verdict },
    machine,
    exact,
    clean: true,
    complaints: [],
  };
}

const good = [judged("x86_64 pc", true), judged("x86_64 q35", true)];
const worse = [judged("x86_64 pc", true), judged("x86_64 q35", false)];

test("a score is counted for the set and for each machine in it", () => {
  expect(scoreOf(worse)).toEqual({
    suite: { exact: { good: 1, all: 2 }, clean: { good: 2, all: 2 } },
    "suite · x86_64 pc": { exact: { good: 1, all: 1 }, clean: { good: 1, all: 1 } },
    "suite · x86_64 q35": { exact: { good: 0, all: 1 }, clean: { good: 1, all: 1 } },
  });
});

test("a score below the floor is named, and so is one whose cases are gone", () => {
  const floor = raised({}, scoreOf(good));
  expect(fallsBelow(scoreOf(good), floor)).toEqual([]);
  expect(fallsBelow(scoreOf(worse), floor)).toEqual([
    "suite: accepted, exact is 1, was 2",
    "suite · x86_64 q35: accepted, exact is 0, was 1",
  ]);
  expect(fallsBelow({}, floor)).toHaveLength(6);
});

test("the floor rises and never sinks", () => {
  const floor = raised({}, scoreOf(good));
  expect(raised(floor, scoreOf(worse))).toEqual(floor);
  expect(raised(raised({}, scoreOf(worse)), scoreOf(good))).toEqual(floor);
});
