/** Other ways to write the same XML: each takes a text the corpora's way and gives it another author's hand. */
export const styles = {
  crlf: (text: string) => text.replaceAll("\n", "\r\n"),
  tabs: (text: string) => text.replace(/^ +/gm, (blanks) => "\t".repeat(Math.ceil(blanks.length / 2))),
  flush: (text: string) => text.replace(/^[ \t]+/gm, ""),
  wide: (text: string) => text.replace(/^ +/gm, (blanks) => blanks + blanks),
  oneLine: (text: string) => text.replace(/>\s+</g, "><"),
  doubleQuotes: (text: string) => (text.includes('"') ? text : text.replaceAll("'", '"')),
  blankBeforeEnd: (text: string) => text.replaceAll("/>", " />"),
  remarks: (text: string) => text.replaceAll("</disk>", "<!-- a disk --></disk> <!-- ends -->"),
  openEnds: (text: string) => text.replace(/<(rng|input|hub|memballoon)( [^<>]*)?\/>/g, "<$1$2></$1>"),
  closedEnds: (text: string) => text.replace(/<(\w+)((?: [^<>]*)?)(?<!\/)>\s*<\/\1>/g, "<$1$2/>"),
} as const satisfies Record<string, (text: string) => string>;

export type StyleName = keyof typeof styles;

/** The text in another hand; a text that such changes would break is kept as it is. */
export function inStyle(text: string, names: readonly StyleName[]): string {
  if (/<!--|<!\[|<!DOCTYPE|^[^<]*<\?xml-/.test(text)) return text;
  return names.reduce((written, name) => styles[name](written), text);
}
