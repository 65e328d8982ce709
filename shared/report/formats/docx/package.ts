/**
 * A document's zip file, the same bytes for the same document: every part carries the document's
 * own day, whenever and wherever the file is made.
 */
import { strToU8, Zip, ZipDeflate } from "fflate";
import type { LocalDate } from "../../../words/dates.ts";

export type Part = readonly [path: string, content: Uint8Array | Iterable<string>];

/**
 * Packs the parts as they come: one that is given in pieces is never whole in memory, so that an
 * annex of any length takes little.
 */
export function packInPieces(parts: readonly Part[], day: LocalDate): Uint8Array {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    written.push(piece);
  });
  for (const [path, content] of parts) {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    if (content instanceof Uint8Array) file.push(content);
    else for (const chunk of inChunks(content)) file.push(strToU8(chunk));
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return dated(Buffer.concat(written), day);
}

/** A row at a time is soon asked for, and slowly packed. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

const signatures = { end: 0x06054b50, listed: 0x02014b50 };

/** The same file with noon of that day as the time of all its parts; it is changed in place. */
export function dated(zip: Uint8Array, day: LocalDate): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const moment = dosMoment(day);
  let end = zip.length - 22;
  while (end > 0 && view.getUint32(end, true) !== signatures.end) end -= 1;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count && view.getUint32(at, true) === signatures.listed; entry++) {
    const local = view.getUint32(at + 42, true);
    view.setUint32(at + 12, moment, true);
    view.setUint32(local + 10, moment, true);
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return zip;
}

/** Date and time as a zip file writes them: without a zone. */
function dosMoment(day: LocalDate): number {
  const [year = 1990, month = 1, date = 1] = day.split("-").map(Number);
  return (((year - 1980) << 25) | (month << 21) | (date << 16) | (12 << 11)) >>> 0;
}
