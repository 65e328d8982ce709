import fc from "fast-check";
import { expect, test } from "vitest";
import { insert, type Line, lineOf } from "../../../cli/tui/ui/text-edit.ts";
import {
  caretIn,
  moveRows,
  moveToEnd,
  removeBack,
  rowsOf,
  wordBefore,
} from "../../../cli/tui/ui/text-lines.ts";
import { graphemesOf, widthOf } from "../../../cli/tui/ui/width.ts";

const sign = fc.constantFrom("学", "习", "a", "b", " ", "，", "👨‍👩‍👧", "é", "\n", "1");
const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(""));
const cells = fc.integer({ min: 2, max: 20 });
const lineIn = fc
  .tuple(text, fc.nat())
  .map(([words, at]): Line => ({ text: words, at: at % (graphemesOf(words).length + 1) }));

test("rows hold every character once, in order, none wider than its room", () => {
  fc.assert(
    fc.property(text, cells, (words, room) => {
      const parts = graphemesOf(words);
      const rows = rowsOf(words, room);
      expect(rows.every((row) => widthOf(row.text) <= room)).toBe(true);
      expect(rows[0]?.from).toBe(0);
      expect(rows.at(-1)?.to).toBe(parts.length);
      for (const [at, { from, to }] of rows.entries()) {
        const next = rows[at + 1];
        if (!next) continue;
        const isBreak = next.from === to + 1 && parts[to] === "\n";
        expect(isBreak || next.from === to).toBe(true);
        expect(from).toBeLessThanOrEqual(to);
      }
    }),
  );
});

test("wherever the caret goes it stands in a row, before or behind one of its characters", () => {
  fc.assert(
    fc.property(
      lineIn,
      cells,
      fc.integer({ min: -9, max: 9 }),
      fc.nat(30),
      (line, room, by, cell) => {
        const rows = rowsOf(line.text, room);
        const ends = (["first", "last"] as const).map((end) => moveToEnd(line, rows, end));
        for (const moved of [line, moveRows(line, rows, by, cell), ...ends]) {
          const caret = caretIn(moved, rows);
          const row = rows[caret.row];
          expect(moved.text).toBe(line.text);
          expect(moved.at).toBeGreaterThanOrEqual(row?.from ?? -1);
          expect(moved.at).toBeLessThanOrEqual(row?.to ?? -1);
          expect(caret.cell).toBeLessThanOrEqual(room);
        }
      },
    ),
  );
});

test("a row down and a row up again is the same row, at the same cell where both reach it", () => {
  fc.assert(
    fc.property(lineIn, cells, (line, room) => {
      const rows = rowsOf(line.text, room);
      const { row, cell } = caretIn(line, rows);
      fc.pre(row < rows.length - 1);
      const back = moveRows(moveRows(line, rows, 1, cell), rows, -1, cell);
      expect(caretIn(back, rows).row).toBe(row);
      expect(back.at).toBe(line.at);
    }),
  );
});

test("moving up or down goes exactly so many rows, and stops at the ends", () => {
  fc.assert(
    fc.property(lineIn, cells, fc.integer({ min: -5, max: 5 }), (line, room, by) => {
      const rows = rowsOf(line.text, room);
      const before = caretIn(line, rows).row;
      const after = caretIn(moveRows(line, rows, by, 0), rows).row;
      expect(after).toBe(Math.max(0, Math.min(rows.length - 1, before + by)));
    }),
  );
});

test("what is taken away before the caret leaves the rest as it was", () => {
  fc.assert(
    fc.property(lineIn, fc.nat(60), (line, from) => {
      const parts = graphemesOf(line.text);
      const after = removeBack(line, from);
      expect(after.text).toBe(
        parts.slice(0, Math.min(from, line.at)).join("") + parts.slice(line.at).join(""),
      );
    }),
  );
});

test("Ctrl-W takes a word, a Chinese character, or the sign before the caret; nothing at the beginning", () => {
  const without = (words: string) => removeBack(lineOf(words), wordBefore(lineOf(words))).text;
  expect(without("集中 study")).toBe("集中 ");
  expect(without("集中学习")).toBe("集中学");
  expect(without("一段\n")).toBe("一段");
  expect(without("家👨‍👩‍👧")).toBe("家");
  expect(without("")).toBe("");
  fc.assert(
    fc.property(lineIn, (line) => {
      const from = wordBefore(line);
      if (line.at === 0) expect(from).toBe(0);
      else expect(from).toBeLessThan(line.at);
    }),
  );
});

test("what is typed stands before the caret, wherever it stood", () => {
  fc.assert(
    fc.property(lineIn, (line) => {
      const { text: after, at } = insert(line, "学\n");
      expect(graphemesOf(after).slice(0, at).join("").endsWith("学\n")).toBe(true);
    }),
  );
});
