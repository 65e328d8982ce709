/** 数据出处: every figure of the report with its rule, a record a row. */
import { annexOf } from "../../../shared/report/annex.ts";
import type { Table } from "../../../shared/sheets/table.ts";
import { day, label, number, type TableContext, type ToldReport, text } from "./context.ts";

export function sourcesTable({ wording }: TableContext, { document, ledger }: ToldReport): Table {
  const { figures } = annexOf(document, ledger);
  return {
    name: "sources",
    title: wording.say("sheet.sources"),
    columns: [
      number(wording, "sheet.number"),
      label(wording, "word.indicator"),
      label(wording, "sheet.printed"),
      number(wording, "sheet.value"),
      label(wording, "sheet.rule"),
      text(wording, "sheet.record"),
      label(wording, "sheet.record-type"),
      day(wording, "field.on"),
      text(wording, "field.title"),
    ],
    fixedColumns: 2,
    rows: function* () {
      for (const { number: at, label, printed, value, rule, sources } of figures) {
        const figure = [at, label, printed.join("；"), value ?? undefined, rule];
        if (sources.length === 0) yield figure; // a 0 has no record, and stands here all the same
        for (const { id, type, on, title } of sources) {
          yield [...figure, id, type && wording.say(`word.${type}`), on, title];
        }
      }
    },
  };
}
