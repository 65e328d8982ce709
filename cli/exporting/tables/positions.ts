/** 阵地: the venues and channels in use on some day of the period, as they stand on its last day. */
import type { Position } from "../../../shared/ledger/positions.ts";
import { byWritten, isVoided } from "../../../shared/ledger/trail.ts";
import type { Row, Table } from "../../../shared/sheets/table.ts";
import { lastInspection } from "../../../shared/tally/inspections.ts";
import type { Period } from "../../../shared/words/period.ts";
import { day, label, number, type TableContext, text } from "./context.ts";

export function positionsTable(context: TableContext): Table {
  const { wording, ledger, period } = context;
  return {
    name: "positions",
    title: wording.say("sheet.positions"),
    columns: [
      number(wording, "sheet.number"),
      text(wording, "field.id"),
      text(wording, "sheet.position-name"),
      label(wording, "field.category"),
      label(wording, "field.unit"),
      text(wording, "sheet.place"),
      number(wording, "field.quantity"),
      label(wording, "sheet.counted-in"),
      day(wording, "sheet.opened-on"),
      day(wording, "sheet.retired-on"),
      label(wording, "field.owner"),
      day(wording, "sheet.last-inspection"),
      text(wording, "field.note"),
    ],
    fixedColumns: 3,
    rows: function* () {
      let at = 0;
      const positions = [...ledger.positions.values()].sort(byWritten);
      for (const position of positions) {
        const span = !isVoided(position) && spanWithin(position, period);
        if (span) yield rowOf(context, ++at, position, span);
      }
    },
  };
}

/** Its last days of use that touch the period. */
const spanWithin = ({ spans }: Position, period: Period) =>
  spans.findLast(({ from, to }) => from <= period.to && (to === undefined || to >= period.from));

function rowOf(
  { labels, ledger, period }: TableContext,
  at: number,
  position: Position,
  { from, to }: Position["spans"][number],
): Row {
  const inspected = lastInspection(ledger, position.id, {
    from: position.spans[0]?.from ?? from,
    to: period.to,
  });
  return [
    at,
    position.id,
    position.name,
    labels.category(position.category),
    labels.unit(position.unit),
    position.place,
    position.quantity,
    labels.countedIn(position.category),
    from,
    to !== undefined && to <= period.to ? to : undefined,
    labels.member(position.owner),
    inspected?.on,
    position.note,
  ];
}
