/** `show` and `history`: one record, and how it came to be what it is. */
import { historyOf } from "../../shared/ledger/history.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { statusOf } from "../../shared/ledger/problems.ts";
import { localDateIn } from "../../shared/words/dates.ts";
import { columns } from "../printing/columns.ts";
import { problemsOf } from "../reading/raised.ts";
import { statesOf } from "../reading/states.ts";
import { readLedger, type Session } from "../session.ts";
import { readRecord } from "../workstation/undo.ts";
import { sayStage, stepRows } from "./publication-list.ts";
import { type FoundRecord, findAny, sayValue } from "./records.ts";

export async function show(session: Session, id: string) {
  const { ledger, profile } = await readLedger(session);
  const found = findAny(session.wording, ledger, id);
  const beside =
    found.type === "entry"
      ? {
          states: statesOf(found.record, ledger.seq),
          problems: problemsOf(ledger, found.record).map((problem) => problem.id),
        }
      : {};
  session.out.result({ type: found.type, ...found.record, ...beside }, () =>
    fieldLines(session, ledger, found, profile.office.timeZone),
  );
}

function fieldLines(
  { wording }: Session,
  ledger: Ledger,
  found: FoundRecord,
  timeZone: string,
): string[] {
  const { trail, ...fields } = found.record;
  const say = (field: string, value: unknown) => sayValue(wording, ledger, field, value);
  const rows = Object.entries(fields)
    .filter(([field, value]) => wording.find(`field.${field}`) && value !== undefined)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => [wording.find(`field.${field}`) ?? field, say(field, value)]);
  if (found.type === "publication") {
    rows.push([wording.say("field.stage"), sayStage(wording, found.record)]);
    for (const [on = "", ...said] of stepRows(wording, ledger, found.record)) {
      rows.push([on, said.join("  ")]);
    }
  }
  if (found.type === "problem") {
    rows.push([wording.say("field.status"), say("status", statusOf(found.record))]);
  }
  if (found.type === "entry") {
    for (const { id, title } of problemsOf(ledger, found.record)) {
      rows.push([wording.say("word.problem"), `${id} ${title}`]);
    }
    for (const state of statesOf(found.record, ledger.seq)) {
      if (state === "voided" || state === "disputed") continue; // said with what there is to say
      rows.push([wording.say("field.status"), wording.say(`ledger.state.${state}`)]);
    }
  }
  if (trail.voided) rows.push([wording.say("field.voided"), trail.voided.reason]);
  for (const conflict of trail.conflicts ?? []) {
    const by = say("by", conflict.by);
    if (conflict.about !== "field") {
      rows.push([
        wording.say("field.conflict"),
        wording.say(`tray.about-${conflict.about}`, { by }),
      ]);
      continue;
    }
    const label = wording.find(`field.${conflict.field}`) ?? conflict.field;
    const now = wording.say("tray.other", { value: say(conflict.field, conflict.value), by });
    rows.push([wording.say("field.conflict"), `${label}  ${now}`]);
  }
  const day = localDateIn(timeZone, new Date(trail.received));
  rows.push([wording.say("field.written"), `${say("by", trail.by)} ${day}`]);
  return columns(rows);
}

export async function history(session: Session, id: string) {
  const { wording, out } = session;
  const { ledger, profile } = await readLedger(session);
  const { record } = findAny(wording, ledger, id);
  const { connection } = await session.workstation();
  const changes = historyOf(await readRecord(connection, record.trail.seqs));
  out.result(changes, () =>
    changes.flatMap(({ received, by, type, fields }) => {
      const day = localDateIn(profile.office.timeZone, new Date(received));
      const head = `${day}  ${sayValue(wording, ledger, "by", by)}  ${wording.find(`operation.${type}`)}`;
      const lines = fields.map(({ field, before, after }) => {
        const label = wording.find(`field.${field}`) ?? field;
        const now = sayValue(wording, ledger, field, after);
        // A step says its day, also one of the same day as the last.
        if (before === undefined || before === after)
          return `    ${wording.say("history.field", { label, now })}`;
        const was = sayValue(wording, ledger, field, before);
        return `    ${wording.say("history.change", { label, was, now })}`;
      });
      return [head, ...lines];
    }),
  );
}
