import { expect, test } from "vitest";
import { documentIn, slotEditorPage } from "../../src/protocol/page.ts";

const parts = { script: "s.js", styles: "s.css", source: "self:", nonce: "n" };

test("protocol/page tells the page its document, whatever the URI holds", () => {
  const page = slotEditorPage({ ...parts, document: 'file:///a"><script>x</script>&.xml' });
  expect(page).toContain('data-document="file:///a&#34;&#62;&#60;script&#62;x&#60;/script&#62;&#38;.xml"');
  expect(page.match(/<script/g)).toHaveLength(1);
});

test.each([
  [{ document: "file:///a.xml", filter: {} }, "file:///a.xml"],
  [{ document: 7 }, undefined],
  [{}, undefined],
  [null, undefined],
  [undefined, undefined],
  ["file:///a.xml", undefined],
])("protocol/page finds the document in what the page kept: %j", (state, expected) => {
  expect(documentIn(state)).toBe(expected);
});
