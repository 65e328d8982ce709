/** Tables to a file, by its format; how many rows each had is known afterwards. */
import stringWidth from "string-width";
import { csvPieces } from "../../shared/sheets/csv.ts";
import type { Table } from "../../shared/sheets/table.ts";
import { workbookPieces } from "../../shared/sheets/workbook.ts";
import { writeFileNamed } from "../reading/files.ts";

export interface WrittenTable {
  readonly name: string;
  readonly rows: number;
}

/** @throws Failed where the disk refuses */
export async function writeWorkbook(
  file: string,
  tables: readonly Table[],
): Promise<WrittenTable[]> {
  const counted = tables.map(countRows);
  const parts = counted.map(({ table }) => table);
  await writeFileNamed(file, workbookPieces(parts, stringWidth));
  return counted.map(({ table: { name }, rows }) => ({ name, rows: rows() }));
}

/** @throws Failed where the disk refuses */
export async function writeCsv(file: string, made: Table): Promise<WrittenTable> {
  const { table, rows } = countRows(made);
  await writeFileNamed(file, csvPieces(table));
  return { name: table.name, rows: rows() };
}

/** The same table, and how many rows were read the last time. */
function countRows(table: Table): { table: Table; rows: () => number } {
  let rows = 0;
  return {
    rows: () => rows,
    table: {
      ...table,
      rows: function* () {
        rows = 0;
        for (const row of table.rows()) {
          rows += 1;
          yield row;
        }
      },
    },
  };
}
