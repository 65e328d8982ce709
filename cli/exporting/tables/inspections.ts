/** 检查: the inspections of the period; one that found nothing stands here like any other. */
import type { Entry } from "../../../shared/ledger/entries.ts";
import { isVoided } from "../../../shared/ledger/trail.ts";
import type { Row, Table } from "../../../shared/sheets/table.ts";
import { problemsOf } from "../../reading/raised.ts";
import { day, label, number, type TableContext, text } from "./context.ts";
import { entriesWithin } from "./entries.ts";

export function inspectionsTable(context: TableContext): Table {
  const { wording, ledger, period } = context;
  return {
    name: "inspections",
    title: wording.say("sheet.inspections"),
    columns: [
      number(wording, "sheet.number"),
      text(wording, "field.id"),
      day(wording, "sheet.inspected-on"),
      label(wording, "field.kind"),
      label(wording, "field.position"),
      label(wording, "field.category"),
      label(wording, "field.unit"),
      label(wording, "sheet.inspected-by"),
      number(wording, "sheet.items"),
      number(wording, "sheet.failed-items"),
      label(wording, "sheet.result"),
      text(wording, "sheet.failed"),
      number(wording, "sheet.problems-found"),
      text(wording, "field.note"),
    ],
    fixedColumns: 3,
    rows: function* () {
      let at = 0;
      for (const entry of entriesWithin(ledger, period)) {
        if (entry.inspection) yield rowOf(context, ++at, entry, entry.inspection);
      }
    },
  };
}

function rowOf(
  { labels, ledger, wording }: TableContext,
  at: number,
  entry: Entry,
  { position: id, items }: NonNullable<Entry["inspection"]>,
): Row {
  const position = ledger.positions.get(id);
  const failed = items.filter(({ passed }) => !passed);
  const raised = problemsOf(ledger, entry).filter((problem) => !isVoided(problem)).length;
  const isFine = failed.length === 0 && raised === 0;
  return [
    at,
    entry.id,
    entry.on,
    labels.kind(entry.kind),
    labels.position(id),
    labels.category(position?.category),
    labels.unitsOf(entry),
    labels.member(entry.trail.by),
    items.length,
    failed.length,
    wording.say(isFine ? "sheet.nothing-found" : "sheet.something-found"),
    failed.map(({ text: item, note }) => (note ? `${item}（${note}）` : item)).join("\n"),
    raised,
    entry.note,
  ];
}
