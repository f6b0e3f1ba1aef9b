import { libvirtText } from "../../src/catalog/refusals.ts";
import { define } from "../../src/define/define.ts";
import type { Definition } from "../../src/define/definition.ts";
import { readDomains } from "../../src/domain/readDomain.ts";
import type { Reading } from "../../src/domain/reading.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import type { DefineOptions } from "../../src/domain/target.ts";
import { parse } from "../../src/xml/parse.ts";

/** What our own floors make of a text, up to and with define. */
export interface Answer {
  readonly reading: Reading;
  readonly definition: Definition;
  /** libvirt's words for everything refused, in the order libvirt would meet it; its first error comes first. */
  readonly refusals: readonly string[];
}

/** Defines the first domain of a text; undefined where the text holds none. */
export function defineText(text: string, options: DefineOptions = {}): Answer | undefined {
  const [reading] = readDomains(parse(text));
  if (reading === undefined) return undefined;
  const definition = define(reading.domain, options);
  const refusals = [...reading.refusals, ...definition.refusals].map(wordsOf);
  return { reading, definition, refusals };
}

function wordsOf(refusal: Refusal): string {
  return libvirtText(refusal.code, refusal.values);
}
