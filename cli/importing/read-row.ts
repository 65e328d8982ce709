/** One row of a sheet as an entry, or why it is none. Nothing is guessed that would be a figure. */
import type { NewEntry } from "../../shared/ledger/entries.ts";
import type { Kind, Mark, Unit } from "../../shared/profile/profile.ts";
import type { MarkId, UnitId } from "../../shared/words/ids.ts";
import { toPlainLines } from "../../shared/words/plain-text.ts";
import type { Cell } from "../reading/sheet/cells.ts";
import type { Column } from "./columns.ts";
import { type DayContext, readDay, type WrongDay } from "./days.ts";
import { lastPart } from "./find-header.ts";
import { type Find, type Found, type Item, namesIn } from "./named-cells.ts";
import { readCount } from "./numerals.ts";
import { holdsPrivateNumber } from "./private-columns.ts";

export type RowFault =
  | WrongDay
  | "no-date"
  | "no-kind"
  | "no-title"
  | "unknown-kind"
  | "unknown-unit"
  | "unknown-mark"
  | "several-kinds"
  | "several-units"
  | "several-marks"
  | "not-a-tick"
  | "rough"
  | "not-a-number"
  | "nothing-counted"
  | "too-long"
  | "no-value"
  | "error-value"
  | "private-number";

/** Why a row is not taken, and in which column that stands. */
export interface Fault {
  readonly fault: RowFault;
  readonly column?: Column;
  readonly value?: string;
  readonly nearest?: string;
}

export interface RowContext extends DayContext {
  readonly columns: readonly Column[];
  readonly findKind: Find<Kind>;
  readonly findUnit: Find<Unit>;
  readonly findMark: Find<Mark>;
  /** For rows that name none. */
  readonly kind: Kind | undefined;
  /** What is noted of an act of several days, whose first counts. */
  readonly sayStretch: (stretch: string) => string;
}

export type RowEntry = Pick<
  NewEntry,
  "kind" | "on" | "title" | "quantity" | "attendance" | "place" | "note" | "units" | "marks"
>;
export type RowRead = { readonly entry: RowEntry; readonly isStretch: boolean } | Fault;

/** Reading stops at the first fault: it is thrown within this file only. */
class Stop extends Error {
  readonly what: Fault;
  constructor(what: Fault) {
    super(what.fault);
    this.what = what;
  }
}

export function readRow(cells: readonly (Cell | undefined)[], context: RowContext): RowRead {
  try {
    return readFields(cells, context);
  } catch (error) {
    if (error instanceof Stop) return error.what;
    throw error;
  }
}

function readFields(cells: readonly (Cell | undefined)[], context: RowContext): RowRead {
  const { columns, findKind, findUnit, findMark, sayStretch } = context;
  const of = (use: string) => columns.find((column) => column.use === use);
  const cellOf = (column: Column | undefined) => column && usable(cells[column.column], column);
  const textIn = (use: string) => cellOf(of(use))?.text.trim() ?? "";

  const day = readOn(cellOf(of("date")), of("date"), context);
  const kindText = textIn("kind");
  const kind = isBlank(kindText) ? context.kind : named("kind", findKind(kindText), of("kind"));
  if (!kind) throw new Stop({ fault: "no-kind", ...columnOf(of("kind")) });
  const title = plainLine(textIn("title"), of("title"));
  if (title === "") throw new Stop({ fault: "no-title", ...columnOf(of("title")) });
  const attendance = countIn(cellOf(of("attendance")), of("attendance"));
  const quantity = countIn(cellOf(of("quantity")), of("quantity"));
  if (quantity === 0) throw new Stop({ fault: "nothing-counted", ...columnOf(of("quantity")) });
  const units = new Set<UnitId>();
  for (const name of namesIn(textIn("unit"))) {
    if (!isBlank(name)) units.add(named("unit", findUnit(name), of("unit")).id);
  }
  const place = plainLine(textIn("place"), of("place"));
  const note = readNote();
  const entry = {
    kind: kind.id,
    on: day.day,
    title,
    quantity: quantity ?? 1,
    ...(attendance ? { attendance } : {}),
    ...(isBlank(place) ? {} : { place }),
    ...(note === "" ? {} : { note }),
    units: [...units],
    marks: readMarks(),
  };
  return { entry, isStretch: day.stretch !== undefined };

  function readMarks(): MarkId[] {
    const marks = new Set<MarkId>();
    for (const column of columns) {
      const text = column.use.startsWith("mark") ? (cellOf(column)?.text.trim() ?? "") : "";
      if (isBlank(text)) continue;
      if (column.use === "mark") {
        for (const name of namesIn(text)) marks.add(named("mark", findMark(name), column).id);
      } else if (isTicked(text, column)) marks.add(column.use.slice("mark:".length) as MarkId);
    }
    return [...marks];
  }

  /** The words of all columns for it; a heading is said where it is not just 备注. */
  function readNote(): string {
    const lines: string[] = [];
    for (const column of columns) {
      if (column.use !== "note") continue;
      const text = toPlainLines(cellOf(column)?.text ?? "").trim();
      if (isBlank(text)) continue;
      if (holdsPrivateNumber(text)) throw new Stop({ fault: "private-number", column });
      const heading = toPlainLines(lastPart(column.text));
      lines.push(/备注|note|remark/i.test(heading) ? text : `${heading}：${text}`);
    }
    if (day.stretch !== undefined) lines.push(sayStretch(toPlainLines(day.stretch)));
    const note = lines.join("\n");
    if (note.length > 8_000) throw new Stop({ fault: "too-long", ...columnOf(of("note")) });
    return note;
  }
}

