/** 规定动作: what the period demands, of the office or of each unit, with the entries that prove it. */
import type { Table } from "../../../shared/sheets/table.ts";
import { fulfilmentsIn } from "../../../shared/tally/obligations.ts";
import { label, number, type TableContext, text } from "./context.ts";

export function obligationsTable({ wording, ledger, period, labels }: TableContext): Table {
  const { say } = wording;
  return {
    name: "obligations",
    title: say("sheet.obligations"),
    columns: [
      label(wording, "sheet.obligation"),
      label(wording, "sheet.rhythm"),
      label(wording, "sheet.stretch"),
      label(wording, "field.unit"),
      label(wording, "sheet.result"),
      number(wording, "sheet.times"),
      text(wording, "sheet.proved-by"),
    ],
    fixedColumns: 1,
    rows: function* () {
      for (const { obligation, demands } of fulfilmentsIn(ledger, period)) {
        for (const { unit, stretch, times, done, entries } of demands) {
          const rhythm = say(`rhythm.${obligation.every}`);
          const result = say(done ? "obligation.done" : "obligation.due");
          const of = labels.unit(unit?.id);
          yield [obligation.label, rhythm, stretch.id, of, result, times, entries.join("、")];
        }
      }
    },
  };
}
