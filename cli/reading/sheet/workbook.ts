/**
 * A workbook of Excel or WPS (.xlsx, .xlsm): which sheets it has, and where they stand in the zip.
 * Only the parts that hold values are opened; macros, links to elsewhere and pictures stay packed.
 */
import { type Sheet, type TableFile, TableUnreadable } from "./cells.ts";
import { readFormats } from "./number-formats.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readMerges, readRows, type Words } from "./sheet-rows.ts";
import { attributeOf, elementsOf, prefixOf } from "./xml.ts";
import { openZip, type Zip } from "./zip.ts";

/** @throws TableUnreadable */
export async function openWorkbook(bytes: Buffer): Promise<TableFile> {
  const zip = openZip(bytes);
  const main = await findMain(zip);
  const xml = (await zip.text(main)) ?? "";
  const prefix = prefixOf(xml);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const parts = await readRelations(zip, folder, main.slice(folder.length));
  const named = (ending: string) => [...parts.values()].find(({ type }) => type.endsWith(ending));
  const [settings] = elementsOf(xml, `${prefix}workbookPr`);
  const date1904 = attributeOf(settings?.attributes ?? "", "date1904");
  const words: Words = {
    texts: readSharedStrings((await zip.text(named("/sharedStrings")?.part ?? "")) ?? ""),
    formats: readFormats(await zip.text(named("/styles")?.part ?? "")),
    from1904: date1904 === "1" || date1904 === "true",
  };
  const sheets: Sheet[] = [];
  for (const { attributes } of elementsOf(xml, `${prefix}sheet`)) {
    const [, relation = ""] = /\s[\w.-]+:id=["']([^"']*)["']/.exec(attributes) ?? [];
    const found = parts.get(relation);
    if (!found?.type.endsWith("/worksheet")) continue; // a chart's own sheet holds no cells
    const { part } = found;
    sheets.push({
      name: attributeOf(attributes, "name") ?? "",
      hidden: (attributeOf(attributes, "state") ?? "visible") !== "visible",
      from1904: words.from1904,
      merges: () => readMerges(zip.pieces(part)),
      rows: (leftOut) => readRows(zip.pieces(part), words, leftOut),
    });
  }
  if (sheets.length === 0) throw new TableUnreadable("damaged");
  return { sheets, macros: zip.names.some((name) => /vbaproject\.bin$/i.test(name)) };
}

async function findMain(zip: Zip): Promise<string> {
  const relations = await readRelations(zip, "", "");
  const office = [...relations.values()].find(({ type }) => type.endsWith("/officeDocument"));
  const main = office?.part ?? "";
  if (zip.names.includes(main) && main.endsWith(".xml")) return main;
  const isOther = zip.names.some((name) =>
    /^mimetype$|\.bin$|^index\.xml$|\.iwa$|^word\//i.test(name),
  );
  throw new TableUnreadable(isOther ? "other-workbook" : "not-a-table");
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** What a part refers to, by the names that it uses. */
async function readRelations(
  zip: Zip,
  folder: string,
  name: string,
): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  const xml = (await zip.text(`${folder}_rels/${name}.rels`)) ?? "";
  for (const { attributes } of elementsOf(xml, `${prefixOf(xml)}Relationship`)) {
    if (attributeOf(attributes, "TargetMode") === "External") continue;
    const target = attributeOf(attributes, "Target") ?? "";
    const part = target.startsWith("/") ? target.slice(1) : within(folder + target);
    const type = attributeOf(attributes, "Type") ?? "";
    relations.set(attributeOf(attributes, "Id") ?? "", { type, part });
  }
  return relations;
}

/** `xl/../xl/./styles.xml` → `xl/styles.xml`. */
function within(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
