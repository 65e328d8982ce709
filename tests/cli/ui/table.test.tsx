import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import fc from "fast-check";
import { renderToString } from "ink";
import { expect, test } from "vitest";
import { inkTableFile, inkTableModule } from "../../../cli/tui/ui/ink-table-module.ts";
import { rowsThatFit, Table } from "../../../cli/tui/ui/table.tsx";
import { drawable, widthOf } from "../../../cli/tui/ui/width.ts";

const columns = ["指标", "数", "Note"];
const draw = (rows: readonly (readonly string[])[], chosen?: number): string[] =>
  renderToString(
    <Table columns={columns} rows={rows} {...(chosen === undefined ? {} : { chosen })} />,
    {
      columns: 200,
    },
  ).split("\n");
/** In which cells the rules of a line stand. */
const rulesOf = (line: string): string =>
  [...line.matchAll(/[┌┬┐│├┼┤└┴┘]/g)].map(({ index }) => widthOf(line.slice(0, index))).join();

const rows = [
  ["会议", "16", ""],
  ["志愿服务(社区)", "600余", "plain"],
  ["全角标点「」，。", "九", "𠮷野家"],
  ["한국어", "①", "ｶﾀｶﾅ"],
  ["cafe\u0301 👍🏽", "℃…", "👨‍👩‍👧‍👦家"],
];

test("every line of a table is equally wide, and its rules stand one below the other", () => {
  const lines = draw(rows);
  expect(lines).toHaveLength(3 + 2 * rows.length);
  expect(new Set(lines.map(widthOf)).size).toBe(1);
  expect(new Set(lines.map(rulesOf)).size).toBe(1);
  for (const word of rows.flat()) expect(lines.join("\n")).toContain(drawable(word));
});

test("whatever stands in the cells", () => {
  const word = fc.string({
    unit: fc.constantFrom(
      "会",
      "a",
      "。",
      "𠮷",
      "e\u0301",
      "👨‍👩‍👧",
      "한",
      "ｶ",
      "①",
      "👍🏽",
      " ",
      "\ue000",
    ),
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 5 }), (cells) => {
      expect(new Set(draw(cells).map(rulesOf)).size).toBe(1);
    }),
    { numRuns: 40 },
  );
});

test("a sign stands before the chosen row, and before no other", () => {
  const lines = draw(rows, 1).filter((line) => line.includes("›"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("› 志愿服务");
});

test("so many rows are given as there is room for", () => {
  for (const room of [5, 6, 7, 20, 21]) {
    const fit = rowsThatFit(room);
    expect(
      draw(Array.from({ length: fit }, (_, at) => [`第${at}`, "1", ""])).length,
    ).toBeLessThanOrEqual(room);
  }
});

test("ink-table is used as it was published, and asked for nothing new", async () => {
  const file = createRequire(import.meta.url).resolve("ink-table");
  expect(file).toMatch(inkTableFile);
  const published = await readFile(file, "utf8");
  expect(inkTableModule(published)).toContain(published);
  expect(() => inkTableModule(`${published}\nrequire("left-pad");`)).toThrow("left-pad");
});
