/**
 * A table on its way out of the ledger: columns that know what they hold, and rows that are made
 * as they are written, so that a year of a hundred thousand entries is never held as cells.
 *
 * A cell is text, a number, or a day as `2022-06-30`; the column says which. Nothing is ever a
 * formula: whatever people typed stays text in every format.
 */
export type CellType = "text" | "number" | "day";
/** Undefined: an empty cell. */
export type Cell = string | number | undefined;
export type Row = readonly Cell[];

export interface Column {
  readonly title: string;
  readonly type: CellType;
  /** Its texts are few and come again and again: labels, names, rules. */
  readonly repeats?: boolean;
}

export interface Table {
  /** What it is called in every language: entries, positions, … */
  readonly name: string;
  readonly title: string; // of its sheet and its file
  readonly columns: readonly Column[];
  /** The same rows at every call. */
  rows(): Iterable<Row>;
  /** The last row is a total: it takes no part in filters. */
  readonly hasTotal?: boolean;
  /** How many columns stay in view on the left. */
  readonly fixedColumns?: number;
}
