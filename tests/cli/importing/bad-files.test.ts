import { deflateRawSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planImport } from "../../../cli/importing/plan.ts";
import type { Unreadable } from "../../../cli/reading/sheet/cells.ts";
import { openTable } from "../../../cli/reading/sheet/open-table.ts";
import { emptyLedger, type Ledger } from "../../../shared/ledger/ledger.ts";
import { hostileTexts } from "../../support/hostile.ts";
import { bookOf, oldSheet } from "../../support/old-sheet.ts";
import { smallProfile } from "../../support/profile.ts";
import { sheetXml, workbookParts, zipped } from "../../support/zipped.ts";

const ledger: Ledger = { ...emptyLedger, profiles: [{ seq: 1 as never, profile: smallProfile }] };
const plan = async (bytes: Buffer, mostRows?: number) =>
  planImport(await openTable(bytes, "表.xlsx"), {
    ledger,
    profile: smallProfile,
    sheets: [],
    said: new Map(),
    kind: smallProfile.kinds[0],
    year: undefined,
    yearBefore: undefined,
    fileName: "表.xlsx",
    now: "2022-07-01T00:00:00.000Z" as never,
    sayStretch: (stretch) => stretch,
    ...(mostRows === undefined ? {} : { mostRows }),
  });
const head = ["日期", "标题", "人次", "备注"];
const good = sheetXml([head, ["2022-01-02", "例会", "3"]]);
const bookWith = (...rows: readonly (readonly string[])[]) =>
  zipped(workbookParts(sheetXml([head, ...rows])));

/** What starts like a file of the old kind, with a stream of that name. */
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);

