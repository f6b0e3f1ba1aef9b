import { assignsAddresses, define } from "../define/define.ts";
import type { Definition } from "../define/definition.ts";
import { deviceHomes } from "../domain/read/devices.ts";
import { readDomains } from "../domain/readDomain.ts";
import type { Reading } from "../domain/reading.ts";
import type { DefineOptions } from "../domain/target.ts";
import { looksLikeDomain } from "../domain/wrappers.ts";
import { type EditContext, editContext } from "../edit/context.ts";
import { Lines } from "../text/lines.ts";
import type { Range as TextRange } from "../text/range.ts";
import type { Document } from "../xml/document.ts";
import { parse } from "../xml/parse.ts";
import type { Range } from "./lsp.ts";
import type { Severities } from "./severities.ts";

/** How documents are to be read and told about. */
export interface SnapshotOptions extends DefineOptions {
  /** Severities by code, where they shall differ from the default; "off" leaves a code out. */
  readonly severities?: Severities;
}

/** One version of one document, with everything known about it. Each part is worked out when it is first asked for. */
export class Snapshot {
  readonly version: number;
  readonly text: string;
  readonly options: SnapshotOptions;
  #document: Document | undefined;
  #lines: Lines | undefined;
  #domains: readonly DomainView[] | undefined;

  constructor(text: string, version: number, options: SnapshotOptions) {
    this.text = text;
    this.version = version;
    this.options = options;
  }

  get document(): Document {
    this.#document ??= parse(this.text, { homes: deviceHomes });
    return this.#document;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  /** The domains in the document, in document order. XML of other sorts has none, and is not even parsed. */
  get domains(): readonly DomainView[] {
    this.#domains ??= looksLikeDomain(this.text)
      ? readDomains(this.document).map((reading) => new DomainView(this, reading, this.options))
      : [];
    return this.#domains;
  }

  /** Offsets as LSP counts them. */
  rangeOf(range: TextRange): Range {
    return { start: this.lines.positionAt(range.start), end: this.lines.positionAt(range.end) };
  }
}

/** One domain of a document: what the file says, and what libvirt would make of it. */
export class DomainView {
  readonly snapshot: Snapshot;
  readonly reading: Reading;
  readonly #options: DefineOptions;
  #definition: Definition | undefined;
  #edit: EditContext | undefined;

  constructor(snapshot: Snapshot, reading: Reading, options: DefineOptions) {
    this.snapshot = snapshot;
    this.reading = reading;
    this.#options = options;
  }

  get definition(): Definition {
    this.#definition ??= define(this.reading.domain, this.#options);
    return this.#definition;
  }

  get edit(): EditContext {
    this.#edit ??= editContext(this.snapshot.document, this.reading);
    return this.#edit;
  }

  /** Whether libvirt chooses addresses for domains of this type; elsewhere no rules about them are known here. */
  get assignsAddresses(): boolean {
    return assignsAddresses(this.reading.domain.type);
  }
}
