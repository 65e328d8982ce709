/** The report that is still to be closed: an office writes it when its half-year is over. */
import type { Ledger } from "../ledger/ledger.ts";
import { type PeriodState, stateOf } from "../ledger/periods.ts";
import { addDays, type LocalDate } from "../words/dates.ts";
import { kindOf, type Period, periodAround } from "../words/period.ts";
import { newestWithin } from "./newest.ts";

export interface Unclosed {
  readonly period: Period;
  readonly state: PeriodState;
}

/**
 * The half-year before this one, where it is over, has entries and was not closed, on whatever
 * closing day. Of other periods nothing is said: whether an office reports by them, nobody knows.
 */
export function findUnclosed(
  ledger: Ledger,
  { id, from }: Period,
  today: LocalDate,
): Unclosed | undefined {
  if (from > today || kindOf(id).kind !== "half-year") return undefined;
  const before = periodAround(addDays(from, -1), "half-year");
  const isClosed = ledger.periods.some(
    ({ state }, name) => state === "closed" && kindOf(name).whole === before.id,
  );
  if (isClosed || newestWithin(ledger, before).length === 0) return undefined;
  return { period: before, state: stateOf(ledger.periods, before.id) };
}
