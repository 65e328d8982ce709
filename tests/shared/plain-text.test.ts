import fc from "fast-check";
import { expect, test } from "vitest";
import { PlainLines, PlainText, toPlainLines } from "../../shared/words/plain-text.ts";

test.each([
  ["an escape sequence", "\u001b[2J"],
  ["a line break", "a\nb"],
  ["a tab", "a\tb"],
  ["a bidirectional override", "abc\u202etxt"],
  ["an isolate", "\u2066x\u2069"],
  ["a zero-width space", "会\u200b议"],
  ["a byte order mark", "\ufeffx"],
  ["half a character", "\ud83d"],
  ["nothing but blanks", " 　 "],
  ["more than 200 characters", "长".repeat(201)],
])("a title refuses %s", (_, text) => {
  expect(PlainText.safeParse(text).success).toBe(false);
});

test.each(["理论中心组学习（扩大）", "𠮷野家 é ①℃", "👨‍👩‍👧‍👦", "ᠮᠣᠩᠭᠣᠯ"])(
  "a title may be %s",
  (text) => {
    expect(PlainText.parse(text)).toBe(text);
  },
);

test("whatever is typed or pasted becomes text that the schema takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
      expect(PlainLines.safeParse(toPlainLines(typed)).success).toBe(true);
    }),
  );
});
