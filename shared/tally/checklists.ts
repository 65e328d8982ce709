/**
 * Which positions are still to be inspected. Each category says how often: once in every month,
 * quarter, half-year or year. A position is done once it was inspected in the stretch in which the
 * day lies; it is overdue where it was in use through the whole stretch before and nobody came.
 */
import type { Entry } from "../ledger/entries.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isActive, type Position } from "../ledger/positions.ts";
import { byWritten, isVoided } from "../ledger/trail.ts";
import type { Category, Profile } from "../profile/profile.ts";
import type { Rhythm } from "../profile/rhythm.ts";
import { addDays, daysBetween, type LocalDate } from "../words/dates.ts";
import { isWithin, type Period, periodAround } from "../words/period.ts";
import { lastInspection } from "./inspections.ts";

export interface Checklist {
  readonly position: Position;
  readonly category: Category;
  readonly state: "done" | "due" | "overdue";
  /** The stretch in which it is to be inspected once. */
  readonly cycle: Period;
  /** The newest inspection in this stretch or in the one before. */
  readonly last: Entry | undefined;
  /** Days since it should have been inspected at the latest; 0 where it is not overdue. */
  readonly overdue: number;
}

/** The stretch of a rhythm in which a day lies. */
export const cycleOf = (every: Rhythm, day: LocalDate): Period => periodAround(day, every);

/** The day as of which a period is looked at: today, or its last day where today lies outside. */
export const dayWithin = (period: Period, today: LocalDate): LocalDate =>
  isWithin(today, period) ? today : period.to;

/** Every position in use on that day, in the profile's order; what is still to be done first. */
export function checklistsOn(ledger: Ledger, profile: Profile, day: LocalDate): Checklist[] {
  const active = ledger.positions
    .valueSeq()
    .filter((position) => !isVoided(position) && isActive(position, day))
    .toArray()
    .sort(byWritten);
  return profile.categories.flatMap((category) =>
    active
      .filter((position) => position.category === category.id)
      .map((position) => checklistOf(ledger, position, category, day))
      .sort((a, b) => order[a.state] - order[b.state] || b.overdue - a.overdue),
  );
}
const order = { overdue: 0, due: 1, done: 2 } as const;

function checklistOf(
  ledger: Ledger,
  position: Position,
  category: Category,
  day: LocalDate,
): Checklist {
  const cycle = cycleOf(category.inspected, day);
  const before = cycleOf(category.inspected, addDays(cycle.from, -1));
  const last = lastInspection(ledger, position.id, { from: before.from, to: day });
  const one = { position, category, cycle, last };
  if (last && last.on >= cycle.from) return { ...one, state: "done", overdue: 0 };
  const wasInUse = position.spans.some(
    ({ from, to }) => from <= before.from && (to === undefined || to >= before.to),
  );
  if (last || !wasInUse) return { ...one, state: "due", overdue: 0 };
  return { ...one, state: "overdue", overdue: daysBetween(before.to, day) };
}
