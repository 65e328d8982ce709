import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { csvCell, csvPieces } from "../../shared/sheets/csv.ts";
import { lettersOf } from "../../shared/sheets/sheet.ts";
import type { Row, Table } from "../../shared/sheets/table.ts";
import { workbookPieces } from "../../shared/sheets/workbook.ts";
import { emptyFolder } from "../support/folder.ts";
import { hostileTexts } from "../support/hostile.ts";
import { openWorkbook, parseCsv, rowsOf } from "../support/workbook.ts";

const tableOf = (rows: readonly Row[], more: Partial<Table> = {}): Table => ({
  name: "test",
  title: "测试",
  columns: [
    { title: "序号", type: "number" },
    { title: "文字", type: "text" },
    { title: "日期", type: "day" },
  ],
  rows: () => rows,
  ...more,
});
const packed = (tables: readonly Table[], longest?: number) =>
  Buffer.concat([...workbookPieces(tables, stringWidth, longest)]);
const csv = (table: Table) => [...csvPieces(table)].join("");

/** What a spreadsheet would calculate, or take for an escape of its own, if it were let. */
const formulas = [
  "=1+1",
  '=HYPERLINK("http://example.invalid","点这里")',
  "=cmd|'/c calc'!A1",
  "+8613800000000",
  "-1",
  "@SUM(A1:A9)",
  "  =2+2",
  "＝１＋１",
  "\t=1",
  "\r=1",
  "_x0041_ _x000D_",
  "<b>&amp;\"'",
  "0012",
  "2022-06-30",
  "1e5",
  "TRUE",
  "很".repeat(40_000),
];
const harmful = [...Object.values(hostileTexts), ...formulas];
/** What XML can hold of a text, and no more than a cell may. */
const held = (text: string): string => {
  const legal = text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, "");
  return legal.length > 32_767 ? `${legal.slice(0, 32_766)}…` : legal;
};

describe("a workbook", () => {
  test("holds what people typed as text and nothing else, whatever it looks like", () => {
    const table = tableOf(harmful.map((text, at): Row => [at, text, "2022-06-30"]));
    const workbook = openWorkbook(packed([table]));
    const sheet = workbook.Sheets.测试 ?? {};
    for (const [at, text] of harmful.entries()) {
      const cell = sheet[`B${at + 2}`];
      if (text === "") expect(cell).toBeUndefined();
      else expect([text, cell?.t, cell?.f, cell?.v]).toEqual([text, "s", undefined, held(text)]);
    }
  });

  test("has days as days, numbers as numbers, a head that stays and filters, and wide columns", () => {
    const rows: Row[] = [
      [1, "一二三四五六七八九十", "1990-01-01"],
      [2.5, undefined, "2100-12-31"],
    ];
    const bytes = packed([tableOf(rows, { fixedColumns: 1 })]);
    const sheet = openWorkbook(bytes).Sheets.测试 ?? {};
    expect(sheet.A3).toMatchObject({ t: "n", v: 2.5 });
    expect(sheet.B3).toBeUndefined();
    expect(sheet.C2).toMatchObject({ t: "n", w: "1990-01-01" });
    expect(sheet.C3).toMatchObject({ t: "n", w: "2100-12-31" });
    expect(sheet["!autofilter"]).toEqual({ ref: "A1:C3" });
    expect(sheet["!cols"]?.map(({ width }) => width)).toEqual([7, 22, 12]);
  });

  test("a row is as high as its longest text, which would be hidden below its first line", () => {
    const rows: Row[] = [
      [1, "一行"],
      [2, "很".repeat(100)],
      [3, "上\n中\n下"],
      [4, "长".repeat(30_000)],
    ];
    const sheet = openWorkbook(packed([tableOf(rows)])).Sheets.测试 ?? {};
    expect(sheet["!rows"]?.slice(1).map((row) => row?.hpt)).toEqual([undefined, 75, 45, 405]);
  });

  test("filters leave a total alone", () => {
    const rows: Row[] = [
      [1, "东洼村"],
      [1, "合计"],
    ];
    const sheet = openWorkbook(packed([tableOf(rows, { hasTotal: true })])).Sheets.测试 ?? {};
    expect(sheet["!autofilter"]).toEqual({ ref: "A1:C2" });
    expect(sheet.B3?.v).toBe("合计");
  });

  test("goes on in another sheet where one is full, and no row is lost", () => {
    const rows = Array.from({ length: 8 }, (_, at): Row => [at + 1, `第${at + 1}行`]);
    const workbook = openWorkbook(packed([tableOf(rows), tableOf([], { title: "空表" })], 4));
    expect(workbook.SheetNames).toEqual(["测试", "测试 (2)", "测试 (3)", "空表"]);
    const parts = workbook.SheetNames.slice(0, 3).map((title) => rowsOf(workbook, title).slice(1));
    expect(parts.map((part) => part.length)).toEqual([3, 3, 2]);
    expect(parts.flat().map(([number]) => number)).toEqual(rows.map(([number]) => number));
    expect(rowsOf(workbook, "空表")).toEqual([["序号", "文字", "日期"]]);
  });

  test("says a text that comes again once, and reads the same either way", () => {
    const rows = harmful.flatMap((text, at): Row[] => [
      [at, text],
      [at, text],
    ]);
    const columns = tableOf([]).columns.map((column) => ({ ...column, repeats: true }));
    const bytes = packed([tableOf(rows, { columns })]);
    const sheet = openWorkbook(bytes).Sheets.测试 ?? {};
    for (const [at, [, text]] of rows.entries()) {
      const cell = sheet[`B${at + 2}`];
      if (text === "") expect(cell).toBeUndefined();
      else expect([cell?.t, cell?.f, cell?.v]).toEqual(["s", undefined, held(String(text))]);
    }
    expect(bytes.length).toBeLessThan(packed([tableOf(rows)]).length);
  });

  test("columns are called as spreadsheets call them", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(lettersOf)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });
});

