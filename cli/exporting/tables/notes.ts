/** 说明: which office and days, and from which ledger; no clock, so the same ledger says the same. */
import type { Table } from "../../../shared/sheets/table.ts";
import { sayEdition } from "../../printing/editions.ts";
import { version } from "../../version.ts";
import { type TableContext, type ToldReport, text } from "./context.ts";

export function notesTable(
  { wording, ledger, profile, period }: TableContext,
  { document: { edition } }: ToldReport,
): Table {
  const { say } = wording;
  const closed = edition
    ? [[say("sheet.edition"), sayEdition(wording, ledger, period, edition)]]
    : [];
  return {
    name: "notes",
    title: say("sheet.notes"),
    columns: [text(wording, "sheet.about"), text(wording, "sheet.said")],
    rows: () => [
      [say("sheet.office"), profile.office.name],
      [say("field.period"), period.id],
      [say("field.period-dates"), `${period.from} – ${period.to}`],
      [say("sheet.profile"), profile.label],
      [say("sheet.ledger-number"), String(ledger.seq)],
      [say("sheet.ledger-hash"), ledger.hash],
      [say("sheet.program"), `taizhang ${version}`],
      ...closed,
      [say("sheet.entries"), say("sheet.entries-note")],
      [say("sheet.problems"), say("sheet.problems-note")],
      [say("sheet.units"), say("tally.by-unit-note")],
    ],
  };
}
