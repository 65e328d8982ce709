/** 统计 by month: an indicator a row, its months beside each other, and its figure of the period. */
import type { Row, Table } from "../../../shared/sheets/table.ts";
import { type Breakdown, byMonth } from "../../../shared/tally/breakdown.ts";
import { number, type TableContext, text } from "./context.ts";
import { indicatorsIn } from "./indicators.ts";

export function monthsTable(context: TableContext): Table {
  const { wording, ledger, period } = context;
  const tables = indicatorsIn(context).map((one) => byMonth(ledger, one, period));
  // One that is asked of the whole year has more months than the period.
  const months = [...new Set(tables.flatMap(({ rows }) => rows.map(({ key }) => key)))].sort();
  return {
    name: "months",
    title: wording.say("sheet.months"),
    columns: [
      text(wording, "word.indicator"),
      text(wording, "sheet.counted-in"),
      text(wording, "sheet.scope"),
      ...months.map((month) => ({ title: month, type: "number" as const })),
      number(wording, "sheet.value"),
      text(wording, "sheet.printed"),
    ],
    fixedColumns: 1,
    rows: () => tables.map((one) => rowOf(context, months, one)),
  };
}

function rowOf(
  { wording }: TableContext,
  months: readonly string[],
  { total, rows }: Breakdown,
): Row {
  const { label, unit, scope } = total.indicator;
  const values = new Map(rows.map(({ key, value }) => [key, value ?? undefined]));
  return [
    label,
    unit,
    wording.say(`sheet.scope.${scope}`),
    ...months.map((month) => values.get(month)),
    total.value ?? undefined,
    `${total.text}${unit}`,
  ];
}
