/**
 * Which positions are to be inspected by now: each category has its cycle, and a position is due
 * until the last day of the cycle behind the one in which it was last inspected (or opened).
 */
import type { Entry } from "../ledger/entries.ts";
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import { isActive, lastSpan, type Position } from "../ledger/positions.ts";
import { isVoided } from "../ledger/trail.ts";
import type { Category } from "../profile/profile.ts";
import { addDays, daysBetween, type LocalDate } from "../words/dates.ts";
import type { PositionId } from "../words/ids.ts";
import { type Period, type PeriodId, periodOf } from "../words/period.ts";
import { findMonth, type Month, monthsWithin } from "./months.ts";
import { compareNames } from "./record-order.ts";
import { remember } from "./remember.ts";

export type Cycle = Category["inspected"];

export interface Check {
  readonly position: Position;
  readonly category: Category;
  readonly last: Entry | undefined; // its newest inspection by that day
  readonly isDone: boolean; // inspected in the cycle that the day lies in
  readonly due: LocalDate; // the last day on which it is in time
  readonly overdue: number; // days behind it; 0 where it is in time
}

/** The month, quarter, half-year or year in which a day lies. */
export function cycleOf(cycle: Cycle, day: LocalDate): Period {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  const names: Readonly<Record<Cycle, string>> = {
    month: day.slice(0, 7),
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    "half-year": `${year}-H${Math.ceil(month / 6)}`,
    year,
  };
  return periodOf(names[cycle] as PeriodId);
}

/** All positions in use on that day, the most overdue first, then by the day they are due. */
export function checksOn(ledger: Ledger, day: LocalDate): readonly Check[] {
  const categories = findProfile(ledger)?.categories ?? [];
  const last = lastInspections(ledger, day);
  const checks: Check[] = [];
  for (const position of ledger.positions.values()) {
    const category = categories.find(({ id }) => id === position.category);
    if (!category || isVoided(position) || !isActive(position, day)) continue;
    checks.push(checkOf(position, category, last.get(position.id), day));
  }
  return checks.sort(
    (a, b) =>
      Number(a.isDone) - Number(b.isDone) ||
      daysBetween(b.due, a.due) ||
      compareNames(a.position.id, b.position.id),
  );
}

function checkOf(
  position: Position,
  category: Category,
  last: Entry | undefined,
  day: LocalDate,
): Check {
  const opened = lastSpan(position)?.from ?? position.opened;
  const cycle = category.inspected;
  // A position that was closed meanwhile owes nothing for the time in between.
  const counts = last && last.on >= opened ? last : undefined;
  const due = counts
    ? cycleOf(cycle, addDays(cycleOf(cycle, counts.on).to, 1)).to
    : cycleOf(cycle, opened).to;
  const isDone = counts !== undefined && counts.on >= cycleOf(cycle, day).from;
  return { position, category, last, isDone, due, overdue: Math.max(0, daysBetween(due, day)) };
}

/** The newest inspection of each position up to a day; a month that did not change is not reread. */
export function lastInspections(
  { entries: { byDay } }: Ledger,
  day: LocalDate,
): ReadonlyMap<PositionId, Entry> {
  const last = new Map<PositionId, Entry>();
  for (const { name, whole } of monthsWithin(byDay, { to: day })) {
    const month = findMonth(byDay, name);
    if (!month) continue;
    const found = whole
      ? remember(month, "last-inspections", [], () => lastIn(month))
      : lastIn({ days: month.days.filter(({ on }) => on <= day) });
    for (const [position, entry] of found) last.set(position, entry);
  }
  return last;
}

function lastIn({ days }: Month): ReadonlyMap<PositionId, Entry> {
  const last = new Map<PositionId, Entry>();
  for (const { day } of days) {
    for (const bucket of day.values()) {
      for (const entry of bucket.flat()) {
        if (entry.inspection && !isVoided(entry)) last.set(entry.inspection.position, entry);
      }
    }
  }
  return last;
}