describe("a file that cannot be read is said to be so, and why", () => {
  const bad: readonly (readonly [what: string, reason: Unreadable, bytes: () => Buffer])[] = [
    ["an old workbook", "old-format", () => compound("Workbook")],
    ["one with a password", "password", () => compound("EncryptedPackage")],
    [
      ...(["a zip with a password", "password"] as const),
      () => zipped(workbookParts(good).map((part) => ({ ...part, encrypted: true }))),
    ],
    [
      ...(["an old workbook, really", "old-format"] as const),
      () =>
        write(bookOf({ 表: utils.aoa_to_sheet([head]) }), { type: "buffer", bookType: "biff8" }),
    ],
    [
      ...(["a binary workbook", "other-workbook"] as const),
      () => write(bookOf({ 表: utils.aoa_to_sheet([head]) }), { type: "buffer", bookType: "xlsb" }),
    ],
    [
      ...(["another office's workbook", "other-workbook"] as const),
      () => write(bookOf({ 表: utils.aoa_to_sheet([head]) }), { type: "buffer", bookType: "ods" }),
    ],
    ["a zip with something else", "not-a-table", () => zipped([{ name: "a.txt", content: "a" }])],
    ["a picture", "not-a-table", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a workbook that was cut off", "damaged", () => oldSheet().subarray(0, 4_000)],
    [
      ...(["a sheet that was cut off", "damaged"] as const),
      () => zipped(workbookParts(good.slice(0, good.indexOf("</sheetData>")))),
    ],
    [
      ...(["one that unpacks to more than there is room for", "too-large"] as const),
      () => zipped(workbookParts(good, [{ name: "x", content: "", claimed: 2 ** 31 }])),
    ],
    [
      ...(["one that lies about how much it unpacks to", "damaged"] as const),
      () =>
        zipped(
          workbookParts("").map((part) =>
            part.content === "" ? { ...part, content: zeros(8), claimed: 1_000 } : part,
          ),
        ),
    ],
    [
      ...(["one with thousands of parts", "too-large"] as const),
      () => zipped(Array.from({ length: 5_000 }, (_, at) => ({ name: `${at}`, content: "" }))),
    ],
    [
      ...(["a row without an end", "damaged"] as const),
      () => zipped(workbookParts(`<worksheet><sheetData><row>${"<c>".repeat(6_000_000)}`)),
    ],
  ];
  test.each(bad)("%s: %s", async (_, reason, bytes) => {
    await expect(plan(bytes())).rejects.toMatchObject({ name: "TableUnreadable", reason });
  });

  test("more rows than there may be", async () => {
    const bytes = bookWith(["2022-01-02", "甲"], ["2022-01-02", "乙"], ["2022-01-02", "丙"]);
    expect(await plan(bytes, 3)).toMatchObject({ read: 3 });
    await expect(plan(bytes, 2)).rejects.toMatchObject({ reason: "too-many-rows" });
  });

  test("whatever is damaged in a workbook, it is read or said to be unreadable, never more", async () => {
    const whole = oldSheet();
    const anywhere = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(anywhere, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          await plan(bytes);
        } catch (error) {
          expect((error as Error).name).toMatch(/^(TableUnreadable|NoSheet)$/);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("what a workbook carries besides values", () => {
  test("macros are not read, and that is said", async () => {
    const macros = { name: "xl/vbaProject.bin", content: deflateRawSync("Sub Auto_Open()") };
    expect(await plan(zipped(workbookParts(good, [macros])))).toMatchObject({
      macros: true,
      read: 1,
    });
    expect(await plan(zipped(workbookParts(good)))).toMatchObject({ macros: false });
  });

  test("a formula counts as the value that was saved; without one its row is not taken", async () => {
    const made = await plan(
      bookWith(
        ["2022-01-02", "例会", '<c t="n"><f>SUM(A1:A9)</f><v>7</v></c>'],
        ["2022-01-03", "例会", "<c><f>SUM(A1:A9)</f></c>"],
        ["2022-01-04", "例会", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
        [
          "2022-01-05",
          '<c t="str"><f>WEBSERVICE("http://example.invalid")</f><v>网上的</v></c>',
          "1",
        ],
      ),
    );
    expect(made.entries.map(({ entry }) => [entry.title, entry.attendance])).toEqual([
      ["例会", 7],
      ["网上的", 1],
    ]);
    expect(made.rejected).toMatchObject([
      { row: 3, fault: "no-value" },
      { row: 4, fault: "error-value", value: "#DIV/0!" },
    ]);
    expect(made.sheets[0]?.formulas).toBe(2);
  });

  test("entities are those of XML alone: no file, no address, no growth", async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/hostname">]>';
    const xml = `${lol}${sheetXml([head, ["2022-01-02", "&a;&b;&lt;b&gt;&#x4F1A;", "3"]])}`;
    const made = await plan(zipped(workbookParts(xml)));
    expect(made.entries[0]?.entry.title).toBe("&a;&b;<b>会");
  });

  test("a text that holds a telephone number is not taken, nor shown", async () => {
    const made = await plan(
      bookWith(
        ["2022-01-02", "走访，联系13800000000"],
        ["2022-01-03", "例会", "2", "张某13800000000"],
      ),
    );
    expect(made.rejected).toMatchObject([{ fault: "private-number" }, { fault: "private-number" }]);
    expect(JSON.stringify(made)).not.toContain("138000");
  });
});

test.each(Object.entries(hostileTexts))(
  "a cell that %s becomes plain text or no record",
  async (_, text) => {
    const escaped = Array.from(text.toWellFormed(), (sign) => `&#${sign.codePointAt(0)};`).join("");
    const made = await plan(
      bookWith(["2022-01-02", escaped, "1", escaped], ["2022-01-03", "例会", escaped]),
    );
    expect(made.read).toBe(2);
    const harmful = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
    for (const { entry } of made.entries) {
      expect(entry.title).not.toMatch(harmful);
      expect((entry.note ?? "").replaceAll("\n", "")).not.toMatch(harmful);
    }
    for (const one of made.rejected)
      if ("fault" in one) expect(one.value ?? "").not.toMatch(harmful);
  },
);
