/**
 * The rows of a sheet that are meant as records: below the header, without totals, notes, headings
 * between and blanks. A joined cell counts for each row that it spans where it says when, what and
 * where; never for a number, which would count several times.
 */
import type { Cell, Merge, Sheet, SheetRow } from "../reading/sheet/cells.ts";
import type { Column } from "./columns.ts";
import { type Header, lastPart } from "./find-header.ts";

export interface DataRow {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
}
export interface PassedOver {
  totals: number;
  notes: number;
  headers: number; // the header once more, as on each printed page
}

const carried = new Set(["date", "kind", "title", "unit", "place", "mark"]);

export async function* dataRows(
  sheet: Sheet,
  header: Header,
  columns: readonly Column[],
  merges: readonly Merge[],
  passedOver: PassedOver,
): AsyncIterable<readonly DataRow[]> {
  const leftOut = new Set(columns.filter(({ isPrivate }) => isPrivate).map(({ column }) => column));
  const used = columns.filter(({ use }) => use !== "ignore");
  const carry = carrier(used, merges);
  const isWide = wideRows(merges);
  const headings = new Map(used.map(({ column, text }) => [column, lastPart(text)]));
  for await (const rows of sheet.rows(leftOut)) {
    const taken: DataRow[] = [];
    for (const own of rows) {
      if (own.row <= header.last) continue;
      const cells = carry(own);
      if (!used.some(({ column }) => own.cells[column])) continue;
      if (isTotal(own.cells)) passedOver.totals++;
      else if (isHeader(own.cells, headings)) passedOver.headers++;
      else if (isNote(own, isWide)) passedOver.notes++;
      else taken.push({ row: own.row, cells });
    }
    if (taken.length > 0) yield taken;
  }
}

/** Rows in their order; each with the joined cells that reach down into it. */
function carrier(used: readonly Column[], merges: readonly Merge[]) {
  const starts = new Map<string, number>();
  const columns = used.filter(({ use }) => carried.has(use)).map(({ column }) => column);
  for (const { top, bottom, left } of merges) {
    if (bottom > top && columns.includes(left)) starts.set(`${top} ${left}`, bottom);
  }
  const open = new Map<number, { readonly until: number; readonly cell: Cell }>();
  return ({ row, cells }: SheetRow): readonly (Cell | undefined)[] => {
    if (starts.size === 0) return cells;
    const filled = [...cells];
    for (const column of columns) {
      const until = starts.get(`${row} ${column}`);
      const own = cells[column];
      if (until !== undefined && own) open.set(column, { until, cell: own });
      const above = open.get(column);
      if (above && row <= above.until) filled[column] ??= above.cell;
    }
    return filled;
  };
}

/** A row with one cell over three columns or more is a heading, or a note, for people. */
function wideRows(merges: readonly Merge[]): ReadonlySet<number> {
  const wide = merges.filter(({ top, bottom, left, right }) => top === bottom && right - left > 1);
  return new Set(wide.map(({ top }) => top));
}

const textOf = (cell: Cell): string => cell.text.normalize("NFKC").replaceAll(/\s/g, "");

const totals = /^(?:本[页月季年])?(?:合计|总计|小计|共计|累计|total|subtotal|sum)[:]?/i;

/** One of the first three cells that hold anything says so. */
function isTotal(cells: readonly (Cell | undefined)[]): boolean {
  let seen = 0;
  for (const cell of cells) {
    if (!cell) continue;
    if (++seen > 3) return false;
    if (/[计tu]/i.test(cell.text) && totals.test(textOf(cell))) return true;
  }
  return false;
}

const isHeader = (
  cells: readonly (Cell | undefined)[],
  headings: ReadonlyMap<number, string>,
): boolean => {
  let same = 0;
  for (const [column, heading] of headings) {
    const text = cells[column]?.text;
    if (text !== undefined && text.trim() === heading) same++;
  }
  return same >= 2;
};

const noteWords =
  /^[(【[]?(?:注|备注|说明|附注|填表|填报|制表|审核|单位负责人|负责人|联系|note|prepared)/i;

function isNote({ row, cells }: SheetRow, isWide: ReadonlySet<number>): boolean {
  const [only, ...more] = cells.filter((cell) => cell !== undefined);
  if (!only || more.length > 0) return false;
  return isWide.has(row) || noteWords.test(textOf(only));
}
