import { scanAttribute } from "./attribute.ts";
import { code, isNameStart, isSpace, skipName, skipSpace } from "./characters.ts";
import type { Problems } from "./problems.ts";
import type { Scan } from "./scan.ts";

/** How a start tag ended: `>`, `/>`, or not at all because the next `<` or the end of the text came first. */
export type TagEnding = "open" | "selfClosing" | "unfinished";

export interface StartTag {
  readonly name: string;
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly ending: TagEnding;
  /** Its attributes are rows of the tree: so many from the first one on. */
  readonly firstAttribute: number;
  readonly attributeCount: number;
}

export interface EndTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Scans the start tag whose `<` is at `start` and is followed by a name. */
export function scanStartTag(scan: Scan, start: number): StartTag {
  const { text, nodes, problems } = scan;
  const nameEnd = skipName(text, start + 1);
  const name = text.slice(start + 1, nameEnd);
  const firstAttribute = nodes.attributeCount;
  const tag = (end: number, ending: TagEnding): StartTag => {
    const attributeCount = nodes.attributeCount - firstAttribute;
    return { name, start, nameEnd, end, ending, firstAttribute, attributeCount };
  };
  let at = nameEnd;
  for (;;) {
    const next = skipSpace(text, at);
    const unit = text.charCodeAt(next);
    if (unit === code.greater) return tag(next + 1, "open");
    if (unit === code.slash && text.charCodeAt(next + 1) === code.greater)
      return tag(next + 2, "selfClosing");
    if (next >= text.length || unit === code.less) {
      problems.add("unfinished-tag", `End the tag <${name}> with >.`, { start, end: nameEnd });
      return tag(endOfUnfinished(text, at), "unfinished");
    }
    if (isNameStart(unit)) {
      if (next === at) reportMissingSpace(at, problems);
      at = scanAttribute(scan, next);
    } else {
      at = skipJunk(text, next, problems);
    }
  }
}

/** Scans the end tag whose `</` is at `start`. Its name may be empty: somebody is typing it. */
export function scanEndTag({ text, problems }: Scan, start: number): EndTag {
  const nameEnd = skipName(text, start + 2);
  const name = text.slice(start + 2, nameEnd);
  let at = skipSpace(text, nameEnd);
  if (text.charCodeAt(at) === code.greater) {
    if (name === "")
      problems.add("nameless-end-tag", "Name the element that ends here.", { start, end: at + 1 });
    return { name, start, end: at + 1 };
  }
  // What follows up to `>` on the same line belongs to the tag; anything else is left to be read as it stands.
  const junkStart = at;
  while (!endsJunkOfEndTag(text, at)) at++;
  if (text.charCodeAt(at) === code.greater && at > junkStart) {
    problems.add("end-tag-content", "An end tag holds only a name; remove the rest.", {
      start: junkStart,
      end: at,
    });
    return { name, start, end: at + 1 };
  }
  const end = Math.max(nameEnd, start + 2);
  problems.add("unfinished-tag", `End the tag </${name}> with >.`, { start, end });
  return { name, start, end };
}

function endsJunkOfEndTag(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at >= text.length || unit === code.less || unit === code.greater || unit === code.lineFeed;
}

/** An unfinished tag keeps the blanks after it on its line, so that a caret there is still in the tag. */
function endOfUnfinished(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === code.space || text.charCodeAt(at) === code.tab) at++;
  return at;
}

function reportMissingSpace(at: number, problems: Problems): void {
  problems.add("missing-space", "Put a space between the attributes.", { start: at, end: at + 1 });
}

/** Steps over what can be no part of a tag, up to the next thing that can. */
function skipJunk(text: string, start: number, problems: Problems): number {
  let at = start + 1;
  while (at < text.length && !isSpace(text.charCodeAt(at)) && !endsJunk(text, at)) at++;
  problems.add("unexpected-character", "Remove this; it does not belong in a tag.", { start, end: at });
  return at;
}

function endsJunk(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === code.less || unit === code.greater || unit === code.slash || isNameStart(unit);
}
