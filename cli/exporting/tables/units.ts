/**
 * 统计 by unit: a unit a row, the office itself first, and the office's own totals last. An entry
 * of three units counts in each of their rows and once in the total, so a total is no sum of rows.
 */
import type { Row, Table } from "../../../shared/sheets/table.ts";
import { byUnit } from "../../../shared/tally/breakdown.ts";
import { type TableContext, text } from "./context.ts";
import { indicatorsIn } from "./indicators.ts";

export function unitsTable(context: TableContext): Table {
  const { wording, ledger, period } = context;
  const tables = indicatorsIn(context).map((one) => byUnit(ledger, one, period));
  const units = tables[0]?.rows ?? [];
  const self = wording.say("tally.self");
  const values = (at: number): Row => tables.map(({ rows }) => rows[at]?.value ?? undefined);
  return {
    name: "units",
    title: wording.say("sheet.units"),
    columns: [
      text(wording, "word.unit"),
      ...tables.map(({ total: { indicator } }) => ({
        title: indicator.unit ? `${indicator.label}（${indicator.unit}）` : indicator.label,
        type: "number" as const,
      })),
    ],
    fixedColumns: 1,
    hasTotal: true,
    rows: () => [
      ...units.map(({ label }, at): Row => [label || self, ...values(at)]),
      [wording.say("tally.total"), ...tables.map(({ total }) => total.value ?? undefined)],
    ],
  };
}
