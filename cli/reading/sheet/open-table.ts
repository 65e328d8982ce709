/** A file with a table, known by what it holds and not by its name. */
import { basename, extname } from "node:path";
import { mostBytes, type TableFile, TableUnreadable } from "./cells.ts";
import { openTextTable } from "./text-table.ts";
import { openWorkbook } from "./workbook.ts";

const zipMark = Buffer.from("PK");
/** Files of the kind that old Office programs write, and of those that were given a password. */
const compoundMark = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** @throws TableUnreadable */
export async function openTable(bytes: Buffer, file: string): Promise<TableFile> {
  if (bytes.length > mostBytes) throw new TableUnreadable("too-large");
  if (bytes.subarray(0, 8).equals(compoundMark)) {
    const isLocked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new TableUnreadable(isLocked ? "password" : "old-format");
  }
  if (bytes.subarray(0, 2).equals(zipMark)) return openWorkbook(bytes);
  if (bytes.length === 0) throw new TableUnreadable("not-a-table");
  return openTextTable(bytes, basename(file, extname(file)));
}