describe("CSV", () => {
  test("begins with its mark, ends its lines with CRLF, and quotes what needs it", () => {
    const text = csv(tableOf([[1, '他说"好"，\n下一行', "2022-06-30"]]));
    expect(text).toBe('\ufeff序号,文字,日期\r\n1,"他说""好""，\n下一行",2022-06-30\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@a", "\t=1", "\ta", "\ra", " =1", "＝1", "－1"])(
    "%j is no formula any more",
    (text) => {
      expect(csvCell(text, "text").replace(/^"/, "")).toBe(
        csvCell(`'${text}`, "text").replace(/^"/, ""),
      );
      expect(parseCsv(`${csvCell(text, "text")}\r\n`)).toEqual([[`'${text}`]]);
    },
  );

  test("a number of the ledger's own needs no guard", () => {
    expect(csvCell(-1, "number")).toBe("-1");
  });

  test("another reader gets what was typed, for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (texts) => {
        const rows = parseCsv(csv(tableOf(texts.map((text, at): Row => [at, text])))).slice(1);
        expect(rows.map(([, cell = ""]) => cell.replace(/^'/, ""))).toEqual(
          texts.map((text) => text.replace(/^'/, "")),
        );
      }),
    );
  });
});

const findSoffice = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((file) => existsSync(file));

test.skipIf(findSoffice === undefined)(
  "LibreOffice opens the workbook and reads the same cells (skipped without soffice)",
  { timeout: 120_000 },
  async () => {
    const folder = await emptyFolder();
    const texts = harmful
      .filter((text) => text.length < 1_000)
      .map((text) => held(text).replace(/[\n\t]/g, " "));
    const rows = texts.map((text, at): Row => [at, text, "2022-06-30"]);
    await writeFile(join(folder, "测试.xlsx"), packed([tableOf(rows)]));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    const args = [profile, "--headless", "--convert-to", filter, "--outdir", folder];
    const soffice = promisify(execFile);
    await soffice(findSoffice ?? "", [...args, join(folder, "测试.xlsx")]);
    const read = (await readFile(join(folder, "测试.csv"), "utf8")).replace(/^\ufeff/, "");
    const found = parseCsv(read.replaceAll(/\r?\n/g, "\r\n")).slice(1);
    expect(found).toEqual(texts.map((text, at) => [String(at), text, "2022-06-30"]));
  },
);
