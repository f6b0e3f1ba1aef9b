import fc from "fast-check";

/** Random well-formed documents, and random damage to any text. */

const name = fc.constantFrom("a", "b-1", "disk", "q:x", "toString", "_", "имя");
const blank = fc.constantFrom("", " ", "\n", "\r\n  ", "\t");
const gap = fc.constantFrom(" ", "\n  ", "\t", "\r\n");
const reference = fc.constantFrom("&lt;", "&amp;", "&quot;", "&apos;", "&#65;", "&#x1F600;", "&#10;");

function pieces(plain: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...plain), reference);
  return fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(""));
}

const text = pieces(["x", " ", "\n", "\r\n", ">", "é", "'", '"', "]] ", "/>", "="]);
const value = fc.constantFrom("'", '"').chain((quote) => {
  const other = quote === "'" ? '"' : "'";
  return pieces(["x", " ", ">", "/>", "\n", "\t", "b=", other, "/"]).map((inside) => quote + inside + quote);
});

const attributes = fc
  .uniqueArray(fc.tuple(name, value, gap, blank, blank), { selector: ([key]) => key, maxLength: 3 })
  .map((list) =>
    list.map(([key, written, before, left, right]) => `${before}${key}${left}=${right}${written}`).join(""),
  );

const comment = fc.constantFrom("<!---->", "<!-- <a b='> -->", "<!-- - -->");
const cdata = fc.constantFrom("<![CDATA[]]>", "<![CDATA[<a>&amp;]] >]]>", "<![CDATA[x\r\ny]]>");
const instruction = fc.constantFrom("<?p?>", "<?p a='1' b?>");

const { element } = fc.letrec<{ element: string; node: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, blank, fc.array(tie("node"), { maxLength: 4 }), fc.boolean())
    .map(([key, list, space, children, isShort]) =>
      children.length === 0 && isShort
        ? `<${key}${list}${space}/>`
        : `<${key}${list}${space}>${children.join("")}</${key}${space}>`,
    ),
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, text, comment, cdata, instruction, tie("element")),
}));

const misc = fc
  .array(fc.oneof(comment, instruction, fc.constant("\n")), { maxLength: 2 })
  .map((parts) => parts.join(""));
const prolog = fc.constantFrom(
  "",
  "<?xml version='1.0' encoding='utf-8'?>\r\n",
  "<!DOCTYPE a [<!ENTITY e 'x'>]>\n",
);

/** Well-formed documents with everything libvirt users write, and more. */
export const wellFormed: fc.Arbitrary<string> = fc
  .tuple(prolog, misc, element, misc)
  .map((parts) => parts.join(""));

const fragment = fc.constantFrom(
  ..."<|</|>|/>|'|\"|=|&|<!--|-->|<![CDATA[|]]>|<?|?>|<!DOCTYPE a [|\n|  |<a>|</a>|<disk b='|\u0000|x".split(
    "|",
  ),
);

/** A text after a few deletions, insertions and repetitions. */
export function damaged(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const wound = fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.oneof(fragment, fc.constant("")));
  return fc.tuple(whole, fc.array(wound, { minLength: 1, maxLength: 4 })).map(([start, wounds]) =>
    wounds.reduce((current, [place, length, inserted]) => {
      const at = place % (current.length + 1);
      return current.slice(0, at) + inserted + current.slice(at + length);
    }, start),
  );
}

/** Texts made of nothing but markup's pieces. */
export const soup: fc.Arbitrary<string> = fc
  .array(fragment, { maxLength: 30 })
  .map((parts) => parts.join(""));
