import unicode11 from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import fc from "fast-check";
import { Box } from "ink";
import { describe, expect, test } from "vitest";
import type { Field } from "../../../cli/tui/ui/field.ts";
import { FormView } from "../../../cli/tui/ui/form.tsx";
import { ListView } from "../../../cli/tui/ui/list.tsx";
import { Table } from "../../../cli/tui/ui/table.tsx";
import { Text } from "../../../cli/tui/ui/text.tsx";
import { lineOf } from "../../../cli/tui/ui/text-edit.ts";
import type { Form } from "../../../cli/tui/ui/use-form.ts";
import type { SeenList } from "../../../cli/tui/ui/use-list.ts";
import { drawable, padTo, truncate, widthOf, wrap } from "../../../cli/tui/ui/width.ts";
import { type Grid, gridOf } from "../../support/grid.ts";
import { hostileTexts } from "../../support/hostile.ts";

const width = 40;

const listOf = (rows: readonly string[], chosen: number): SeenList<string> => ({
  visible: rows.map((row, at) => ({ row, chosen: at === chosen, at })),
  chosen: rows[chosen],
  position: chosen,
  count: rows.length,
  choose: () => {},
  moveBy: () => {},
});
const drawList = (rows: readonly string[]) =>
  gridOf(
    <ListView
      list={listOf(rows, 1)}
      width={width}
      rowKey={(row) => String(rows.indexOf(row))}
      line={(row) => ({ text: row })}
    />,
    width,
  );
const drawTable = (rows: readonly (readonly string[])[], heads = ["指标", "数", "备注"]) =>
  gridOf(<Table columns={heads} rows={rows} chosen={1} width={width} />, width);

function drawForm(text: string, label = "标题") {
  const fields: Field[] = [
    { name: "a", label, type: "text", hint: text },
    { name: "b", label: "单位", type: "many", options: [{ id: "x", label: text, spelt: [] }] },
    { name: "c", label: "合格", type: "check" },
  ];
  const value = { text, chosen: ["x"], passed: true };
  const form: Form = {
    fields,
    values: { a: value, b: value, c: value },
    at: 1,
    line: lineOf(text),
    options: [{ id: "x", label: text, spelt: [] }],
    option: 0,
  };
  const place = { top: 0, width, height: 12 };
  return gridOf(
    <Box flexDirection="column" width={width}>
      <FormView form={form} place={place} complaint={text} />
      <Text>底线</Text>
    </Box>,
    width,
  );
}

const isWithin = (grid: Grid) => grid.lengths.every((length) => length <= width);

/** Pieces of every kind that people of an office type or paste. */
const anyWord = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("会", "议", "，", "「", "a", "1", " ", "한", "글") },
    fc.constantFrom("𠮷", "𪚥", "ｶ", "ﾞ", "①", "℃", "…", "—", "“", "·", "─", "█", "é", "ก็"),
    fc.constantFrom("👍🏽", "👨‍👩‍👧", "🇨🇳", "🏳️‍🌈", "❤️", "1️⃣", "😀", "🫠", "\u200d", "\u0301", "🏿"),
    fc.constantFrom(...Object.values(hostileTexts)),
    fc.string({ unit: "binary", maxLength: 3 }),
  ),
  maxLength: 12,
});

