/**
 * A text of many lines being edited, as it is wrapped into cells: rows of the screen, and ways for
 * the caret among them. What is typed and taken away is in `text-edit.ts`; a line break is one
 * character like any other.
 */
import type { Line } from "./text-edit.ts";
import { graphemesOf, widthOf } from "./width.ts";

/** From one character up to another; the line break that ends it is not in it. */
export interface Row {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** At most so many cells each; there is always one, and every character stands in one row. */
export function rowsOf(text: string, cells: number): readonly Row[] {
  const parts = graphemesOf(text);
  const rows: Row[] = [];
  let from = 0;
  let taken = 0;
  const end = (to: number) => {
    rows.push({ from, to, text: parts.slice(from, to).join("") });
    taken = 0;
  };
  for (const [at, one] of parts.entries()) {
    if (one === "\n") {
      end(at);
      from = at + 1;
      continue;
    }
    const width = widthOf(one);
    if (taken + width > cells && at > from) {
      end(at);
      from = at;
    }
    taken += width;
  }
  end(parts.length);
  return rows;
}

/** The row of the caret, and in which of its cells it stands. */
export function caretIn(
  { text, at }: Line,
  rows: readonly Row[],
): { readonly row: number; readonly cell: number } {
  const row = Math.max(
    0,
    rows.findLastIndex(({ from }) => from <= at),
  );
  const from = rows[row]?.from ?? 0;
  return { row, cell: widthOf(graphemesOf(text).slice(from, at).join("")) };
}

/** So many rows up or down, as near to that cell as the row allows. */
export function moveRows(line: Line, rows: readonly Row[], by: number, cell: number): Line {
  const { row } = caretIn(line, rows);
  const to = Math.max(0, Math.min(rows.length - 1, row + by));
  const target = rows[to];
  if (!target) return line;
  let at = target.from;
  let taken = 0;
  for (const one of graphemesOf(target.text)) {
    if (taken + widthOf(one) > cell) break;
    taken += widthOf(one);
    at++;
  }
  // The place behind the last character of a wrapped row is the next row's first.
  const isWrapped = rows[to + 1]?.from === target.to;
  const most = isWrapped ? Math.max(target.from, target.to - 1) : target.to;
  return { text: line.text, at: Math.min(at, most) };
}

/** To the beginning of the row, or behind its last character. */
export function moveToEnd(line: Line, rows: readonly Row[], end: "first" | "last"): Line {
  const { row } = caretIn(line, rows);
  const { from = 0, to = 0 } = rows[row] ?? {};
  if (end === "first") return { text: line.text, at: from };
  return { text: line.text, at: rows[row + 1]?.from === to ? Math.max(from, to - 1) : to };
}

/** Takes away everything from a place up to the caret. */
export function removeBack({ text, at }: Line, from: number): Line {
  const parts = graphemesOf(text);
  const start = Math.max(0, Math.min(at, from));
  return { text: parts.slice(0, start).join("") + parts.slice(at).join(""), at: start };
}

const isBlank = (one: string | undefined): boolean => one !== undefined && /^\s$/u.test(one);
const isWord = (one: string | undefined): boolean =>
  one !== undefined && /^[\p{L}\p{N}_]/u.test(one) && !/^\p{Script=Han}/u.test(one);

/** Where the word before the caret begins: Ctrl-W. A Chinese character is one by itself. */
export function wordBefore({ text, at }: Line): number {
  const parts = graphemesOf(text);
  let to = at;
  while (isBlank(parts[to - 1]) && parts[to - 1] !== "\n") to--;
  if (!isWord(parts[to - 1])) return Math.max(0, to === at || to === 0 ? to - 1 : to);
  while (isWord(parts[to - 1])) to--;
  return to;
}
