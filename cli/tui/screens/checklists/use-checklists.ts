/** Positions in use by category, with their last inspection within the period. */
import { useMemo } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { isActive, type Position } from "../../../../shared/ledger/positions.ts";
import { byWritten, isVoided } from "../../../../shared/ledger/trail.ts";
import type { Category } from "../../../../shared/profile/profile.ts";
import { checklistsOn, dayWithin } from "../../../../shared/tally/checklists.ts";
import { findMonth, monthNames } from "../../../../shared/tally/months.ts";
import type { PositionId } from "../../../../shared/words/ids.ts";
import { isWithin, type Period } from "../../../../shared/words/period.ts";
import { useLedger } from "../../office-context.tsx";

export type ChecklistRow =
  | {
      readonly type: "category";
      readonly category: Category;
      readonly count: number;
      readonly inspected: number;
    }
  | {
      readonly type: "position";
      readonly position: Position;
      readonly category: Category;
      readonly inspected: Entry | undefined; // the last one within the period
      readonly overdue: number; // days behind its cycle; 0 where it is in time
    };

/** The last inspection of each position within a period: only its months are looked through. */
function inspectionsWithin(ledger: Ledger, period: Period): ReadonlyMap<PositionId, Entry> {
  const last = new Map<PositionId, Entry>();
  for (const name of monthNames(period)) {
    for (const { on, day } of findMonth(ledger.entries.byDay, name)?.days ?? []) {
      if (!isWithin(on, period)) continue;
      for (const bucket of day.values()) {
        for (const entry of bucket.flat()) {
          if (entry.inspection && !isVoided(entry)) last.set(entry.inspection.position, entry);
        }
      }
    }
  }
  return last;
}

export function useChecklists(period: Period): readonly ChecklistRow[] {
  const { ledger, profile, today } = useLedger();
  return useMemo(() => {
    const inspections = inspectionsWithin(ledger, period);
    const day = dayWithin(period, today);
    const checklists = checklistsOn(ledger, profile, day);
    const overdue = new Map(checklists.map((one) => [one.position.id, one.overdue]));
    const active = ledger.positions
      .valueSeq()
      .filter((position) => !isVoided(position) && isActive(position, day))
      .toArray()
      .sort(byWritten);
    return profile.categories.flatMap((category): ChecklistRow[] => {
      const rows = active
        .filter((position) => position.category === category.id)
        .map((position): ChecklistRow & { type: "position" } => ({
          type: "position",
          position,
          category,
          inspected: inspections.get(position.id),
          overdue: overdue.get(position.id) ?? 0,
        }))
        // What is still to be done comes first, the longest overdue before all.
        .sort(
          (a, b) =>
            b.overdue - a.overdue ||
            Number(a.inspected !== undefined) - Number(b.inspected !== undefined),
        );
      if (rows.length === 0) return [];
      const inspected = rows.filter((row) => row.inspected).length;
      return [{ type: "category", category, count: rows.length, inspected }, ...rows];
    });
  }, [ledger, profile, period, today]);
}