describe("the cells of a terminal", () => {
  test("every character there is takes as many cells as it is said to, and drawing twice changes nothing", () => {
    const terminal = new headless.Terminal({ allowProposedApi: true });
    terminal.loadAddon(new unicode11.Unicode11Addon());
    terminal.unicode.activeVersion = "11";
    // The emulator's own table: writing each of a million characters would take minutes.
    const { unicodeService } = (
      terminal as unknown as {
        readonly _core: { readonly unicodeService: { wcwidth(code: number): 0 | 1 | 2 } };
      }
    )._core;
    const wrong: string[] = [];
    for (let code = 0; code <= 0x323af; code++) {
      const drawn = drawable(String.fromCodePoint(code));
      let cells = 0;
      for (const one of drawn) cells += unicodeService.wcwidth(one.codePointAt(0) ?? 0);
      if (cells !== widthOf(drawn) || drawable(drawn) !== drawn) wrong.push(code.toString(16));
    }
    terminal.dispose();
    expect(wrong).toEqual([]);
  });

  test("a mark behind an emoji that is not drawn is drawn the same way twice", () => {
    const once = drawable("\u{1f3f3}\ufe0f\u200d\u{1f308}\u0301");
    expect(drawable(once)).toBe(once);
  });

  test("whatever is cut, padded or wrapped takes the cells it was given, and drawing again changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anyWord, fc.integer({ min: 4, max: 30 }), async (text, cells) => {
        expect(drawable(drawable(text))).toBe(drawable(text));
        const lines = wrap(text, cells).slice(0, 70);
        const parts = [truncate(text, cells), ...lines, `${padTo(text, cells)}|`];
        const grid = await gridOf(
          <Box flexDirection="column">
            {parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
              <Text key={at} wrap="truncate">{`${part}!`}</Text>
            ))}
          </Box>,
          200,
        );
        expect(grid.rows).toHaveLength(parts.length);
        for (const [y, length] of grid.lengths.entries()) {
          expect(length).toBe(widthOf(parts[y] ?? "") + 1);
          expect(length).toBeLessThanOrEqual(cells + 2);
        }
        expect(grid.cell(cells, parts.length - 1)).toBe("|");
      }),
      { numRuns: 60 },
    );
  });

  test("a list has a row for each, none longer than its box", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWord, { minLength: 2, maxLength: 8 }), async (words) => {
        const rows = words.map((word, at) => `${at}${word}`);
        const grid = await drawList(rows);
        expect(grid.rows).toHaveLength(rows.length);
        for (const [y] of rows.entries()) expect(grid.cell(2, y)[0]).toBe(String(y));
        expect(isWithin(grid)).toBe(true);
        expect(grid.columnsOf(1, "›")[0]).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test("the rules of a table stand in the same cells of every row, and none is beyond its box", async () => {
    const row = fc.tuple(anyWord, anyWord, anyWord);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 2, maxLength: 5 }),
        fc.tuple(anyWord, anyWord, anyWord),
        async (rows, heads) => {
          const grid = await drawTable(rows, heads);
          expect(grid.rows).toHaveLength(3 + 2 * rows.length);
          const tops = grid.columnsOf(0, "┬");
          const ends = [...grid.columnsOf(0, "┌"), ...tops, ...grid.columnsOf(0, "┐")];
          for (let y = 1; y < grid.rows.length - 1; y += 2) {
            for (const x of ends) expect(grid.cell(x, y)).toBe("│");
          }
          expect(new Set(grid.lengths).size).toBe(1);
          expect(isWithin(grid)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a form keeps its rows and its room, whatever stands in it", async () => {
    await fc.assert(
      fc.asyncProperty(anyWord, async (text) => {
        const grid = await drawForm(text);
        expect(grid.rows[12]).toBe("底线");
        expect(grid.rows).toHaveLength(13);
        expect(isWithin(grid)).toBe(true);
        for (const [y, label] of ["标题", "单位", "合格"].entries()) {
          expect(grid.rows[y]?.slice(2, 4)).toBe(label);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("what others typed neither drives the terminal nor fakes another row", () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    test(name, async () => {
      const list = await drawList([`甲${text}`, "乙", `丙${text}`, "丁"]);
      expect(list.rows.map((row) => row.slice(2, 3))).toEqual(["甲", "乙", "丙", "丁"]);
      const table = await drawTable(
        [
          ["甲", text, text],
          [text, "乙", text],
        ],
        ["头", "数", text],
      );
      expect(table.rows).toHaveLength(7);
      expect(table.rows.every((row) => /^[┌│├└].*[┐│┤┘]$/.test(row))).toBe(true);
      const form = await drawForm(text);
      expect(form.rows[12]).toBe("底线");
      const help = await gridOf(
        <Box flexDirection="column" width={width}>
          <Text wrap="truncate">
            <Text>{padTo(`  ${text}`, 12)}</Text>
            {text}
          </Text>
          <Text wrap="truncate">{["第", text]}</Text>
          <Text>末</Text>
        </Box>,
        width,
      );
      expect(help.rows).toHaveLength(3);
      expect(help.rows[1]?.[0]).toBe("第");
      expect(help.rows[2]).toBe("末");
      for (const grid of [list, table, form, help]) {
        expect(isWithin(grid)).toBe(true);
        expect(grid.deeds).toEqual([]);
        expect(grid.rows.join("")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
      }
    });
  }
});
