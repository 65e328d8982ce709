/**
 * Tables as Word's own XML, row by row: an annex has as many rows as the ledger has records, and
 * none of them is kept. The head row stands again on every page.
 */
import { escapeXml } from "./xml.ts";

export interface Column {
  readonly head: string;
  readonly width: number; // twips
  readonly style?: "TableText" | "TableNumber";
}

const rule = 'w:val="single" w:sz="4" w:space="0" w:color="000000"';
const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} ${rule}/>`)
  .join("");

/** @param last a row that stands out, at the end: 合计 */
export function* tableXml(
  columns: readonly Column[],
  rows: Iterable<readonly string[]>,
  last?: readonly string[],
): Generator<string> {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const grid = columns.map((column) => `<w:gridCol w:w="${column.width}"/>`).join("");
  yield `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
  const styles = columns.map(({ style = "TableText" }) => style);
  const heads = columns.map(() => "TableHead");
  yield rowXml(
    columns,
    heads,
    columns.map(({ head }) => head),
    "<w:tblHeader/>",
  );
  for (const row of rows) yield rowXml(columns, styles, row);
  if (last)
    yield rowXml(
      columns,
      columns.map(() => "TableTotal"),
      last,
    );
  yield "</w:tbl>";
}

function rowXml(
  columns: readonly Column[],
  styles: readonly string[],
  cells: readonly string[],
  properties = "",
): string {
  const written = columns.map(({ width }, at) => {
    const text = paragraphXml(styles[at] ?? "TableText", cells[at] ?? "");
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${text}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${written.join("")}</w:tr>`;
}

/** One paragraph of plain text. */
export function paragraphXml(style: string, text: string): string {
  const line = text.replaceAll(/[\n\t\r]+/g, " ");
  const run =
    line === ""
      ? ""
      : `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p>`;
}
