/**
 * `tally --compare`: each indicator now and in the period before, with the change. As `tally` itself
 * it counts the ledger as it stands; beside a report, what is frozen is compared as it was frozen.
 */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Indicator } from "../../shared/profile/indicator.ts";
import { talliesFor } from "../../shared/report/tallies-for.ts";
import { type Compared, compareTallies } from "../../shared/tally/comparison.ts";
import { tallyAll } from "../../shared/tally/tally.ts";
import type { Period } from "../../shared/words/period.ts";
import { columns, type Row } from "../printing/columns.ts";
import { neighbour } from "../reading/period-said.ts";
import type { Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";

export function tallyComparison(
  { wording, out }: Session,
  ledger: Ledger,
  period: Period,
  only: Indicator | undefined,
): void {
  const before = neighbour(period, -1);
  const rows = compareTallies(tallyAll(ledger, period), tallyAll(ledger, before)).filter(
    ({ now }) => !only || now.indicator.id === only.id,
  );
  const data = rows.map((row) => ({
    id: row.now.indicator.id,
    label: row.now.indicator.label,
    value: row.now.value,
    before: row.before?.value,
    change: row.change,
  }));
  out.result({ period: period.id, before: before.id, tallies: data }, () =>
    comparisonLines(wording, period, before, rows),
  );
}

export const comparisonOf = (ledger: Ledger, period: Period, before: Period): Compared[] =>
  compareTallies(talliesFor(ledger, period), talliesFor(ledger, before));

export function comparisonLines(
  { say }: Wording,
  period: Period,
  before: Period,
  rows: readonly Compared[],
): string[] {
  const none = say("tally.no-answer");
  return columns([
    [say("tally.head.label"), before.id, period.id, say("tally.head.change")],
    ...rows.map(({ now, before: then, change }): Row => {
      const { label, unit } = now.indicator;
      const sign = change === undefined ? "" : change > 0 ? `+${change}` : String(change);
      return [label, then?.value ?? none, `${now.value ?? none}${unit}`, sign];
    }),
  ]);
}
