/**
 * A tally by month or by unit, never by person. The total is the office's own tally: an entry of
 * three units counts once in it and once in each of their rows, and what names no unit stands
 * under the office itself (本级).
 */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Indicator } from "../profile/indicator.ts";
import type { LocalDate } from "../words/dates.ts";
import { lastDayOf } from "../words/dates.ts";
import { type Period, yearToDate } from "../words/period.ts";
import { monthNames } from "./months.ts";
import { findSelfUnit, narrowTo, placeFilterOf } from "./place.ts";
import { ledgerFor } from "./profile-for.ts";
import { type DayRange, rangeOf } from "./scope.ts";
import { answerTo, isStockOf, print, type Tally, tally } from "./tally.ts";

export interface BreakdownRow {
  readonly key: string; // 2022-06, or the unit's id
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
}
export interface Breakdown {
  readonly total: Tally;
  readonly rows: readonly BreakdownRow[];
}

/** A flow within each month; a stock as it stood on the month's last day within the period. */
export function byMonth(now: Ledger, indicator: Indicator, period: Period): Breakdown {
  const ledger = ledgerFor(now, period);
  const stock = isStockOf(ledger, indicator);
  const within = indicator.scope === "year" ? yearToDate(period) : period;
  const rows = monthNames(within).map((month): BreakdownRow => {
    const to = min(lastDayOf(month), period.to);
    const from = max(`${month}-01` as LocalDate, within.from);
    const range: DayRange = stock ? { to } : { from, to };
    const { value } = answerTo(ledger, indicator, () => range);
    return { key: month, label: month, value, text: print(value, indicator) };
  });
  return { total: tally(ledger, indicator, period), rows };
}

/** Every unit in use, in the profile's order; the office itself first. */
export function byUnit(now: Ledger, indicator: Indicator, period: Period): Breakdown {
  const ledger = ledgerFor(now, period);
  const profile = findProfile(ledger);
  const self = findSelfUnit(profile);
  const rowOf = (unit: Parameters<typeof narrowTo>[1], label: string): BreakdownRow => {
    const { value } = answerTo(
      ledger,
      indicator,
      (of) => rangeOf(of.scope, period),
      (question) => {
        const where = "where" in question ? question.where : {};
        return narrowTo(placeFilterOf(where, profile), unit, self?.id);
      },
    );
    return { key: unit ?? "", label, value, text: print(value, indicator) };
  };
  const others = (profile?.units ?? []).filter(({ id, retired }) => id !== self?.id && !retired);
  return {
    total: tally(ledger, indicator, period),
    rows: [rowOf(self?.id, self?.label ?? ""), ...others.map(({ id, label }) => rowOf(id, label))],
  };
}

const min = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const max = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
