/**
 * The overview (总览): all that the board shows, on a screen, on a wall or as plain text. Tallies
 * against their targets, and what is due. It is by matter, position, unit and month, never by person.
 */
import type { Entry } from "../ledger/entries.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Indicator } from "../profile/indicator.ts";
import type { Obligation } from "../profile/obligation.ts";
import type { Profile, Unit } from "../profile/profile.ts";
import { daysBetween, type LocalDate } from "../words/dates.ts";
import { isWithin, type Period } from "../words/period.ts";
import { byMonth } from "./breakdown.ts";
import { type Checklist, checklistsOn, dayWithin } from "./checklists.ts";
import { type Deadline, problemsByDeadline } from "./deadlines.ts";
import { newestWithin } from "./newest.ts";
import { type Demand, fulfilmentsIn } from "./obligations.ts";
import { type Tally, tally } from "./tally.ts";
import { findUnclosed, type Unclosed } from "./unclosed.ts";

export interface OverviewRow {
  readonly tally: Tally;
  /** By month, a year at most; empty for a stock or a rate, which have no flow to show. */
  readonly months: readonly number[];
}
/** A matter that asks for all units, and those with nothing logged for it yet. */
export interface Uncovered {
  readonly tally: Tally;
  readonly units: readonly Unit[];
}
/** What an obligation still wants in one stretch: of these units, or of the office as a whole. */
export interface MissingDemand {
  readonly obligation: Obligation;
  readonly stretch: Period;
  readonly units: readonly Unit[];
  readonly isOver: boolean; // nothing more can be done in that stretch
}
export interface Overview {
  readonly period: Period;
  readonly rows: readonly OverviewRow[];
  /** The report of the half-year before, as long as that is not closed. */
  readonly unclosed: Unclosed | undefined;
  /** Positions not yet inspected in their stretch, overdue ones first. */
  readonly positions: readonly Checklist[];
  /** Problems over their deadline or within a week of it. */
  readonly problems: readonly Deadline[];
  /** Tallies below their target while there is time left. */
  readonly targets: readonly Tally[];
  readonly uncovered: readonly Uncovered[];
  readonly obligations: readonly MissingDemand[];
  /** Of the period; undefined where today lies outside of it. */
  readonly daysLeft: number | undefined;
  readonly newest: readonly Entry[];
}

const near = 7;

export function overviewOf(
  ledger: Ledger,
  profile: Profile,
  period: Period,
  today: LocalDate,
): Overview {
  const rows = boardIndicators(profile).map((indicator) => rowOf(ledger, indicator, period));
  const daysLeft = isWithin(today, period) ? daysBetween(today, period.to) : undefined;
  const isNear = ({ left }: Deadline) => left !== undefined && left <= near;
  const toInspect = checklistsOn(ledger, profile, dayWithin(period, today));
  return {
    period,
    rows,
    unclosed: findUnclosed(ledger, period, today),
    positions: toInspect
      .filter(({ state, category }) => state !== "done" && category.items.length > 0)
      .sort((a, b) => b.overdue - a.overdue),
    problems: problemsByDeadline(ledger, today).filter(isNear),
    targets: daysLeft === undefined ? [] : rows.map((row) => row.tally).filter(isBelowTarget),
    uncovered: profile.indicators.flatMap((indicator) =>
      uncoveredBy(ledger, profile, indicator, period),
    ),
    obligations: missingDemands(ledger, period, today),
    daysLeft,
    newest: newestWithin(ledger, period),
  };
}

/** Indicators with a target or marked for the board; all of them where none is. */
function boardIndicators({ indicators }: Profile): readonly Indicator[] {
  const used = indicators.filter(({ retired }) => !retired);
  const chosen = used.filter(({ target, board }) => board || target !== undefined);
  return chosen.length > 0 ? chosen : used;
}

function rowOf(ledger: Ledger, indicator: Indicator, period: Period): OverviewRow {
  const answer = tally(ledger, indicator, period);
  const flows = answer.kind === "flow" && indicator.question.of !== "rate";
  const months = flows ? byMonth(ledger, indicator, period).rows.slice(-12) : [];
  return { tally: answer, months: months.map(({ value }) => value ?? 0) };
}

const isBelowTarget = ({ target, value }: Tally): boolean =>
  target !== undefined && (value ?? 0) < target;

/** By the end of their stretch; what lies ahead is not missing yet. */
function missingDemands(ledger: Ledger, period: Period, today: LocalDate): MissingDemand[] {
  const open = fulfilmentsIn(ledger, period)
    .flatMap(({ demands }) => demands)
    .filter(({ done, stretch }) => !done && stretch.from <= today);
  const together = Map.groupBy(open, ({ obligation, stretch }) => `${obligation.id} ${stretch.id}`);
  return [...together.values()]
    .map((demands): MissingDemand => {
      const { obligation, stretch } = demands[0] as Demand;
      const units = demands.flatMap(({ unit }) => unit ?? []);
      return { obligation, stretch, units, isOver: stretch.to < today };
    })
    .sort((a, b) => compare(a.stretch.to, b.stretch.to));
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A share of all units says which of them are still missing. */
function uncoveredBy(
  ledger: Ledger,
  { indicators, units }: Profile,
  { question, retired }: Indicator,
  period: Period,
): Uncovered[] {
  if (retired || question.of !== "rate") return [];
  const part = indicators.find(({ id }) => id === question.part);
  const whole = indicators.find(({ id }) => id === question.whole);
  if (!part || whole?.question.of !== "roster" || whole.question.measure !== "units") return [];
  const covered = tally(ledger, part, period);
  if (part.question.of === "rate" || part.question.measure !== "distinct-units") return [];
  const reached = new Set(covered.distinct ?? []);
  const all = new Set(tally(ledger, whole, period).distinct ?? []);
  const missing = units.filter(({ id }) => all.has(id) && !reached.has(id));
  return missing.length > 0 ? [{ tally: covered, units: missing }] : [];
}
