/**
 * The row of a sheet that says what its columns are: below a joined title, notes and blank rows,
 * itself often of two rows, with a joined heading above several narrower ones.
 */
import type { Merge, SheetRow } from "../reading/sheet/cells.ts";
import { findField } from "./fields.ts";
import { findPrivate } from "./private-columns.ts";

export interface Heading {
  readonly column: number; // from 0
  readonly text: string; // as it stands in the sheet: 参加情况/人数 where it is of two rows
}
export interface Header {
  readonly first: number; // the row
  readonly last: number; // the same, or the one below
  readonly headings: readonly Heading[];
  /** What stands above: the title of the sheet and the like. */
  readonly above: readonly string[];
}

/** So far down a heading is looked for. */
export const headRows = 40;

/** What makes a row the header: a day, and what happened. */
const needed = (found: ReadonlySet<string>): boolean =>
  found.has("date") && (found.has("title") || found.has("kind"));

/**
 * @param rows the first ones of the sheet
 * @param fieldOf what a heading was said to be (by an option, or the time before); else its words count
 */
export function findHeader(
  rows: readonly SheetRow[],
  merges: readonly Merge[],
  fieldOf: (heading: string) => string | undefined = () => undefined,
): Header | undefined {
  let best: { readonly header: Header; readonly score: number } | undefined;
  for (const row of rows) {
    const header = headerAt(row, rows, merges);
    const known = header.headings.map(({ text }) => meaningOf(text, fieldOf));
    // A title over all columns is no heading of theirs: some stand in the first row by themselves.
    const isOwn = known.some((field, at) => field && !header.headings[at]?.text.includes("/"));
    if (!isOwn) continue;
    const found = new Set(known.filter((field) => field !== undefined && field !== "ignore"));
    if (!needed(found as ReadonlySet<string>)) continue;
    if (!best || found.size > best.score) best = { header, score: found.size };
  }
  return best?.header;
}

function meaningOf(text: string, fieldOf: (heading: string) => string | undefined) {
  const field = fieldOf(text) ?? findField(lastPart(text))?.field ?? findField(text)?.field;
  return field ?? (findPrivate(text) ? "private" : undefined);
}

/** 参加情况/人数 → 人数. */
export const lastPart = (heading: string): string => heading.slice(heading.lastIndexOf("/") + 1);

function headerAt(
  { row, cells }: SheetRow,
  rows: readonly SheetRow[],
  merges: readonly Merge[],
): Header {
  const textAt = (at: number, column: number) =>
    oneLine(rows.find((one) => one.row === at)?.cells[column]?.text ?? "");
  const wide = merges.filter(
    ({ top, bottom, left, right }) => top === row && bottom === row && right > left,
  );
  const below = rows.find((one) => one.row === row + 1);
  const isTwo = wide.some(({ left, right }) =>
    below?.cells.slice(left, right + 1).some((cell) => cell !== undefined),
  );
  const width = Math.max(cells.length, isTwo ? (below?.cells.length ?? 0) : 0);
  const headings: Heading[] = [];
  for (let column = 0; column < width; column++) {
    const joined = wide.find(({ left, right }) => left <= column && column <= right);
    const own = textAt(row, joined?.left ?? column);
    const lower = isTwo ? textAt(row + 1, column) : "";
    const text = lower === "" ? own : own === "" ? lower : `${own}/${lower}`;
    if (text !== "") headings.push({ column, text });
  }
  const above = rows
    .filter((one) => one.row < row)
    .flatMap((one) => one.cells.flatMap((cell) => (cell ? [oneLine(cell.text)] : [])));
  return { first: row, last: isTwo ? row + 1 : row, headings, above };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