function readOn(cell: Cell | undefined, column: Column | undefined, context: RowContext) {
  if (!cell || isBlank(cell.text)) throw new Stop({ fault: "no-date", ...columnOf(column) });
  const day = readDay(cell, context);
  if ("wrong" in day) throw stopAt(day.wrong, column, cell.text);
  return day;
}

function countIn(cell: Cell | undefined, column: Column | undefined): number | undefined {
  if (!cell || isBlank(cell.text)) return undefined;
  const read = readCount(cell.number === undefined ? cell.text : String(cell.number));
  if ("wrong" in read) throw stopAt(read.wrong, column, cell.text);
  return read.count;
}

function named<T extends Item>(
  word: "kind" | "unit" | "mark",
  found: Found<T>,
  column?: Column,
): T {
  if ("one" in found) return found.one;
  if ("several" in found) {
    throw stopAt(`several-${word}s`, column, found.several.slice(0, 5).join("、"));
  }
  const { none, nearest } = found;
  const near = nearest === undefined ? {} : { nearest };
  throw new Stop({ fault: `unknown-${word}`, value: shown(none), ...near, ...columnOf(column) });
}

/** A cell whose value is there to be read. */
function usable(cell: Cell | undefined, column: Column): Cell | undefined {
  if (cell?.trouble === "no-value") throw new Stop({ fault: "no-value", column });
  if (cell?.trouble === "error") throw stopAt("error-value", column, cell.text);
  return cell;
}

function isTicked(text: string, column: Column): boolean {
  if (/^(√|✓|✔|☑|是|有|1|y|yes|true|对|●|○|x?√)$/i.test(text) && text !== "○") return true;
  if (/^(×|✗|✘|x|否|无|没有|0|n|no|false|○)$/i.test(text)) return false;
  throw stopAt("not-a-tick", column, text);
}

function plainLine(text: string, column: Column | undefined): string {
  const line = toPlainLines(text).replaceAll(/\s+/g, " ").trim();
  if (holdsPrivateNumber(line)) throw new Stop({ fault: "private-number", ...columnOf(column) });
  if (line.length > 200) throw stopAt("too-long", column, line);
  return line;
}

/** What people put into a cell that has nothing to say. */
const isBlank = (text: string): boolean => /^[-–—/\\无]?$/.test(text.trim());

const columnOf = (column: Column | undefined) => (column ? { column } : {});
const stopAt = (fault: RowFault, column: Column | undefined, value: string): Stop =>
  new Stop({ fault, value: shown(value), ...columnOf(column) });

/** As much of a cell as fits on a line; never what could drive a terminal. */
export const shown = (value: string): string => {
  const line = toPlainLines(value).replaceAll(/\s+/g, " ").trim();
  return line.length > 40 ? `${line.slice(0, 40).toWellFormed()}…` : line;
};
