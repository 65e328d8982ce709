/** 台账: the entries of the period in the order of their days, without those that were voided. */

import type { Entry } from "../../../shared/ledger/entries.ts";
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import { byWritten, isVoided } from "../../../shared/ledger/trail.ts";
import type { Row, Table } from "../../../shared/sheets/table.ts";
import { isWithin, type Period } from "../../../shared/words/period.ts";
import { allOf } from "../../reading/entry-filter.ts";
import { statesOf } from "../../reading/states.ts";
import { day, label, number, type TableContext, text } from "./context.ts";

/** @param list other entries than the period's: what somebody has looked for */
export function entriesTable(context: TableContext, list?: readonly Entry[]): Table {
  const { wording, ledger, period } = context;
  return {
    name: "entries",
    title: wording.say("sheet.entries"),
    columns: [
      number(wording, "sheet.number"),
      text(wording, "field.id"),
      day(wording, "field.on"),
      label(wording, "field.kind"),
      text(wording, "field.title"),
      number(wording, "field.quantity"),
      number(wording, "field.attendance"),
      label(wording, "field.units"),
      label(wording, "field.marks"),
      label(wording, "field.place"),
      label(wording, "field.position"),
      text(wording, "field.note"),
      label(wording, "sheet.written-by"),
      day(wording, "sheet.written-on"),
      label(wording, "field.status"),
    ],
    fixedColumns: 3,
    rows: function* () {
      let at = 0;
      for (const entry of list ?? entriesWithin(ledger, period)) yield rowOf(context, ++at, entry);
    },
  };
}

/** By day, then as they were written down. */
export function* entriesWithin({ entries }: Ledger, period: Period): Generator<Entry> {
  const days = [...entries.byDay.keys()].filter((on) => isWithin(on, period)).sort();
  for (const on of days) {
    const day = entries.byDay.get(on);
    if (day)
      yield* allOf(day)
        .filter((entry) => !isVoided(entry))
        .sort(byWritten);
  }
}

function rowOf({ labels, ledger, wording }: TableContext, at: number, entry: Entry): Row {
  const states = statesOf(entry, ledger.seq).map((state) => wording.say(`ledger.state.${state}`));
  return [
    at,
    entry.id,
    entry.on,
    labels.kind(entry.kind),
    entry.title,
    entry.quantity,
    entry.attendance,
    labels.unitsOf(entry),
    entry.marks.map(labels.mark).join("、"),
    entry.place,
    labels.position(entry.inspection?.position),
    entry.note,
    labels.member(entry.trail.by),
    labels.dayOf(entry.trail.received),
    states.join("、"),
  ];
}
