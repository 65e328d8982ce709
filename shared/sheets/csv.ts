/**
 * Table → CSV as Excel and WPS open it: UTF-8 with its mark (without it Chinese is garbage there),
 * CRLF, and quotes where they are needed.
 *
 * A spreadsheet reads a cell that begins with = + - @ as a formula, whatever wrote it. Such text
 * gets an apostrophe before it; numbers and days are the ledger's own and need none.
 */
import type { Cell, CellType, Table } from "./table.ts";

const mark = "\ufeff";
const pieceLength = 64 * 1024;

/** With the signs of full width, which a Chinese system takes for the same. */
const looksLikeFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const needsQuotes = /[",\r\n]|^\s|\s$/u;

export function* csvPieces(table: Table): Generator<string> {
  const { columns } = table;
  let piece = `${mark}${columns.map(({ title }) => csvCell(title, "text")).join(",")}\r\n`;
  for (const row of table.rows()) {
    piece += `${columns.map(({ type }, at) => csvCell(row[at], type)).join(",")}\r\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

export function csvCell(cell: Cell, type: CellType): string {
  if (cell === undefined) return "";
  if (type !== "text" || typeof cell === "number") return String(cell);
  const text = looksLikeFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
