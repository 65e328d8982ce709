/** All tables of a period, in the order of their sheets. */
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import type { Table } from "../../../shared/sheets/table.ts";
import { profileFor } from "../../../shared/tally/profile-for.ts";
import type { Period } from "../../../shared/words/period.ts";
import type { Wording } from "../../wording/wording.ts";
import type { TableContext, ToldReport } from "./context.ts";
import { entriesTable } from "./entries.ts";
import { inspectionsTable } from "./inspections.ts";
import { labelsOf } from "./labels.ts";
import { monthsTable } from "./months.ts";
import { notesTable } from "./notes.ts";
import { obligationsTable } from "./obligations.ts";
import { positionsTable } from "./positions.ts";
import { problemsTable } from "./problems.ts";
import { publicationsTable } from "./publications.ts";
import { sourcesTable } from "./sources.ts";
import { unitsTable } from "./units.ts";

/** Undefined in an office that has adopted no profile yet. */
export function contextOf(wording: Wording, now: Ledger, period: Period): TableContext | undefined {
  const found = profileFor(now, period);
  if (!found) return undefined;
  const { ledger, profile } = found;
  return { wording, ledger, profile, period, labels: labelsOf(ledger, profile) };
}

/** What each table is called on the command line, and how it is made. */
const makers: Readonly<Record<string, (context: TableContext, report: ToldReport) => Table>> = {
  entries: (context) => entriesTable(context),
  positions: positionsTable,
  inspections: inspectionsTable,
  problems: problemsTable,
  publications: publicationsTable,
  obligations: obligationsTable,
  months: monthsTable,
  units: unitsTable,
  sources: sourcesTable,
  notes: notesTable,
};

export const tableNames: readonly string[] = Object.keys(makers);

/** @param only one of the names; none: all of them */
export const tablesOf = (context: TableContext, report: ToldReport, only?: string): Table[] =>
  Object.entries(makers).flatMap(([name, make]) =>
    only === undefined || only === name ? [make(context, report)] : [],
  );
