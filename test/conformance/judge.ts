import { readDomains } from "../../src/domain/readDomain.ts";
import { parse } from "../../src/xml/parse.ts";
import type { Case, Start } from "../support/corpus.ts";
import { type Answer, answerTo } from "./answer.ts";
import { differencesOf } from "./compare.ts";
import { pinDifferences } from "./pinned.ts";
import { seatsOfDevices, seatsOfXml } from "./seats.ts";

/** How our answer to one case compares with libvirt's. Each mark is absent where the case says nothing about it. */
export interface Judgement {
  readonly case: Case;
  /** Architecture and machine family as written, for example `x86_64 q35`. */
  readonly machine: string;
  /** Accepted by libvirt, and every controller and address is the same. */
  readonly exact?: boolean;
  /** Accepted by libvirt, and no diagnostic is an error that libvirt and QEMU would not give. */
  readonly clean?: boolean;
  /** Accepted by libvirt, and the file after "Pin all addresses" says all that libvirt chose. */
  readonly pinned?: boolean;
  /** Accepted by libvirt and refused by QEMU, and a diagnostic warns of it. */
  readonly warned?: boolean;
  /** Refused by libvirt, and its words are among ours. */
  readonly foretold?: boolean;
  /** Refused by libvirt, and its words are our first. */
  readonly first?: boolean;
  /** What is wrong, most telling line first. */
  readonly complaints: readonly string[];
}

export function judge(subject: Case): Judgement {
  const base = { case: subject, machine: machineOf(subject) };
  const answer = answerTo(subject);
  if (typeof answer === "string") return { ...base, ...judgeUnanswered(subject.verdict, answer) };
  return subject.verdict.outcome === "accepted"
    ? { ...base, ...judgeAccepted(subject, subject.verdict, answer) }
    : { ...base, ...judgeRejected(subject.verdict, answer, subject.text) };
}

type Marks = Omit<Judgement, "case" | "machine">;

function judgeUnanswered(verdict: Case["verdict"], complaint: string): Marks {
  const complaints = [complaint];
  if (verdict.outcome === "accepted") {
    const noneOf = verdict.expected === undefined ? {} : { exact: false, pinned: false };
    return { complaints, clean: false, ...noneOf };
  }
  return verdict.counts ? { complaints, foretold: false, first: false } : { complaints: [] };
}

function judgeAccepted(
  subject: Case,
  verdict: Extract<Case["verdict"], { outcome: "accepted" }>,
  answer: Answer,
): Marks {
  const falseErrors = falseErrorsIn(answer, verdict.start).map((text) => `false error: ${text}`);
  const clean = falseErrors.length === 0;
  const warning =
    verdict.start === "qemu-refuses" ? { warned: answer.errors.length + answer.warnings > 0 } : {};
  const silent = warning.warned === false ? ["QEMU refuses it, and we do not warn"] : [];
  if (verdict.expected === undefined) return { clean, ...warning, complaints: [...falseErrors, ...silent] };
  const expected = readable(verdict.expected);
  const differences = differencesFrom(expected, answer);
  const exact = differences.length === 0;
  const pins = pinDifferences(subject, expected);
  const complaints = [...falseErrors, ...differences, ...pins, ...silent];
  return { exact, clean, pinned: pins.length === 0, ...warning, complaints };
}

/** libvirt prints some numbers of addresses as signed ones, and cannot read what it prints of large ones. */
function readable(xml: string): string {
  return xml.replace(/<address type='[^>]*>/g, (tag) =>
    tag.replace(/='-(\d+)'/g, (_, number: string) => `='${2 ** 32 - Number(number)}'`),
  );
}

/** Where nobody tried to start the guest, errors may speak of QEMU, and only libvirt's own words are false. */
function falseErrorsIn({ errors, refusals }: Answer, start: Start): readonly string[] {
  if (start === "works") return errors;
  return start === "untried" ? refusals : [];
}

/** The expected XML is read twice, once without our code, so that a mistake of our reader shows as one. */
export function differencesFrom(expectedXml: string, answer: Answer): string[] {
  const expected = seatsOfXml(expectedXml);
  const ours = seatsOfDevices(answer.definition.devices.map(({ device }) => device));
  const [reading] = readDomains(parse(expectedXml));
  const reread = seatsOfDevices(reading?.domain.devices ?? []);
  return [
    ...differencesOf(expected, ours),
    ...differencesOf(expected, reread).map((line) => `our reader of libvirt's XML: ${line}`),
  ];
}

function judgeRejected(
  verdict: Extract<Case["verdict"], { outcome: "rejected" }>,
  answer: Answer,
  text: string,
): Marks {
  if (!verdict.counts) return { complaints: [] };
  const isMeant = (ours: string) => sameWords(verdict.error, ours, answer, text);
  const foretold = answer.refusals.some(isMeant);
  const first = answer.refusals[0] !== undefined && isMeant(answer.refusals[0]);
  const got = answer.refusals.length === 0 ? "nothing refused" : answer.refusals.join(" | ");
  return { foretold, first, complaints: first ? [] : [`expected «${verdict.error}», got «${got}»`] };
}

/** libvirt's own suite leaves machine aliases as written; a live libvirt, like us, replaces them first. */
export function sameWords(expected: string, ours: string, answer: Answer, text: string): boolean {
  if (expected === ours) return true;
  const { machine: alias } = writtenMachine(text);
  return alias !== undefined && ours.replaceAll(answer.definition.target.machine, alias) === expected;
}

/** Versions are cut off, so that `pc-q35-9.2` and `q35` share a row. */
function machineOf(subject: Case): string {
  const { arch, machine = "default" } = writtenMachine(subject.text);
  const family = machine
    .replace(/^pc-(i440fx.*|\d.*)$/, "pc")
    .replace(/^pc-q35.*$/, "q35")
    .replace(/-(rhel)?\d[\w.]*$/, "");
  return `${arch ?? subject.options.hostArch ?? "x86_64"} ${family}`;
}

/** Looked up in the text itself, because some inputs are not well-formed on purpose. */
function writtenMachine(text: string): { readonly arch?: string; readonly machine?: string } {
  const type = /<os[\s>][\s\S]*?<type\b([^>]*)>/.exec(text)?.[1] ?? "";
  return {
    ...attribute(type, "arch"),
    ...attribute(type, "machine"),
  };
}

function attribute<N extends string>(tag: string, name: N): { readonly [K in N]?: string } {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: string };
}
