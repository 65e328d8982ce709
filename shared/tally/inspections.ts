/**
 * Inspections by position, newest first. A month is gone through once, for as long as none of its
 * days changes, so a screen may ask at every change of the ledger.
 */
import type { Entry } from "../ledger/entries.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { byWritten, isVoided } from "../ledger/trail.ts";
import type { LocalDate } from "../words/dates.ts";
import type { PositionId } from "../words/ids.ts";
import { findMonth, type Month, monthNames } from "./months.ts";
import type { DayRange } from "./scope.ts";

type ByPosition = ReadonlyMap<PositionId, readonly Entry[]>;
const remembered = new WeakMap<Month, ByPosition>();

function inspectionsIn(month: Month): ByPosition {
  const known = remembered.get(month);
  if (known) return known;
  const found = new Map<PositionId, Entry[]>();
  for (const { day } of month.days.toReversed()) {
    const entries = [...day.values()].flatMap((bucket) => bucket.flat());
    for (const entry of entries.sort(byWritten).reverse()) {
      if (!entry.inspection || isVoided(entry)) continue;
      const { position } = entry.inspection;
      found.set(position, [...(found.get(position) ?? []), entry]);
    }
  }
  remembered.set(month, found);
  return found;
}

/** The inspections of one position within these days, the newest first. */
export function inspectionsOf(
  { entries }: Ledger,
  position: PositionId,
  { from, to }: Required<DayRange>,
): readonly Entry[] {
  return monthNames({ from, to })
    .reverse()
    .flatMap((name) => {
      const month = findMonth(entries.byDay, name);
      const found = month && inspectionsIn(month).get(position);
      return (found ?? []).filter(({ on }) => from <= on && on <= to);
    });
}

/** The last one within these days: months before it are not looked through. */
export function lastInspection(
  { entries }: Ledger,
  position: PositionId,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Entry | undefined {
  for (const name of monthNames({ from, to }).reverse()) {
    const month = findMonth(entries.byDay, name);
    const found = month && inspectionsIn(month).get(position);
    const last = found?.find(({ on }) => from <= on && on <= to);
    if (last) return last;
  }
  return undefined;
}
