/**
 * How the office stands on one day: the tallies against their targets, what is due in the next
 * days, and which units have nothing yet where all are asked for. By matter and unit, never by
 * person. The board and `taizhang board` show the same.
 */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import { findAssignment, type Problem, statusOn } from "../ledger/problems.ts";
import { isVoided } from "../ledger/trail.ts";
import type { Indicator } from "../profile/indicator.ts";
import { addDays, daysBetween, type LocalDate } from "../words/dates.ts";
import type { Period } from "../words/period.ts";
import { type BreakdownRow, byMonth } from "./breakdown.ts";
import { type Check, checksOn } from "./checks.ts";
import { profileFor } from "./profile-for.ts";
import { type Tally, tally } from "./tally.ts";

export interface OverviewTally {
  readonly tally: Tally;
  readonly months: readonly BreakdownRow[];
  /** How much is missing to its target; 0 where it is reached or has none. */
  readonly missing: number;
  /** The units that are asked for and have nothing yet, by label. */
  readonly without: readonly string[];
}
export interface DueProblem {
  readonly problem: Problem;
  readonly deadline: LocalDate;
  readonly days: number; // left; negative where it is overdue
}
export interface Overview {
  readonly day: LocalDate;
  readonly daysLeft: number; // of the period, on that day
  readonly tallies: readonly OverviewTally[];
  readonly checks: readonly Check[]; // not done in their cycle and due within the days
  readonly problems: readonly DueProblem[];
}

/** How far ahead is looked. */
const ahead = 7;

/** @param today what the clock says; a period that is over is seen on its last day */
export function overviewOf(ledger: Ledger, period: Period, today: LocalDate): Overview {
  const day = today < period.from ? period.from : today > period.to ? period.to : today;
  const soon = addDays(day, ahead);
  return {
    day,
    daysLeft: daysBetween(day, period.to),
    tallies: boardIndicators(ledger, period).map((one) => overviewTally(ledger, one, period)),
    checks: checksOn(ledger, day).filter(({ isDone, due }) => !isDone && due <= soon),
    problems: dueProblems(ledger, day, soon),
  };
}

/** Those with a target or marked for the board; all of them where none is. */
function boardIndicators(ledger: Ledger, period: Period): readonly Indicator[] {
  const { profile = findProfile(ledger) } = profileFor(ledger, period) ?? {};
  const used = (profile?.indicators ?? []).filter(({ retired }) => !retired);
  const chosen = used.filter(({ target, board }) => board || target !== undefined);
  return chosen.length > 0 ? chosen : used;
}

function overviewTally(ledger: Ledger, indicator: Indicator, period: Period): OverviewTally {
  const answer = tally(ledger, indicator, period);
  const { value, kind } = answer;
  const hasMonths = kind === "flow" && indicator.question.of !== "rate";
  return {
    tally: answer,
    months: hasMonths ? byMonth(ledger, indicator, period).rows : [],
    missing: Math.max(0, (indicator.target ?? 0) - (value ?? 0)),
    without: unitsWithout(ledger, answer),
  };
}

function unitsWithout(ledger: Ledger, { indicator, distinct, period }: Tally): string[] {
  const { question } = indicator;
  if (question.of === "rate" || question.of === "roster") return [];
  if (question.measure !== "distinct-units") return [];
  const { units: named, unitTypes: types } = question.where;
  const units = profileFor(ledger, period)?.profile.units ?? [];
  const reached = new Set(distinct);
  return units
    .filter(({ id, type, retired }) => {
      const asked = (named?.includes(id) ?? true) && (types?.includes(type) ?? true);
      return !retired && asked && !reached.has(id);
    })
    .map(({ label }) => label);
}

function dueProblems(ledger: Ledger, day: LocalDate, soon: LocalDate): DueProblem[] {
  const due: DueProblem[] = [];
  for (const problem of ledger.problems.values()) {
    if (isVoided(problem) || statusOn(problem, day) !== "being-rectified") continue;
    const deadline = findAssignment(problem, day)?.deadline;
    if (deadline === undefined || deadline > soon) continue;
    due.push({ problem, deadline, days: daysBetween(day, deadline) });
  }
  return due.sort((a, b) => a.days - b.days);
}
