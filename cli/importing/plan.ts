/**
 * What an import would do: every row of the file's sheets is new, there already, or not taken with
 * its reason and place. Nothing is changed by looking; the same file and ledger give the same plan.
 */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Kind, Profile } from "../../shared/profile/profile.ts";
import type { Refusal } from "../../shared/rules/refusal.ts";
import type { Instant } from "../../shared/words/dates.ts";
import type { Sheet, SheetRow, TableFile } from "../reading/sheet/cells.ts";
import { type Column, findSaid, type Use } from "./columns.ts";
import type { PassedOver } from "./data-rows.ts";
import { findHeader, type Header, headRows } from "./find-header.ts";
import { finderOf, unitFinderOf } from "./named-cells.ts";
import { planSheet, type Shared } from "./plan-sheet.ts";
import type { Fault, RowEntry } from "./read-row.ts";
import { lookForTwice } from "./twice.ts";

export interface Place {
  readonly sheet: string;
  readonly row: number;
}
export interface PlannedEntry extends Place {
  readonly entry: RowEntry;
}
export interface Duplicate extends PlannedEntry {
  readonly of: Place | string; // a row above, or a record's id
}
export type Rejected = Place & (Fault | { readonly refusal: Refusal });

export type YearSource = "option" | "period" | "title" | "sheet" | "file" | "before";
export interface SheetPlan {
  readonly sheet: string;
  readonly header: Header;
  readonly columns: readonly Column[];
  readonly year: { readonly year: number; readonly from: YearSource } | undefined;
  /** For rows that name none, and how it came about. */
  readonly kind: { readonly kind: Kind; readonly from: "option" | "sheet" | "title" } | undefined;
  readonly passedOver: PassedOver;
  readonly formulas: number; // cells whose saved value was taken
  readonly stretches: number; // acts of several days, which count on their first
  readonly late: number; // days of a closed period: they will wait in the tray
}
export interface Plan {
  readonly sheets: readonly SheetPlan[];
  readonly unused: readonly { readonly sheet: string; readonly why: "hidden" | "no-header" }[];
  readonly macros: boolean;
  readonly read: number;
  readonly entries: readonly PlannedEntry[];
  readonly duplicates: readonly Duplicate[];
  readonly rejected: readonly Rejected[];
}

export interface PlanOptions {
  readonly ledger: Ledger;
  readonly profile: Profile;
  /** Only these; all that have a header, unless told. */
  readonly sheets: readonly string[];
  readonly said: ReadonlyMap<string, Use>;
  readonly kind: Kind | undefined;
  readonly year: { readonly year: number; readonly from: "option" | "period" } | undefined;
  readonly yearBefore: number | undefined;
  readonly fileName: string;
  readonly now: Instant;
  readonly mostRows?: number;
  readonly sayStretch: (stretch: string) => string;
  /** Told from time to time how many rows were read. */
  readonly progress?: (rows: number) => void;
}

/** No sheet of that name, or none whose columns say what they are. */
export class NoSheet extends Error {
  override readonly name = "NoSheet";
  readonly wanted: string | undefined;
  readonly there: readonly string[];
  /** The headings of the row that came nearest to being a header. */
  readonly headings: readonly string[];
  constructor(wanted: string | undefined, there: readonly string[], headings: readonly string[]) {
    super(wanted ?? "");
    this.wanted = wanted;
    this.there = there;
    this.headings = headings;
  }
}

/** @throws TableUnreadable, NoSheet */
export async function planImport(table: TableFile, options: PlanOptions): Promise<Plan> {
  const { sheets: wanted, ledger, profile } = options;
  const names = table.sheets.map(({ name }) => name);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing !== undefined) throw new NoSheet(missing, names, []);
  const shared: Shared = {
    options,
    twice: lookForTwice(ledger),
    finders: {
      findKind: finderOf(profile.kinds),
      findUnit: unitFinderOf(profile),
      findMark: finderOf(profile.marks),
    },
    read: 0,
    entries: [],
    duplicates: [],
    rejected: [],
  };
  const sheets: SheetPlan[] = [];
  const unused: Plan["unused"][number][] = [];
  let firstRows: readonly SheetRow[] = [];
  for (const sheet of table.sheets) {
    const { name, hidden } = sheet;
    if (wanted.length > 0 ? !wanted.includes(name) : hidden) {
      if (hidden) unused.push({ sheet: name, why: "hidden" });
      continue;
    }
    const rows = await firstRowsOf(sheet);
    const merges = await sheet.merges();
    const header = findHeader(rows, merges, (heading) => findSaid(options.said, heading));
    if (header) sheets.push(await planSheet(sheet, header, merges, rows, shared));
    else {
      if (rows.length > 0) unused.push({ sheet: name, why: "no-header" });
      if (firstRows.length === 0) firstRows = rows;
    }
  }
  if (sheets.length === 0) throw new NoSheet(undefined, names, widestOf(firstRows));
  const { read, entries, duplicates, rejected } = shared;
  return { sheets, unused, macros: table.macros, read, entries, duplicates, rejected };
}

async function firstRowsOf(sheet: Sheet): Promise<readonly SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const rows of sheet.rows(new Set())) {
    first.push(...rows.slice(0, headRows - first.length));
    if (first.length >= headRows) break;
  }
  return first;
}

const widestOf = (rows: readonly SheetRow[]): readonly string[] => {
  const texts = rows.map(({ cells }) => cells.flatMap((cell) => (cell ? [cell.text.trim()] : [])));
  return texts.toSorted((a, b) => b.length - a.length)[0] ?? [];
};
