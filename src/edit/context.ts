import type { Reading } from "../domain/reading.ts";
import type { Document } from "../xml/document.ts";
import { type Samples, samplesOf } from "./address.ts";

/** One domain of a document under edit. */
export interface EditContext {
  readonly document: Document;
  readonly reading: Reading;
  /** How the file writes the numbers of addresses. */
  readonly samples: Samples;
}

export function editContext(document: Document, reading: Reading): EditContext {
  return { document, reading, samples: samplesOf(reading.elements.values()) };
}
