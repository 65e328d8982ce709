/** Which days a question is asked of: the period, its year up to the closing day, or ever. */
import type { Scope } from "../profile/indicator.ts";
import type { LocalDate } from "../words/dates.ts";
import { type Period, yearToDate } from "../words/period.ts";

/** Days, both included; without `from` they begin with the ledger. */
export interface DayRange {
  readonly from?: LocalDate;
  readonly to: LocalDate; // the closing day
}

export function rangeOf(scope: Scope, period: Period): DayRange {
  switch (scope) {
    case "period":
      return { from: period.from, to: period.to };
    case "year":
      return yearToDate(period);
    case "to-date":
      return { to: period.to };
  }
}

export const isInRange = (day: LocalDate, { from, to }: DayRange): boolean =>
  day <= to && (from === undefined || from <= day);

export const rangeName = ({ from, to }: DayRange): string => `${from ?? ""}..${to}`;
