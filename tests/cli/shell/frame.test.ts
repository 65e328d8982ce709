import fc from "fast-check";
import { expect, test } from "vitest";
import { fitParts } from "../../../cli/tui/frame/fit-parts.ts";
import { helpLines, layHelp } from "../../../cli/tui/frame/help-lines.ts";
import { layRight, layTabs } from "../../../cli/tui/frame/tab-layout.ts";
import { globalKeys, jumpKeys, screenNames } from "../../../cli/tui/keys.ts";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import { wordingIn } from "../../../cli/wording/wording.ts";

const languages = ["zh", "en"] as const;

test("tabs and what stands beside them fill their line exactly, in any window and language", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 200 }),
      fc.constantFrom(...languages),
      fc.constantFrom(...screenNames),
      fc.string({ unit: fc.constantFrom("镇", "a", "街道"), maxLength: 40 }),
      (columns, language, open, office) => {
        const { say } = wordingIn(language);
        const tabs = layTabs(screenNames, (name) => say(`screen.${name}`), open, columns);
        const left = tabs.map(({ text }) => text).join("");
        expect(tabs.at(-1)?.until).toBe(widthOf(left));
        expect(tabs.find(({ name }) => name === open)?.text).toContain(say(`screen.${open}`));
        const right = layRight(office, "2022-H1", columns - widthOf(left));
        expect(widthOf(left + right)).toBe(columns);
        expect(right).toContain("2022-H1");
      },
    ),
  );
});

test("what matters least gives way first, and the most important part is there to the last", () => {
  const parts = [
    { text: "连不上", rank: 0 },
    { text: "待发 3", rank: 2 },
    { text: "王芳", rank: 9 },
  ];
  expect(fitParts(parts, 80)).toBe("连不上  ·  待发 3  ·  王芳");
  expect(fitParts(parts, 20)).toBe("连不上  ·  待发 3");
  expect(fitParts(parts, 6)).toBe("连不上");
});

test("every global key and letter is one of its own, and a key that a role may not use says whose it is", () => {
  for (const table of [globalKeys, jumpKeys]) {
    const names = table.map(({ keys }) => keys);
    expect(new Set(names).size).toBe(names.length);
  }
  expect(jumpKeys.map(({ does }) => does).sort()).toEqual([...screenNames].sort());
  const wording = wordingIn("zh");
  const barred = helpLines(wording, "problems", "staff").filter(({ type }) => type === "barred");
  expect(barred.map(({ text }) => text)).toContainEqual(expect.stringContaining("负责人"));
  expect(helpLines(wording, "problems", "admin").some(({ type }) => type === "barred")).toBe(false);
});

test("help loses no line, whatever the window, and two columns stand beside each other only where they fit", () => {
  for (const language of languages) {
    for (const screen of screenNames) {
      const lines = helpLines(wordingIn(language), screen, "staff");
      for (const width of [60, 80, 100, 160]) {
        const rows = layHelp(lines, width, 18);
        expect(rows.flat()).toHaveLength(lines.length);
        for (const row of rows) {
          expect(widthOf(row.map(({ text }) => text).join(""))).toBeLessThanOrEqual(width);
        }
      }
    }
  }
});
