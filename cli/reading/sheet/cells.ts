/**
 * A table as other programs keep it: sheets of rows of cells, read as values only.
 *
 * A formula counts as the value that was saved beside it; no formula, macro, link or picture is
 * ever looked at. Rows come some at a time, so that a long sheet is never in memory as text.
 */
import type { LocalDate } from "../../../shared/words/dates.ts";

export interface Cell {
  /** As it reads in the sheet, as far as its number format is known here. */
  readonly text: string;
  /** What is kept, where that is a number. */
  readonly number?: number;
  /** The day that a number formatted as a date means. */
  readonly day?: LocalDate;
  readonly formula?: true;
  /** A formula without a saved value, or one whose value is an error (#REF!). */
  readonly trouble?: "no-value" | "error";
}

export interface SheetRow {
  readonly row: number; // as the sheet counts, from 1
  readonly cells: readonly (Cell | undefined)[];
}

/** An area of joined cells: its text stands in the first one. Columns count from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Day 0 of this file is in 1904, not 1900. */
  readonly from1904: boolean;
  merges(): Promise<readonly Merge[]>;
  /**
   * The rows that have any cell, in their order, some at a time.
   * @param leftOut cells of these columns are passed over unread
   * @throws TableUnreadable
   */
  rows(leftOut: ReadonlySet<number>): AsyncIterable<readonly SheetRow[]>;
}

export interface TableFile {
  readonly sheets: readonly Sheet[];
  /** The file carries macros, which were not read. */
  readonly macros: boolean;
}

/** More than any office's ledger of a year; what has more is no ledger, or was made to do harm. */
export const mostRows = 200_000;
/** Columns to the right of these are not read. */
export const mostColumns = 256;
export const mostBytes = 128 * 1024 * 1024;

export type Unreadable =
  | "not-a-table" // neither a workbook nor text
  | "old-format" // .xls and what is built like it
  | "password"
  | "other-workbook" // .xlsb, .ods, .numbers …
  | "damaged"
  | "too-large"
  | "too-many-rows";

/** Nothing of the file was taken. */
export class TableUnreadable extends Error {
  override readonly name = "TableUnreadable";
  readonly reason: Unreadable;
  constructor(reason: Unreadable, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** 0 → A, 27 → AB. */
export function columnName(column: number): string {
  let name = "";
  for (let at = column + 1; at > 0; at = Math.floor((at - 1) / 26)) {
    name = String.fromCharCode(65 + ((at - 1) % 26)) + name;
  }
  return name;
}

/** `AB12` → column 27 and row 12; undefined for what is no such name. */
export function findPlace(name: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}
