import { define } from "../define/define.ts";
import type { Definition } from "../define/definition.ts";
import { readDomains } from "../domain/readDomain.ts";
import type { Reading } from "../domain/reading.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { DefineOptions } from "../domain/target.ts";
import { looksLikeDomain } from "../domain/wrappers.ts";
import { type EditContext, editContext } from "../edit/context.ts";
import { Lines } from "../text/lines.ts";
import type { Document } from "../xml/document.ts";
import { parse } from "../xml/parse.ts";

/** Everything that is known about one version of one text, worked out when somebody asks and never twice. */
export interface Snapshot {
  readonly text: string;
  readonly options: DefineOptions;
  readonly lines: Lines;
  readonly document: Document;
  /** The domains of the document; none where the text is some other XML. */
  readonly domains: readonly DomainSnapshot[];
}

/** One domain of a document. */
export interface DomainSnapshot {
  readonly document: Document;
  readonly reading: Reading;
  readonly definition: Definition;
  /** What libvirt refuses, in the order it would meet it: while parsing first. */
  readonly refusals: readonly Refusal[];
  readonly edit: EditContext;
}

/** Takes a snapshot of a text. Other XML than domains costs a look at its beginning only. */
export function snapshotOf(text: string, options: DefineOptions = {}): Snapshot {
  return new LazySnapshot(text, options);
}

class LazySnapshot implements Snapshot {
  readonly text: string;
  readonly options: DefineOptions;
  #lines: Lines | undefined;
  #document: Document | undefined;
  #domains: readonly DomainSnapshot[] | undefined;

  constructor(text: string, options: DefineOptions) {
    this.text = text;
    this.options = options;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  get document(): Document {
    this.#document ??= parse(this.text);
    return this.#document;
  }

  get domains(): readonly DomainSnapshot[] {
    this.#domains ??= looksLikeDomain(this.text)
      ? readDomains(this.document).map((reading) => new LazyDomain(this.document, reading, this.options))
      : [];
    return this.#domains;
  }
}

class LazyDomain implements DomainSnapshot {
  readonly document: Document;
  readonly reading: Reading;
  readonly #options: DefineOptions;
  #definition: Definition | undefined;
  #edit: EditContext | undefined;

  constructor(document: Document, reading: Reading, options: DefineOptions) {
    this.document = document;
    this.reading = reading;
    this.#options = options;
  }

  get definition(): Definition {
    this.#definition ??= define(this.reading.domain, this.#options);
    return this.#definition;
  }

  get refusals(): readonly Refusal[] {
    return [...this.reading.refusals, ...this.definition.refusals];
  }

  get edit(): EditContext {
    this.#edit ??= editContext(this.document, this.reading);
    return this.#edit;
  }
}
