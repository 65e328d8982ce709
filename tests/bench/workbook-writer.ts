/** One writer of workbooks in a process of its own: `ours` or the bare library, the same cells. */
import { writeFile } from "node:fs/promises";
import stringWidth from "string-width";
import writeExcelFile from "write-excel-file/node";
import { writeFileNamed } from "../../cli/reading/files.ts";
import type { Row, Table } from "../../shared/sheets/table.ts";
import { workbookPieces } from "../../shared/sheets/workbook.ts";
import { addDays, type LocalDate } from "../../shared/words/dates.ts";

const [writer, rows, file = ""] = process.argv.slice(2);
const types = ["number", "text", "day", "text", "text", "number", "number"] as const;
const columns = Array.from({ length: 15 }, (_, at) => ({
  title: `第${at + 1}列`,
  type: types[at] ?? ("text" as const),
}));

function* cells(): Generator<Row> {
  for (let at = 1; at <= Number(rows); at++) {
    const on = addDays("2022-01-01" as LocalDate, at % 365);
    const head = [at, `bench001-${at}`, on, "志愿服务活动", `第${at}次活动，到村入户宣传`, 1, 30];
    const rest = ["东洼村、西洼村", "青年", "村文化广场", "", "合并登记", "王芳", "2022-07-04", ""];
    yield [...head, ...rest];
  }
}

if (writer === "ours") {
  const table: Table = { name: "entries", title: "台账", columns, rows: cells };
  await writeFileNamed(file, workbookPieces([table], stringWidth));
} else {
  const head = columns.map(({ title }) => ({ value: title, fontWeight: "bold" as const }));
  const data = Array.from(cells(), (row) =>
    row.map((value, at) => {
      if (value === undefined || value === "") return null;
      if (columns[at]?.type !== "day") return { value };
      return { value: new Date(`${value}T00:00:00Z`), format: "yyyy-mm-dd" };
    }),
  );
  const widths = columns.map(() => ({ width: 12 }));
  const sheet = { columns: widths, stickyRowsCount: 1 };
  await writeFile(file, await writeExcelFile([head, ...data], sheet).toBuffer());
}
