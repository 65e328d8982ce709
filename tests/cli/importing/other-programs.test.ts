/** The reader beside others: the best-kept library reads the same cells, LibreOffice writes them. */
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { openTable } from "../../../cli/reading/sheet/open-table.ts";
import { emptyFolder } from "../../support/folder.ts";
import { oldSheet } from "../../support/old-sheet.ts";

async function cellsOf(bytes: Buffer): Promise<Record<string, string>> {
  const [sheet] = (await openTable(bytes, "台账.xlsx")).sheets;
  const found: Record<string, string> = {};
  for await (const rows of sheet?.rows(new Set()) ?? []) {
    for (const { row, cells } of rows) {
      for (const [column, cell] of cells.entries()) {
        if (cell) found[utils.encode_cell({ r: row - 1, c: column })] = cell.text;
      }
    }
  }
  return found;
}

test("every cell reads as the library reads it, days as days", async () => {
  const bytes = oldSheet();
  const sheet = read(bytes, { cellDates: false }).Sheets.活动台账 ?? {};
  const expected: Record<string, string> = {};
  for (const [name, cell] of Object.entries(sheet)) {
    if (name.startsWith("!") || String(cell.v).trim() === "") continue;
    expected[name] = name === "B11" ? "2022-04-01" : String(cell.v);
  }
  expect(await cellsOf(bytes)).toEqual(expected);
  expect(Object.keys(expected).length).toBeGreaterThan(80);
});

const soffice = spawnSync("soffice", ["--version"]).status === 0;
test.skipIf(!soffice)(
  `what LibreOffice has saved reads the same${soffice ? "" : " (skipped: soffice is not installed)"}`,
  async () => {
    const folder = await emptyFolder();
    const bytes = oldSheet();
    await writeFile(join(folder, "old.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const to = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")];
    spawnSync("soffice", [profile, "--headless", ...to, join(folder, "old.xlsx")], {
      timeout: 90_000,
    });
    const again = await readFile(join(folder, "out", "old.xlsx"));
    expect(await cellsOf(again)).toEqual(await cellsOf(bytes));
  },
  100_000,
);
