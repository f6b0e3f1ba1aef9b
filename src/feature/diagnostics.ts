import { libvirtText } from "../catalog/refusals.ts";
import type { Problem } from "../check/problem.ts";
import { placeElement } from "../domain/place.ts";
import type { Place, Refusal } from "../domain/refusal.ts";
import type { Range as TextRange } from "../text/range.ts";
import { firstChild, type SyntaxProblem } from "../xml/document.ts";
import { type DeviceNames, deviceNames } from "./deviceNames.ts";
import type { Diagnostic, RelatedInformation } from "./lsp.ts";
import { problemsOf } from "./problems.ts";
import { problemSentence } from "./problemWords.ts";
import { refusalSentence } from "./refusalWords.ts";
import { wishesOf } from "./silence.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** A diagnostic together with what it speaks about, for whoever offers a cure. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** Absent for faults of the XML itself. */
  readonly about?: { readonly domain: DomainView; readonly refusal: Refusal | Problem };
}

/**
 * Everything libvirt or QEMU would refuse about a document and everything that harms it, faults of the XML first; empty
 * for XML that is no domain.
 */
export function diagnostics(snapshot: Snapshot): Diagnostic[] {
  return findings(snapshot).map((finding) => finding.diagnostic);
}

/** The same, with the refusal behind each diagnostic. */
export function findings(snapshot: Snapshot): Finding[] {
  if (snapshot.domains.length === 0) return [];
  const faults = snapshot.document.problems.map((problem) => ({
    diagnostic: syntaxDiagnostic(snapshot, problem),
  }));
  const wish = wishesOf(snapshot);
  const told = snapshot.domains.flatMap((domain) => withoutRepeats(domainFindings(domain)));
  const wished = told.flatMap(({ diagnostic, ...finding }) => {
    const wanted = wish(diagnostic);
    return wanted ? [{ ...finding, diagnostic: wanted }] : [];
  });
  return [...faults, ...wished];
}

/** libvirt asks for the same thing anew for every device that needs it; once is enough to read. */
function withoutRepeats(all: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return all.filter(({ diagnostic: { code, message, range } }) => {
    const key = `${code} ${range.start.line}:${range.start.character} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function domainFindings(domain: DomainView): Finding[] {
  const refusals = refusalsOf(domain);
  const problems = problemsOf(domain, refusals);
  if (refusals.length + problems.length === 0) return [];
  const names = deviceNames(domain.definition);
  const toFinding = (diagnostic: Diagnostic, refusal: Refusal | Problem): Finding => ({
    diagnostic,
    about: { domain, refusal },
  });
  return [
    ...refusals.map((refusal) => toFinding(refusalDiagnostic(domain, refusal, names), refusal)),
    ...problems.map((problem) => toFinding(problemDiagnostic(domain, problem, names), problem)),
  ];
}

/** In the order libvirt would meet them. Other drivers share the syntax of addresses, and nothing else we know. */
export function refusalsOf(domain: DomainView): readonly Refusal[] {
  const { refusals } = domain.reading;
  if (!domain.assignsAddresses) return refusals.filter(({ subject }) => subject.part?.startsWith("address"));
  return [...refusals, ...domain.definition.refusals];
}

function syntaxDiagnostic(snapshot: Snapshot, problem: SyntaxProblem): Diagnostic {
  const related = (problem.related ?? []).map(({ message, range }) => ({
    message,
    range: snapshot.rangeOf(range),
  }));
  const { code, message, range } = problem;
  return { code, severity: "error", source: "libvirt", message, range: snapshot.rangeOf(range), related };
}

function refusalDiagnostic(domain: DomainView, refusal: Refusal, names: DeviceNames): Diagnostic {
  const { code, values } = refusal;
  return {
    ...bareDiagnostic(domain, refusal, names),
    severity: "error",
    message: refusalSentence(code, { ...values, ...peopleOf(refusal, names) }),
    libvirtError: libvirtText(code, values),
  };
}

function problemDiagnostic(domain: DomainView, problem: Problem, names: DeviceNames): Diagnostic {
  const { code, severity, values } = problem;
  const message = problemSentence(code, { ...values, ...peopleOf(problem, names) });
  return { ...bareDiagnostic(domain, problem, names), severity, message };
}

function bareDiagnostic(
  domain: DomainView,
  { code, subject, related }: Refusal | Problem,
  names: DeviceNames,
): Pick<Diagnostic, "code" | "source" | "range" | "related"> {
  return {
    code,
    source: "libvirt",
    range: domain.snapshot.rangeOf(rangeOfPlace(domain, subject)),
    related: related.map((place) => relatedInformation(domain, place, names)),
  };
}

function peopleOf(
  { subject, related: [other] }: Refusal | Problem,
  names: DeviceNames,
): { subject: string; other: string } {
  return { subject: nameOf(names, subject), other: other ? nameOf(names, other) : "another device" };
}

function relatedInformation(domain: DomainView, place: Place, names: DeviceNames): RelatedInformation {
  const name = nameOf(names, place);
  const isWritten = place.device === undefined || domain.reading.elements.has(place.device);
  const message = isWritten ? `This is ${name}.` : `libvirt adds ${name}; it is not in the file.`;
  return { message, range: domain.snapshot.rangeOf(rangeOfPlace(domain, place)) };
}

function nameOf(names: DeviceNames, { device }: Place): string {
  return (device === undefined ? undefined : names.get(device)) ?? "the domain";
}

/**
 * What to underline: the value of the attribute, the whole start tag of an address, the name of any other element.
 * A device that libvirt adds is not in the file; the word `devices` stands for it.
 */
export function rangeOfPlace({ reading }: DomainView, place: Place): TextRange {
  if (place.device !== undefined && !reading.elements.has(place.device)) {
    return (firstChild(reading.root, "devices") ?? reading.root).nameRange;
  }
  const { element, attribute } = placeElement(reading, place);
  if (attribute)
    return attribute.valueRange.start < attribute.valueRange.end ? attribute.valueRange : attribute.range;
  return element.name === "address" ? element.startTag : element.nameRange;
}
