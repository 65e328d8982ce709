import { expect, test } from "vitest";
import { globalKeys, jumpKeys, keysOver, screenKeys, screenNames } from "../../../cli/tui/keys.ts";

const keysOf = (table: readonly { readonly keys: string }[]) => table.map(({ keys }) => keys);
const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) < at);

test("no key does two things: of a screen's own none is one that works everywhere", () => {
  expect(twice(keysOf(globalKeys))).toEqual([]);
  const everywhere = new Set(keysOf(globalKeys));
  for (const screen of screenNames) {
    const both = keysOf(screenKeys[screen]).filter((key) => everywhere.has(key));
    expect([screen, both]).toEqual([screen, []]);
    expect([screen, twice(keysOf(keysOver[screen]?.keys ?? []))]).toEqual([screen, []]);
  }
});

test("every screen has a number and a letter", () => {
  const numbers = globalKeys.filter(({ keys }) => /^\d$/.test(keys)).map(({ does }) => does);
  expect(numbers).toEqual([...screenNames]);
  expect(jumpKeys.map(({ does }) => does).sort()).toEqual([...screenNames].sort());
  expect(twice(keysOf(jumpKeys))).toEqual([]);
});
