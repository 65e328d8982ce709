/**
 * Obligations: what is demanded × what was done, never what somebody declares.
 *
 * Every stretch of an obligation's rhythm demands it once of the office, or once of each unit. A
 * stretch belongs to the period in which it ends: what has to be done by the end of the year is not
 * missing in June, though what was done in spring proves it in December.
 */
import type { Ledger } from "../ledger/ledger.ts";
import type { EntryQuestion } from "../profile/indicator.ts";
import { type Obligation, obligationsIn } from "../profile/obligation.ts";
import type { Profile, Unit } from "../profile/profile.ts";
import { addDays, type LocalDate } from "../words/dates.ts";
import type { Period } from "../words/period.ts";
import { cycleOf } from "./checklists.ts";
import { answerFromEntries } from "./entry-question.ts";
import { findFirstOfMonth } from "./months.ts";
import { once } from "./once.ts";
import { findSelfUnit, narrowTo, placeFilterOf } from "./place.ts";
import { profileFor } from "./profile-for.ts";
import type { DayRange } from "./scope.ts";

/** Once demanded: of whom, in which stretch, and what proves it. */
export interface Demand {
  readonly obligation: Obligation;
  /** Absent: the office as a whole. */
  readonly unit?: Unit;
  readonly stretch: Period;
  /** How often it was done; a batch logged as one line counts as so many. */
  readonly times: number;
  readonly done: boolean;
  /** The names of the entries that prove it, oldest first; listed on first reading. */
  readonly entries: readonly string[];
}

/** Whether there is still time for what is not done. */
export type DemandState = "done" | "missed" | "due" | "ahead";

export function stateOn({ done, stretch }: Demand, today: LocalDate): DemandState {
  if (done) return "done";
  if (stretch.to < today) return "missed";
  return stretch.from <= today ? "due" : "ahead";
}

export interface Fulfilment {
  readonly obligation: Obligation;
  readonly demands: readonly Demand[];
  readonly expected: number;
  readonly fulfilled: number;
}

/** Every obligation in use with all that it demands by the period's last day. */
export function fulfilmentsIn(now: Ledger, period: Period): Fulfilment[] {
  const found = profileFor(now, period);
  if (!found) return [];
  return obligationsIn(found.profile).map((obligation) => {
    const demands = demandsOf(found.ledger, found.profile, obligation, period);
    const fulfilled = demands.filter(({ done }) => done).length;
    return { obligation, demands, expected: demands.length, fulfilled };
  });
}

/** By stretch, then by unit in the profile's order. */
export function demandsOf(
  ledger: Ledger,
  profile: Profile,
  obligation: Obligation,
  range: DayRange,
): Demand[] {
  const question = questionOf(obligation);
  const self = findSelfUnit(profile)?.id;
  const demand = (stretch: Period, unit?: Unit): Demand => {
    const filter = unit && narrowTo(placeFilterOf(obligation.proves, profile), unit.id, self);
    const { value, sources } = answerFromEntries(ledger, profile, question, stretch, filter);
    const times = value ?? 0;
    const entries = once(sources);
    return {
      obligation,
      ...(unit ? { unit } : {}),
      stretch,
      times,
      done: times >= obligation.times,
      get entries() {
        return entries();
      },
    };
  };
  const { each } = obligation;
  const units = profile.units.filter(({ type, retired }) => !retired && each?.includes(type));
  return stretchesIn(ledger, obligation, range).flatMap((stretch) =>
    each ? units.map((unit) => demand(stretch, unit)) : [demand(stretch)],
  );
}

/** The stretches that end within these days. */
function stretchesIn({ entries }: Ledger, { every }: Obligation, { from, to }: DayRange): Period[] {
  const first = from ?? findFirstOfMonth(entries.byDay);
  if (first === undefined) return [];
  const stretches: Period[] = [];
  for (let stretch = cycleOf(every, first); stretch.to <= to; ) {
    stretches.push(stretch);
    stretch = cycleOf(every, addDays(stretch.to, 1));
  }
  return stretches;
}

const questions = new WeakMap<Obligation, EntryQuestion>();

/** The same object for the same obligation: what was counted is remembered by it. */
function questionOf(obligation: Obligation): EntryQuestion {
  const known = questions.get(obligation);
  if (known) return known;
  const question: EntryQuestion = {
    of: "entries",
    measure: "sum-quantity",
    where: obligation.proves,
  };
  questions.set(obligation, question);
  return question;
}
