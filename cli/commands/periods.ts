/** `period list` and `late`: how periods stand, and what came after a closing. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { OperationBody } from "../../shared/ledger/operation.ts";
import { stateOf } from "../../shared/ledger/periods.ts";
import { nameOf, type OperationId } from "../../shared/words/ids.ts";
import { halfYearOf, type PeriodId, periodOf } from "../../shared/words/period.ts";
import { columns } from "../printing/columns.ts";
import { operationRow } from "../printing/operation-words.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";
import { noRecord } from "./records.ts";
import { submit } from "./submitted.ts";

export async function listPeriods(session: Session) {
  const { say } = session.wording;
  const { ledger } = await readLedger(session);
  const counts = new Map<PeriodId, number>();
  for (const [day, kinds] of ledger.entries.byDay) {
    const { id } = halfYearOf(day);
    const there = kinds.reduce((sum, bucket) => sum + bucket.flat().length, 0);
    counts.set(id, (counts.get(id) ?? 0) + there);
  }
  for (const id of ledger.periods.keys()) if (!counts.has(id)) counts.set(id, 0);
  const periods = [...counts].sort().map(([id, entries]) => {
    const { from, to } = periodOf(id);
    return { id, from, to, entries, state: stateOf(ledger.periods, id) };
  });
  session.out.result(periods, () =>
    periods.length === 0
      ? [say("period.empty")]
      : columns(
          periods.map(({ id, from, to, entries, state }) => [
            id,
            `${from} – ${to}`,
            entries,
            say(`period.is-${state}`),
          ]),
        ),
  );
}

export async function listLate(session: Session) {
  const { wording, out } = session;
  const { ledger } = await readLedger(session);
  const waiting = [...ledger.tray]
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([id, { operation, received }]) => ({ id, received, operation }));
  out.result(waiting, () =>
    waiting.length === 0 ? [wording.say("late.empty")] : listedLate(wording, ledger),
  );
}

/** What waits for the leader, a line each, the oldest first. */
export const listedLate = (wording: Wording, ledger: Ledger): string[] =>
  columns(
    [...ledger.tray]
      .sort(([, a], [, b]) => a.seq - b.seq)
      .map(([, { operation }]) => operationRow(wording, ledger, operation)),
  );

/** What the leader decides about what came late. */
export const admitting = (late: OperationId): OperationBody => ({ type: "late-admitted", late });
export const returning = (late: OperationId, reason: string): OperationBody => ({
  type: "late-returned",
  late,
  reason,
});

async function findLate(session: Session, id: string) {
  const { ledger } = await readLedger(session);
  const late = ledger.tray.get(id);
  if (!late) throw noRecord(session.wording, id);
  return late.operation.id;
}

export async function admitLate(session: Session, id: string) {
  const late = await findLate(session, id);
  await submit(session, [() => admitting(late)]);
  session.out.result({ id: nameOf(late) }, () => [session.wording.say("late.admitted", { id })]);
}

export async function returnLate(session: Session, id: string, { reason }: { reason: string }) {
  const late = await findLate(session, id);
  await submit(session, [() => returning(late, reason)]);
  session.out.result({ id, reason }, () => [session.wording.say("late.returned", { id })]);
}
