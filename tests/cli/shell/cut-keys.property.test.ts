import fc from "fast-check";
import { expect, test } from "vitest";
import { cutKeys } from "../../../cli/tui/input/cut-keys.ts";

const esc = "\u001b";
const sequences = [`${esc}[A`, `${esc}[1;5C`, `${esc}OP`, `${esc}[[A`, `${esc}${esc}[A`, `${esc}x`];
const key = fc.oneof(fc.constantFrom(...sequences, "\r", "\t", "\u007f"), fc.string());

test("keys that arrived together are cut without losing or turning any", () => {
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const text = keys.join("");
      expect(cutKeys(text).join("")).toBe(text);
    }),
  );
});

test("each key is a piece of its own, a run of signs its first and the rest", () => {
  for (const sequence of sequences)
    expect(cutKeys(sequence + sequence)).toEqual([sequence, sequence]);
  expect(cutKeys("2jzxx\t")).toEqual(["2", "jzxx", "\t"]);
  expect(cutKeys("👨‍👩‍👧好\r\r")).toEqual(["👨‍👩‍👧", "好", "\r", "\r"]);
});
