/**
 * Tables → an xlsx workbook, in pieces. Each table is written as its rows are made, and nothing of
 * it is kept, so its size is bounded by the disk. The same tables give the same bytes.
 */

import { SharedTexts } from "./shared-texts.ts";
import {
  longestSheet,
  readerOf,
  type SheetEnd,
  sheetPieces,
  type WidthOf,
  widthsOf,
} from "./sheet.ts";
import { stylesXml } from "./styles.ts";
import type { Row, Table } from "./table.ts";
import { xmlText } from "./xml-text.ts";
import { type PackedFile, zipped } from "./zip.ts";

interface Sheet {
  readonly title: string;
  readonly end: SheetEnd;
}

/** @param longest rows of a sheet, for tests that have no million of them */
export const workbookPieces = (
  tables: readonly Table[],
  widthOf: WidthOf,
  longest = longestSheet,
): Generator<Uint8Array> => zipped(filesOf(tables, widthOf, longest));

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function* filesOf(
  tables: readonly Table[],
  widthOf: WidthOf,
  longest: number,
): Generator<PackedFile> {
  const file = (name: string, xml: string) => ({ name, pieces: [declaration, xml] });
  yield file("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  const sheets: Sheet[] = [];
  const texts = new SharedTexts();
  for (const table of tables) {
    const widths = widthsOf(table, widthOf);
    const rows = readerOf(table);
    let next: Row | undefined = rows.next();
    for (let part = 1; part === 1 || next !== undefined; part++) {
      const title = part === 1 ? table.title : `${table.title} (${part})`;
      const source = { first: next, rest: rows, texts };
      const pieces = withXml(sheetPieces(table, widths, widthOf, source, longest), (ended) => {
        sheets.push({ title, end: ended.end });
        next = ended.next;
      });
      yield { name: `xl/worksheets/sheet${sheets.length + 1}.xml`, pieces };
    }
  }
  yield { name: "xl/sharedStrings.xml", pieces: withXml(texts.xml(), () => {}) };
  yield file("xl/styles.xml", stylesXml);
  yield file("xl/workbook.xml", workbookXml(sheets));
  const ends = sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const);
  const lists = [
    ["styles", "styles.xml"] as const,
    ["sharedStrings", "sharedStrings.xml"] as const,
  ];
  yield file("xl/_rels/workbook.xml.rels", relations([...ends, ...lists]));
  yield file("[Content_Types].xml", contentTypes(sheets.length));
}

/** The pieces behind the declaration; what the sheet returns at its end is handed on. */
function* withXml<End>(
  pieces: Generator<string, End>,
  atEnd: (end: End) => void,
): Generator<string> {
  yield declaration;
  atEnd(yield* pieces);
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function workbookXml(sheets: readonly Sheet[]): string {
  const quoted = (title: string) => `'${xmlText(title).replaceAll("'", "''")}'`;
  const listed = sheets.map(
    ({ title }, at) => `<sheet name="${xmlText(title)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  // What the filter holds, and the head again on every printed page.
  const filters = sheets.map(
    ({ title, end }, at) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(title)}!${end.filtered}</definedName>`,
  );
  const heads = sheets.map(
    ({ title }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(title)}!$1:$1</definedName>`,
  );
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join("")}</sheets>` +
    `<definedNames>${filters.join("")}${heads.join("")}</definedNames></workbook>`
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const listed = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = (name: string) =>
    `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const override = (part: string, name: string) =>
    `<Override PartName="/xl/${part}" ContentType="${type(name)}"/>`;
  const parts = Array.from({ length: sheets }, (_, at) =>
    override(`worksheets/sheet${at + 1}.xml`, "worksheet"),
  );
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override("workbook.xml", "sheet.main")}${override("styles.xml", "styles")}${override("sharedStrings.xml", "sharedStrings")}${parts.join("")}</Types>`
  );
}
