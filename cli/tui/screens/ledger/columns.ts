/** The columns of the ledger's table: which there are, and how wide, for each width of the window. */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { Profile } from "../../../../shared/profile/profile.ts";
import { statesOf } from "../../../reading/states.ts";
import type { Wording } from "../../../wording/wording.ts";
import { padTo, widthOf } from "../../ui/width.ts";

export type ColumnName = "on" | "kind" | "title" | "units" | "marks" | "amount" | "state";
export interface Column {
  readonly name: ColumnName;
  readonly width: number;
}

/** Before the first column: the sign of the chosen row and of a selected one. */
const signCells = 4;
const gap = 2;

/** Narrow windows leave out marks and units and shorten the rest; the title has what is left. */
export function columnsFor(width: number): readonly Column[] {
  const of = (name: ColumnName, narrow: number, normal: number, wide: number): Column => ({
    name,
    width: width < 76 ? narrow : width < 110 ? normal : wide,
  });
  const fixed = [
    of("on", 5, 5, 10),
    of("kind", 8, 12, 16),
    of("units", 0, 8, 14),
    of("marks", 0, 0, 14),
    of("amount", 7, 8, 11),
    of("state", 4, 5, 10),
  ].filter((column) => column.width > 0);
  const taken = fixed.reduce((sum, column) => sum + column.width + gap, signCells);
  const title: Column = { name: "title", width: Math.max(8, width - taken) };
  return fixed.flatMap((column) => (column.name === "kind" ? [column, title] : [column]));
}

export interface CellContext {
  readonly wording: Wording;
  readonly profile: Profile;
  readonly seq: number;
}

const labelOf = (list: readonly { readonly id: string; readonly label: string }[], id: string) =>
  list.find((one) => one.id === id)?.label ?? id;

export function cellOf(entry: Entry, { name, width }: Column, context: CellContext): string {
  const { wording, profile, seq } = context;
  switch (name) {
    case "on":
      return width < 10 ? entry.on.slice(5) : entry.on;
    case "kind":
      return labelOf(profile.kinds, entry.kind);
    case "title":
      return entry.title;
    case "units":
      return shortList(entry.units, (id) => labelOf(profile.units, id), width);
    case "marks":
      return shortList(entry.marks, (id) => labelOf(profile.marks, id), width);
    case "amount": {
      const quantity = entry.quantity === 1 ? "" : `×${entry.quantity}`;
      const { attendance } = entry;
      const people =
        attendance === undefined ? "" : wording.say("ledger.attendance", { count: attendance });
      return [quantity, people].filter(Boolean).join(" ");
    }
    case "state":
      return statesOf(entry, seq)
        .map((state) => wording.say(`ledger.state.${state}`))
        .join(" ");
  }
}

/** All of them where they fit, else the first and how many more. */
function shortList(ids: readonly string[], say: (id: string) => string, width: number): string {
  const [first, ...more] = ids;
  if (first === undefined) return "";
  const all = ids.map(say).join("、");
  if (more.length === 0 || widthOf(all) <= width) return all;
  const rest = `+${more.length}`;
  return padTo(say(first), width - widthOf(rest)).trimEnd() + rest;
}

/** One line of the table; `text` says what stands in a column. */
export const lineOf = (
  columns: readonly Column[],
  sign: string,
  text: (column: Column) => string,
): string =>
  padTo(sign, signCells) +
  columns.map((column) => padTo(text(column), column.width)).join(" ".repeat(gap));
