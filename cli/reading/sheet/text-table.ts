/**
 * A table as text: one record a line, divided by commas, semicolons or tabs; in UTF-8, in UTF-16 as
 * Excel's "Unicode text", or in GB18030, which is what Excel and WPS write on a Chinese machine.
 */

import type { TableFile } from "./cells.ts";
import { type Cell, mostColumns, mostRows, type SheetRow, TableUnreadable } from "./cells.ts";

const rowsAtOnce = 1_000;
/** Blank ones and headings come on top of the rows, which are counted later. */
const mostLines = 2 * mostRows;

/** @throws TableUnreadable */
export async function openTextTable(bytes: Buffer, name: string): Promise<TableFile> {
  const text = decodeText(bytes);
  const { parse } = await import("csv-parse/sync");
  const delimiter = findDelimiter(text);
  async function* rows(leftOut: ReadonlySet<number>): AsyncIterable<readonly SheetRow[]> {
    const records = recordsOf(parse, text, delimiter);
    for (let at = 0; at < records.length; at += rowsAtOnce) {
      const some = records.slice(at, at + rowsAtOnce).map((fields, here) => ({
        row: at + here + 1,
        cells: fields.slice(0, mostColumns).map((field, column) => cellOf(field, column, leftOut)),
      }));
      yield some.filter(({ cells }) => cells.some((cell) => cell !== undefined));
    }
  }
  const sheet = { name, hidden: false, from1904: false, merges: async () => [], rows };
  return { sheets: [sheet], macros: false };
}

type Parse = typeof import("csv-parse/sync").parse;

function recordsOf(parse: Parse, text: string, delimiter: string): readonly string[][] {
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1024 * 1024,
      to: mostLines + 1,
    });
    if (records.length > mostLines) throw new TableUnreadable("too-many-rows");
    return records as unknown as string[][];
  } catch (cause) {
    if (cause instanceof TableUnreadable) throw cause;
    throw new TableUnreadable("damaged", { cause });
  }
}

function cellOf(text: string, column: number, leftOut: ReadonlySet<number>): Cell | undefined {
  return leftOut.has(column) || text.trim() === "" ? undefined : { text };
}

/** @throws TableUnreadable */
function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  for (const encoding of marked ? [marked] : ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes("\u0000")) break;
      return text;
    } catch {
      // the next one
    }
  }
  throw new TableUnreadable("not-a-table");
}

/** What divides the first lines most often and most evenly, outside of quotes. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, "")
    .split(/\r\n|\r|\n/)
    .slice(0, 20);
  const score = (sign: string) =>
    lines.reduce((sum, line) => sum + Math.min(40, line.split(sign).length - 1), 0);
  const [best = ","] = [",", "\t", ";", "，"].toSorted((a, b) => score(b) - score(a));
  return best;
}
