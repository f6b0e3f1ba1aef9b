import { expect, test } from "vitest";
import { curesOf } from "./curing.ts";
import { samples } from "./samples.ts";

test.each(Object.entries(samples))("%s", (code, { text, title, preferred }) => {
  const [first] = curesOf(text, code);
  expect(first?.title).toBe(title);
  expect(first?.preferred).toBe(preferred);
});
