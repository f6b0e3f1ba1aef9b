import type { RefusalCode } from "../catalog/refusals.ts";
import type { RefusalValues } from "../domain/refusal.ts";
import { assignmentWords } from "./words/assignment.ts";
import { binaryWords } from "./words/binaries.ts";
import { controllerRuleWords, controllerWords } from "./words/controllers.ts";
import { defaultsWords, deviceWords } from "./words/devices.ts";
import { driveWords } from "./words/drives.ts";
import { pciWords } from "./words/pci.ts";
import { readingWords } from "./words/reading.ts";
import { syntaxWords } from "./words/syntax.ts";
import { usbWords } from "./words/usb.ts";

/**
 * Our own sentence for every refusal: what is wrong where, and how to mend it. `{name}` takes the values of libvirt's
 * text; `{subject}` is the device to blame and `{other}` the one it clashes with, as a person calls them.
 */
export const refusalWords = {
  ...syntaxWords,
  ...readingWords,
  ...controllerWords,
  ...controllerRuleWords,
  ...defaultsWords,
  ...pciWords,
  ...usbWords,
  ...driveWords,
  ...assignmentWords,
  ...deviceWords,
  ...binaryWords,
} as const satisfies Record<RefusalCode, string>;

/** Fills the sentence of a code. A placeholder without a value is our own mistake. */
export function refusalSentence(code: RefusalCode, values: RefusalValues): string {
  const words: string = refusalWords[code];
  const sentence = words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`our words for ${code} want a value for ${name}`);
    return String(value);
  });
  // A sentence may start with a name of the XML, such as busNr, which keeps its spelling.
  return words.startsWith("{subject}") ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}
