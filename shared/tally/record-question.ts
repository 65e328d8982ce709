/**
 * The answers to questions that are asked of positions, problems and the roster: tables that are
 * small beside the entries, so they are gone through whole and the answer is remembered.
 *
 * A problem that came back is not counted as rectified or closed: these ask how it stands on the
 * closing day, and whether the step that brought it there lies in the scope.
 */
import type { Ledger } from "../ledger/ledger.ts";
import { isActive, type Position } from "../ledger/positions.ts";
import { isOverdue, type Problem, type ProblemStep, statusOn } from "../ledger/problems.ts";
import { isVoided } from "../ledger/trail.ts";
import type { PositionQuestion, ProblemQuestion, RosterQuestion } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import type { LocalDate } from "../words/dates.ts";
import type { Answer } from "./answer.ts";
import { inspectedPositions } from "./entry-question.ts";
import {
  type Place,
  type PlaceFilter,
  placeFilterOf,
  placeOf,
  placeOfPosition,
  takesPlace,
  takesUnit,
} from "./place.ts";
import { type Dated, namesInOrder } from "./record-order.ts";
import { type DayRange, isInRange } from "./scope.ts";

/** A record that was found, with what of it is counted. */
interface Found extends Dated {
  readonly place: Place;
  readonly quantity: number;
}

type Measure = PositionQuestion["measure"] | ProblemQuestion["measure"];

function answerOf(found: readonly Found[], measure: Measure, filter: PlaceFilter): Answer {
  const sources = (those: readonly Found[]) => () => namesInOrder(those);
  switch (measure) {
    case "count":
      return { value: found.length, sources: sources(found) };
    case "sum-quantity":
      return {
        value: found.reduce((sum, { quantity }) => sum + quantity, 0),
        sources: sources(found),
      };
    case "distinct-units":
      return distinct(found, ({ place }) => place.units.filter((unit) => takesUnit(filter, unit)));
    case "distinct-categories":
      return distinct(found, ({ place }) => (place.category ? [place.category] : []));
  }
}

function distinct(found: readonly Found[], namesOf: (one: Found) => readonly string[]): Answer {
  const names = new Set(found.flatMap(namesOf));
  return {
    value: names.size,
    sources: () => namesInOrder(found.filter((one) => namesOf(one).length > 0)),
    distinct: () => [...names].sort(),
  };
}

export function answerFromPositions(
  ledger: Ledger,
  profile: Profile | undefined,
  { measure, moment, where }: PositionQuestion,
  range: DayRange,
  narrowed?: PlaceFilter,
): Answer {
  const filter = narrowed ?? placeFilterOf(where, profile);
  const inspected =
    moment === "inspected" || moment === "not-inspected"
      ? inspectedPositions(ledger, range)
      : undefined;
  const found: Found[] = [];
  for (const position of ledger.positions.values()) {
    if (isVoided(position)) continue;
    const place = placeOfPosition(position);
    if (!takesPlace(filter, place)) continue;
    const on = dayOfPosition(position, moment, range, inspected?.has(position.id) ?? false);
    if (on) found.push({ id: position.id, on, place, quantity: position.quantity });
  }
  return answerOf(found, measure, filter);
}

/** The day by which a position stands among the sources; undefined where it is none of them. */
function dayOfPosition(
  position: Position,
  moment: PositionQuestion["moment"],
  range: DayRange,
  isInspected: boolean,
): LocalDate | undefined {
  const { opened, spans } = position;
  switch (moment) {
    case "active":
      return isActive(position, range.to) ? opened : undefined;
    case "opened":
      return spans.find(({ from }) => isInRange(from, range))?.from;
    case "retired":
      return spans.find(({ to }) => to !== undefined && isInRange(to, range))?.to;
    case "inspected":
      return isInspected ? opened : undefined;
    case "not-inspected":
      return !isInspected && isActive(position, range.to) ? opened : undefined;
  }
}

export function answerFromProblems(
  ledger: Ledger,
  profile: Profile | undefined,
  { measure, moment, where }: ProblemQuestion,
  range: DayRange,
  narrowed?: PlaceFilter,
): Answer {
  const filter = narrowed ?? placeFilterOf(where, profile);
  const found: Found[] = [];
  for (const problem of ledger.problems.values()) {
    if (isVoided(problem)) continue;
    const place = placeOf(ledger.positions, problem);
    if (!takesPlace(filter, place) || !isAt(problem, moment, range)) continue;
    found.push({ id: problem.id, on: problem.on, place, quantity: 1 });
  }
  return answerOf(found, measure, filter);
}

function isAt(problem: Problem, moment: ProblemQuestion["moment"], range: DayRange): boolean {
  const status = statusOn(problem, range.to);
  switch (moment) {
    case "found":
      return isInRange(problem.on, range);
    case "rectified":
      return (
        (status === "rectified" || status === "closed") &&
        isLastStepIn(problem, "problem-rectified", range)
      );
    case "closed":
      return status === "closed" && isLastStepIn(problem, "problem-closed", range);
    case "open":
      return status === "found" || status === "being-rectified";
    case "overdue":
      return isOverdue(problem, range.to);
  }
}

function isLastStepIn(problem: Problem, type: ProblemStep["type"], range: DayRange): boolean {
  const last = problem.steps.findLast((step) => step.type === type && step.on <= range.to);
  return last !== undefined && isInRange(last.on, range);
}

/**
 * What the profile lists and has not retired; there are no records behind it. Categories belong
 * to the whole office, so for one unit there is no answer.
 */
export function answerFromRoster(
  profile: Profile | undefined,
  { measure, where }: RosterQuestion,
  narrowed?: PlaceFilter,
): Answer {
  const filter = narrowed ?? placeFilterOf(where, profile);
  const listed = measure === "units" ? (profile?.units ?? []) : (profile?.categories ?? []);
  const names = listed
    .filter(({ retired }) => !retired)
    .map(({ id }) => id as string)
    .filter(
      (id) => (measure === "units" ? filter.units : filter.categories)?.has(id as never) ?? true,
    );
  const value = narrowed && measure === "categories" ? null : names.length;
  return { value, sources: () => [], distinct: () => names };
}
