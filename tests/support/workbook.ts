/** Workbooks and CSV read back by code that is not ours: what another program would see. */
import { read, utils, type WorkBook } from "@e965/xlsx";

export type Cells = readonly (string | number | undefined)[][];

export const openWorkbook = (bytes: Uint8Array): WorkBook =>
  read(bytes, { cellFormula: true, cellNF: true, cellStyles: true, raw: true });

/** The rows of a sheet, its head first, as text and numbers; days as numbers. */
export function rowsOf(workbook: WorkBook, title: string): Cells {
  const sheet = workbook.Sheets[title];
  if (!sheet) throw new Error(`no sheet ${title} among ${workbook.SheetNames.join()}`);
  const { e: end } = utils.decode_range(sheet["!ref"] ?? "A1");
  return Array.from({ length: end.r + 1 }, (_, r) =>
    Array.from({ length: end.c + 1 }, (_one, c) => sheet[utils.encode_cell({ r, c })]?.v),
  );
}

/** 44564 → 2022-01-03. */
export const dayOfSerial = (serial: unknown): string =>
  new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10);

/** RFC 4180, read character by character. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === "," || (sign === "\r" && text[at + 1] === "\n")) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (sign !== "\r") continue;
      rows.push([]);
      at += 1;
    } else cell += sign;
  }
  if (cell !== "" || rows.at(-1)?.length !== 0) throw new Error("the last line has no end");
  return rows.slice(0, -1);
}
