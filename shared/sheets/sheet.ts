/**
 * Table → the sheets of a workbook, as XML in pieces: the head stays in view and filters, days are
 * days and numbers are numbers. A table that is longer than a sheet may be goes on in another one.
 */
import { daysBetween, type LocalDate } from "../words/dates.ts";
import type { SharedTexts } from "./shared-texts.ts";
import { look } from "./styles.ts";
import type { Cell, Column, Row, Table } from "./table.ts";
import { textElement } from "./xml-text.ts";

/** How many cells wide a text is drawn: a Chinese character takes two. */
export type WidthOf = (text: string) => number;

/** Excel's own bounds. */
const longestText = 32_767;
export const longestSheet = 1_048_576;

const pieceLength = 64 * 1024;
const sampled = 200;
const narrowest = 6;
const widest = 42;

/** Where a sheet's rows end, known once it is written: for the names of the workbook. */
export interface SheetEnd {
  readonly rows: number; // the head counted
  readonly filtered: string; // $A$1:$N$12
}

/** Where a sheet takes its rows from, and where it leaves the texts that come again. */
export interface SheetSource {
  readonly first: Row | undefined; // its first row after the head, already read
  readonly rest: RowReader;
  readonly texts: SharedTexts;
}

/** Rows that are read from several sheets in turn. */
export interface RowReader {
  next(): Row | undefined;
}

export function readerOf(table: Table): RowReader {
  const rows = table.rows()[Symbol.iterator]();
  return {
    next: () => {
      const { done, value } = rows.next();
      return done ? undefined : value;
    },
  };
}

/**
 * One sheet; it ends with the rows, or where no more fit.
 * @returns where it ends, and the row that did not fit any more
 */
export function* sheetPieces(
  table: Table,
  widths: readonly number[],
  widthOf: WidthOf,
  { first, rest, texts }: SheetSource,
  longest = longestSheet,
): Generator<string, { end: SheetEnd; next: Row | undefined }> {
  const { columns, fixedColumns = 0, hasTotal = false } = table;
  const letters = columns.map((_, at) => lettersOf(at));
  const heights = heightsIn(widths, widthOf);
  const writer = new RowWriter(columns, letters, texts, heights);
  const titles = columns.map(
    ({ title }, at) => textCell(`${letters[at]}1`, title, look.head) ?? "",
  );
  let piece = `${opening(widths, fixedColumns)}<row r="1" ht="30" customHeight="1">${titles.join("")}</row>`;
  let at = 1;
  let row = first;
  while (row !== undefined && at < longest) {
    const next = rest.next();
    at += 1;
    piece += writer.row(row, at, hasTotal && next === undefined);
    row = next;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  const last = hasTotal && row === undefined && at > 1 ? at - 1 : at;
  const corner = letters.at(-1) ?? "A";
  yield `${piece}</sheetData><autoFilter ref="A1:${corner}${last}"/>${closing}`;
  return { end: { rows: at, filtered: `$A$1:$${corner}$${last}` }, next: row };
}

const opening = (widths: readonly number[], fixed: number): string => {
  const corner = `${lettersOf(fixed)}2`;
  const pane =
    fixed > 0
      ? `<pane xSplit="${fixed}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`
      : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join("")}</cols><sheetData>`
  );
};

/** Printed on A4 on its side, as wide as the paper and as many pages as it takes. */
const closing =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
  "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>";

class RowWriter {
  readonly #columns: readonly Column[];
  readonly #letters: readonly string[];
  readonly #texts: SharedTexts;
  readonly #heights: Heights;

  constructor(
    columns: readonly Column[],
    letters: readonly string[],
    texts: SharedTexts,
    heights: Heights,
  ) {
    this.#columns = columns;
    this.#letters = letters;
    this.#texts = texts;
    this.#heights = heights;
  }

  row(row: Row, at: number, isTotal: boolean): string {
    let cells = "";
    for (let place = 0; place < this.#columns.length; place++) {
      const value = row[place];
      if (value === undefined || value === "") continue;
      const column = this.#columns[place] as Column;
      cells += this.#cell(`${this.#letters[place]}${at}`, value, column, isTotal);
    }
    const lines = this.#heights(row);
    return `<row r="${at}"${lines > 1 ? ` ht="${lineHeight * lines}"` : ""}>${cells}</row>`;
  }

  #cell(name: string, value: NonNullable<Cell>, column: Column, isTotal: boolean): string {
    const { type, repeats = false } = column;
    if (typeof value === "number")
      return valueCell(name, value, isTotal ? look.total : look.number);
    if (type === "day") return valueCell(name, serialOf(value as LocalDate), look.day);
    const style = isTotal ? look.total : looksLikeFormula.test(value) ? look.typed : look.text;
    const place = repeats && value.length <= longestText ? this.#texts.placeOf(value) : undefined;
    return place === undefined
      ? textCell(name, value, style)
      : `<c r="${name}" s="${style}" t="s"><v>${place}</v></c>`;
  }
}

/** How many lines a row's longest text takes in its column. */
type Heights = (row: Row) => number;

const lineHeight = 15;
const mostLines = 27; // no row may be higher than 409

/** Not every program makes a row as high as its text by itself: what is hidden is printed by none. */
const heightsIn =
  (widths: readonly number[], widthOf: WidthOf): Heights =>
  (row) => {
    let most = 1;
    for (const [at, value] of row.entries()) {
      if (typeof value !== "string") continue;
      const room = Math.max(1, (widths[at] ?? narrowest) - 1);
      if (value.length * 2 <= room && !value.includes("\n")) continue; // the usual, unmeasured
      if (most >= mostLines) break;
      const lines = value
        .split("\n", mostLines)
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
      most = Math.min(mostLines, Math.max(most, lines));
    }
    return most;
  };

const looksLikeFormula = /^\s*[=+\-@＝＋－＠]/u;

const valueCell = (name: string, value: number, style: number): string =>
  `<c r="${name}" s="${style}"><v>${value}</v></c>`;

/** Text within the cell itself: a list of all texts would have to be kept until the end. */
function textCell(name: string, text: string, style: number): string {
  const fitting = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return `<c r="${name}" s="${style}" t="inlineStr"><is>${textElement(fitting)}</is></c>`;
}

const dayZero = "1899-12-30" as LocalDate;
const serials = new Map<LocalDate, number>();

/** The days of a spreadsheet are counted; a ledger's are few, and each is counted once. */
function serialOf(day: LocalDate): number {
  const serial = serials.get(day) ?? daysBetween(dayZero, day);
  serials.set(day, serial);
  return serial;
}

/** 0 → A, 26 → AA. */
export function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

/** As wide as the head and the first rows ask for, within bounds. */
export function widthsOf({ columns, rows }: Table, widthOf: WidthOf): number[] {
  const widths = columns.map(({ title, type }) =>
    // A filter's button stands in the head; a long title takes a second line.
    Math.max(type === "day" ? 11 : narrowest, Math.min(widthOf(title) + 3, 18)),
  );
  let seen = 0;
  for (const row of rows()) {
    if (++seen > sampled) break;
    for (const [at, cell] of row.entries()) {
      const longest = Math.max(
        0,
        ...String(cell ?? "")
          .split("\n", 20)
          .map(widthOf),
      );
      widths[at] = Math.max(widths[at] ?? 0, Math.min(longest + 2, widest));
    }
  }
  return widths;
}
