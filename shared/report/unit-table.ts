/**
 * The figures of a report by unit, for its annex: a row for each unit, the office itself first,
 * and the office's total (合计) at the end. The total is the tally, not the sum of the rows: what
 * several units did together counts once in it.
 */
import type { Ledger } from "../ledger/ledger.ts";
import { byUnit } from "../tally/breakdown.ts";
import type { Tally } from "../tally/tally.ts";
import type { IndicatorId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";

export interface UnitColumn {
  readonly id: IndicatorId;
  readonly label: string;
  readonly unit: string; // the unit word, 次
  readonly total: number | null;
}
export interface UnitRow {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (number | null)[]; // one for each column
}
export interface UnitTable {
  readonly columns: readonly UnitColumn[];
  readonly rows: readonly UnitRow[];
}

/** Of all figures those that say something by unit; undefined where none does. */
export function unitTableOf(
  tallies: readonly Tally[],
  ledger: Ledger,
  period: Period,
): UnitTable | undefined {
  const tables = tallies
    .filter(({ indicator }) => isCountedByUnit(indicator))
    .map(({ indicator }) => ({ indicator, ...byUnit(ledger, indicator, period) }))
    .filter(({ rows }) => rows.slice(1).some(({ value }) => value !== null && value !== 0));
  const [first] = tables;
  if (!first) return undefined;
  return {
    columns: tables.map(({ indicator: { id, label, unit }, total }) => ({
      id,
      label,
      unit,
      total: total.value,
    })),
    rows: first.rows.map(({ key, label }, at) => ({
      id: key,
      label,
      values: tables.map(({ rows }) => rows[at]?.value ?? null),
    })),
  };
}

/** A roster is a number of units itself; a share and a yes have no total of their rows. */
function isCountedByUnit({ question }: Tally["indicator"]): boolean {
  switch (question.of) {
    case "roster":
    case "rate":
      return false;
    case "entries":
      return ["count", "sum-quantity", "sum-attendance"].includes(question.measure);
    case "positions":
      return ["count", "sum-quantity"].includes(question.measure);
    case "publications":
      return question.measure === "count" || question.measure === "releases";
    case "problems":
      return question.measure === "count";
    case "obligations":
      return question.measure !== "done";
  }
}
