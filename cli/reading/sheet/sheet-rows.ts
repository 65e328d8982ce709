/** The rows of a worksheet out of its XML, as it is unpacked: each row once, in its order. */
import {
  type Cell,
  findPlace,
  type Merge,
  mostColumns,
  type SheetRow,
  TableUnreadable,
} from "./cells.ts";
import { dayOfSerial, type NumberFormat } from "./number-formats.ts";
import { richText } from "./shared-strings.ts";
import { attributeOf, elementsOf, prefixOf, textOf } from "./xml.ts";

/** What cells refer to. */
export interface Words {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** No row of a real sheet is as long: what is not at its end by then has none. */
const longestRow = 16 * 1024 * 1024;

/** @throws TableUnreadable */
export async function* readRows(
  pieces: AsyncIterable<Buffer>,
  words: Words,
  leftOut: ReadonlySet<number>,
): AsyncIterable<readonly SheetRow[]> {
  let number = 0;
  for await (const { xml, prefix } of wholeRows(pieces)) {
    const rows: SheetRow[] = [];
    for (const { attributes, content } of elementsOf(xml, `${prefix}row`)) {
      number = Number(attributeOf(attributes, "r") ?? number + 1);
      const cells = readCells(content, prefix, words, leftOut);
      if (cells.length > 0) rows.push({ row: number, cells });
    }
    if (rows.length > 0) yield rows;
  }
}

/** Stretches of XML that end where a row ends. */
async function* wholeRows(
  pieces: AsyncIterable<Buffer>,
): AsyncIterable<{ readonly xml: string; readonly prefix: string }> {
  const decoder = new TextDecoder();
  let rest = "";
  let prefix: string | undefined;
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true });
    prefix ??= prefixOf(rest);
    const closing = `</${prefix}row>`;
    const end = rest.lastIndexOf(closing);
    if (end >= 0) {
      yield { xml: rest.slice(0, end + closing.length), prefix };
      rest = rest.slice(end + closing.length);
    }
    if (rest.length > longestRow) throw new TableUnreadable("damaged");
    if (rest.includes(`</${prefix}sheetData>`)) return;
  }
  // A sheet that ends within its rows was cut off.
  if (prefix === undefined || !/sheetData[^<]*\/>/.test(rest)) throw new TableUnreadable("damaged");
}

function readCells(
  xml: string,
  prefix: string,
  words: Words,
  leftOut: ReadonlySet<number>,
): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  let column = -1;
  for (const { attributes, content } of elementsOf(xml, `${prefix}c`)) {
    const name = attributeOf(attributes, "r");
    column = (name === undefined ? undefined : findPlace(name)?.column) ?? column + 1;
    if (content === "" || leftOut.has(column) || column >= mostColumns) continue;
    const cell = readCell(attributes, content, prefix, words);
    if (cell) cells[column] = cell;
  }
  return cells;
}

function readCell(
  attributes: string,
  content: string,
  prefix: string,
  words: Words,
): Cell | undefined {
  const type = attributeOf(attributes, "t") ?? "n";
  const formula = content.includes(`<${prefix}f`) ? ({ formula: true } as const) : {};
  if (type === "inlineStr") return filled({ text: richText(content, prefix) });
  const [element] = elementsOf(content, `${prefix}v`);
  if (!element)
    return formula.formula ? { text: "", formula: true, trouble: "no-value" } : undefined;
  const value = textOf(element.content);
  switch (type) {
    case "s":
      return filled({ text: words.texts[Number(value)] ?? "", ...formula });
    case "e":
      return { text: value, ...formula, trouble: "error" };
    case "b":
      return { text: value === "1" ? "TRUE" : "FALSE", ...formula };
    case "n": {
      const format = words.formats[Number(attributeOf(attributes, "s") ?? 0)];
      return value.trim() === "" ? undefined : { ...numberCell(value, format, words), ...formula };
    }
    default: // the text of a formula, or a day written out
      return filled({ text: value, ...formula });
  }
}

const filled = (cell: Cell): Cell | undefined => (cell.text.trim() === "" ? undefined : cell);

function numberCell(
  value: string,
  format: NumberFormat | undefined,
  { from1904 }: Pick<Words, "from1904">,
): Cell {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  if (format?.isDay) {
    const day = dayOfSerial(number, from1904);
    return day === undefined ? { text: value, number } : { text: day, number, day };
  }
  const text = format?.places === undefined ? String(number) : number.toFixed(format.places);
  return { text, number };
}

/** More areas than that are joined by no hand. */
const mostMerges = 100_000;

/** Joined cells stand behind the rows. @throws TableUnreadable */
export async function readMerges(pieces: AsyncIterable<Buffer>): Promise<readonly Merge[]> {
  const decoder = new TextDecoder();
  let prefix: string | undefined;
  let rest = "";
  let isBehind = false;
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true });
    prefix ??= prefixOf(rest);
    if (!isBehind) {
      const closing = rest.indexOf(`</${prefix}sheetData>`);
      isBehind = closing >= 0;
      rest = rest.slice(isBehind ? closing : -64); // the mark may come in two pieces
      continue;
    }
    if (rest.length > longestRow) return [];
  }
  const merges: Merge[] = [];
  for (const { attributes } of elementsOf(rest, `${prefix ?? ""}mergeCell`)) {
    const [from = "", to = from] = (attributeOf(attributes, "ref") ?? "").split(":");
    const first = findPlace(from);
    const last = findPlace(to);
    if (!first || !last || merges.length >= mostMerges) continue;
    merges.push({ top: first.row, bottom: last.row, left: first.column, right: last.column });
  }
  return merges;
}
