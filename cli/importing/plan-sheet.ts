/** One sheet of an import: its rows in their order, each new, there already, or not taken. */
import { NewEntry } from "../../shared/ledger/entries.ts";
import { admissionOf } from "../../shared/ledger/late.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Operation } from "../../shared/ledger/operation.ts";
import { findEntryRefusal } from "../../shared/rules/entries.ts";
import type { Refusal } from "../../shared/rules/refusal.ts";
import {
  type Merge,
  mostRows,
  type Sheet,
  type SheetRow,
  TableUnreadable,
} from "../reading/sheet/cells.ts";
import { assignColumns } from "./columns.ts";
import { dataRows, type PassedOver } from "./data-rows.ts";
import type { Header } from "./find-header.ts";
import { kindOf, withoutMeasures, yearOf } from "./guesses.ts";
import type { Duplicate, Place, PlannedEntry, PlanOptions, Rejected, SheetPlan } from "./plan.ts";
import { type RowContext, type RowEntry, readRow } from "./read-row.ts";
import type { Twice } from "./twice.ts";

/** What the sheets of one file have in common: it grows from sheet to sheet. */
export interface Shared {
  readonly options: PlanOptions;
  readonly twice: Twice<Place>;
  readonly finders: Pick<RowContext, "findKind" | "findUnit" | "findMark">;
  read: number;
  readonly entries: PlannedEntry[];
  readonly duplicates: Duplicate[];
  readonly rejected: Rejected[];
}

export async function planSheet(
  sheet: Sheet,
  header: Header,
  merges: readonly Merge[],
  first: readonly SheetRow[],
  shared: Shared,
): Promise<SheetPlan> {
  const { options, twice, finders } = shared;
  const { ledger, profile, said } = options;
  const columns = withoutMeasures(assignColumns(header, said, profile.marks), first, header);
  const year = yearOf(sheet, header, options);
  const kind = kindOf(sheet, header, options, finders.findKind);
  const passedOver: PassedOver = { totals: 0, notes: 0, headers: 0 };
  const used = columns.filter(({ use }) => use !== "ignore").map(({ column }) => column);
  const { from1904 } = sheet;
  const { sayStretch } = options;
  const context = { ...finders, columns, kind: kind?.kind, year: year?.year, from1904, sayStretch };
  let formulas = 0;
  let stretches = 0;
  let late = 0;
  for await (const rows of dataRows(sheet, header, columns, merges, passedOver)) {
    for (const { row, cells } of rows) {
      shared.read++;
      if (shared.read > (options.mostRows ?? mostRows)) throw new TableUnreadable("too-many-rows");
      const place = { sheet: sheet.name, row };
      const read = readRow(cells, context);
      if ("fault" in read) {
        shared.rejected.push({ ...place, ...read });
        continue;
      }
      const { entry, isStretch } = read;
      const refusal = findRowRefusal(ledger, entry);
      if (refusal) {
        shared.rejected.push({ ...place, refusal });
        continue;
      }
      const of = twice.findBefore(entry, place);
      if (of === undefined) {
        shared.entries.push({ ...place, entry });
        if (isStretch) stretches++;
        if (admissionOf(ledger, asOperation(entry), options.now) === "late") late++;
        for (const column of used) if (cells[column]?.formula) formulas++;
      } else shared.duplicates.push({ ...place, entry, of });
    }
    options.progress?.(shared.read);
  }
  const counted = { passedOver, formulas, stretches, late };
  return { sheet: sheet.name, header, columns, year, kind, ...counted };
}

/** What the schema or the rules would say to it: an import is refused nothing half way. */
function findRowRefusal(ledger: Ledger, entry: RowEntry): Refusal | undefined {
  const read = RowShape.safeParse(entry);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { reason: "malformed", path: issue?.path.join(".") ?? "", issue: issue?.message ?? "" };
  }
  return findEntryRefusal(ledger, asOperation(entry), () => true);
}
const RowShape = NewEntry.omit({ id: true });

/** Without its envelope: neither the rules nor the days of it look there. */
const asOperation = (entry: RowEntry) =>
  ({ type: "entry-logged", entry }) as unknown as Operation & { type: "entry-logged" };
