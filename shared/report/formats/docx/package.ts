/**
 * The parts of a document as one zip file, the same bytes for the same parts: every part carries
 * the document's own day, in an order that does not change. Long parts are written piece by piece,
 * so that an annex of any length takes little memory.
 */
import { strToU8, Zip, ZipDeflate } from "fflate";
import type { LocalDate } from "../../../words/dates.ts";

export type Part = readonly [path: string, pieces: Iterable<string | Uint8Array>];

export function zipped(parts: Iterable<Part>, day: LocalDate): Uint8Array {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    written.push(piece);
  });
  for (const [path, pieces] of parts) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = noonOf(day);
    zip.add(file);
    for (const piece of pieces) file.push(typeof piece === "string" ? strToU8(piece) : piece);
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(written));
}

/** A zip file tells local time without a zone: this is the same noon wherever it is made. */
function noonOf(day: LocalDate): Date {
  const [year = 1990, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** [Content_Types].xml first, as readers expect it, then by name. */
export const inOrder = <T extends readonly [string, ...unknown[]]>(parts: readonly T[]): T[] =>
  parts.toSorted(([a], [b]) => (a < b ? -1 : 1));
