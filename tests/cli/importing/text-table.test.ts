import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { openTable } from "../../../cli/reading/sheet/open-table.ts";

const rows = [
  ["日期", "标题", "备注"],
  ["6月3日", "学习“一号文件”，讨论", "一;二\t三"],
  ["6.30", '他说 "好"', "两行\n的"],
];
const textOf = (table: readonly (readonly string[])[], sign: string, end: string) =>
  table
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign) + end)
    .join("");
async function read(bytes: Buffer, leftOut: ReadonlySet<number> = new Set()) {
  const { sheets } = await openTable(bytes, "表.csv");
  const found: (string | undefined)[][] = [];
  for await (const some of sheets[0]?.rows(leftOut) ?? []) {
    for (const { cells } of some) found.push(cells.map((cell) => cell?.text));
  }
  return found;
}

test.each([
  ["UTF-8", ",", "\n", (text: string) => Buffer.from(text)],
  ["UTF-8 with its mark", ";", "\r\n", (text: string) => Buffer.from(`\ufeff${text}`)],
  ["GB18030", ",", "\r\n", (text: string) => iconv.encode(text, "gb18030")],
  ["GB18030 with tabs", "\t", "\n", (text: string) => iconv.encode(text, "gb18030")],
  [
    ...(["UTF-16, as Excel's Unicode text", "\t", "\r\n"] as const),
    (text: string) => iconv.encode(text, "utf16le", { addBOM: true }),
  ],
] as const)("a table in %s, divided by %j", async (_, sign, end, encode) => {
  expect(await read(encode(textOf(rows, sign, end)))).toEqual(rows);
});

test("whatever stands in the cells, it comes back the same in GB18030 and in UTF-8", async () => {
  const cell = fc
    .string({ unit: "grapheme-composite", maxLength: 20 })
    .map((text) => `字${text.replaceAll(/[\0\r]/g, "")}`);
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(",", ";", "\t"), async (cells, sign) => {
      const text = textOf(cells, sign, "\r\n");
      expect(await read(Buffer.from(text))).toEqual(cells);
      const encoded = iconv.encode(text, "gb18030");
      if (iconv.decode(encoded, "gb18030") === text && !isUtf8(encoded)) {
        expect(await read(encoded)).toEqual(cells);
      }
    }),
    { numRuns: 60 },
  );
});
const isUtf8 = (bytes: Buffer) => bytes.equals(Buffer.from(bytes.toString("utf8")));

test("columns that are left out are not in what is given", async () => {
  const found = await read(Buffer.from(textOf(rows, ",", "\n")), new Set([1]));
  expect(found.map((row) => row[1])).toEqual([undefined, undefined, undefined]);
});

test("bytes that are no text are no table", async () => {
  for (const bytes of [
    Buffer.from([0xff, 0x00, 0xfe, 0x01]),
    Buffer.from("a\0b,c"),
    Buffer.alloc(0),
  ]) {
    await expect(openTable(bytes, "表.csv")).rejects.toMatchObject({ reason: "not-a-table" });
  }
});
