import type { Document } from "../xml/document.ts";
import type { MarkupChild } from "./change.ts";
import type { Style } from "./style.ts";

/**
 * The text of a new element, without anything around it. With an indentation its children stand on lines of their
 * own below it; with undefined everything stays on one line.
 */
export function render(
  document: Document,
  markup: MarkupChild,
  style: Style,
  indent: string | undefined,
): string {
  if ("copyOf" in markup) return document.text.slice(markup.copyOf.range.start, markup.copyOf.range.end);
  const start = `<${markup.name}${markup.attributes.map(([name, value]) => ` ${attributeText(name, value, style)}`).join("")}`;
  if (markup.text !== undefined) return `${start}>${escapeText(markup.text)}</${markup.name}>`;
  const children = markup.children ?? [];
  if (children.length === 0) return `${start}${style.selfClose}`;
  const inner = indent === undefined ? undefined : indent + style.indent;
  const content = children.map((child) => breakTo(style, inner) + render(document, child, style, inner));
  return `${start}>${content.join("")}${breakTo(style, indent)}</${markup.name}>`;
}

/** A line break and the indentation, or nothing where there are no lines. */
export function breakTo(style: Style, indent: string | undefined): string {
  return indent === undefined ? "" : style.lineBreak + indent;
}

/** An attribute as the author would write it. */
export function attributeText(name: string, value: string, style: Pick<Style, "quote">): string {
  return `${name}=${style.quote}${escapeValue(value, style.quote)}${style.quote}`;
}

/** What stands between the quotes for a value. */
export function escapeValue(value: string, quote: "'" | '"'): string {
  const escaped = escapeText(value).replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
  return quote === "'" ? escaped.replaceAll("'", "&apos;") : escaped.replaceAll('"', "&quot;");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
