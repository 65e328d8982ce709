/** `tally --by`: each indicator by month or by unit, with the office's own total. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Indicator } from "../../shared/profile/indicator.ts";
import { type Breakdown, byMonth, byUnit } from "../../shared/tally/breakdown.ts";
import { plainTally } from "../../shared/tally/plain-tally.ts";
import type { Period } from "../../shared/words/period.ts";
import { columns, type Row } from "../printing/columns.ts";
import type { Session } from "../session.ts";

export function tallyBreakdown(
  session: Session,
  ledger: Ledger,
  period: Period,
  by: "month" | "unit",
  only: Indicator | undefined,
): void {
  const { wording, out } = session;
  const indicators = (ledger.profiles.at(-1)?.profile.indicators ?? []).filter((indicator) =>
    only ? indicator.id === only.id : !indicator.retired,
  );
  const tables = indicators.map((indicator) =>
    by === "month" ? byMonth(ledger, indicator, period) : byUnit(ledger, indicator, period),
  );
  out.result(
    tables.map(({ total, rows }) => ({ ...plainTally(total), rows })),
    () => [
      ...tableLines(session, tables, by),
      ...(by === "unit" ? [wording.say("tally.by-unit-note")] : []),
    ],
  );
}

/** Months stand side by side; units, of which there are many, below each other. */
function tableLines(
  { wording }: Session,
  tables: readonly Breakdown[],
  by: "month" | "unit",
): string[] {
  const none = wording.say("tally.no-answer");
  if (by === "month") {
    // Those asked for a whole year have more months than those of the period.
    const months = [...new Set(tables.flatMap(({ rows }) => rows.map(({ key }) => key)))].sort();
    const heads: Row = [wording.say("tally.head.label"), ...months, wording.say("tally.total")];
    return columns([
      heads,
      ...tables.map(({ total, rows }): Row => {
        const byKey = new Map(rows.map(({ key, value }) => [key, value ?? none]));
        const values = months.map((month) => byKey.get(month) ?? "");
        return [total.indicator.label, ...values, total.value ?? none];
      }),
    ]);
  }
  return tables.flatMap(({ total, rows }) => [
    wording.say("words.aside", { what: total.indicator.label, more: total.indicator.unit }),
    ...columns([
      ...rows
        .filter(({ value }) => value !== null && value > 0)
        .map(({ label, value }): Row => [`  ${label || wording.say("tally.self")}`, value ?? none]),
      [`  ${wording.say("tally.total")}`, total.value ?? none],
    ]),
    "",
  ]);
}
