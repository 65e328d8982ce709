/**
 * `tray`: everything that waits for somebody. What came late for a closed period, what two people
 * wrote differently, what of one's own was declined, and what is not sent yet.
 */
import { findDisputes } from "../../shared/ledger/disputes.ts";
import { nameOf } from "../../shared/words/ids.ts";
import { columns } from "../printing/columns.ts";
import { sayLinkProblem } from "../printing/link-problem.ts";
import { operationRow } from "../printing/operation-words.ts";
import { sayRefusal } from "../printing/refusals.ts";
import { sayVersions } from "../printing/versions.ts";
import { returnedTo } from "../reading/returned.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";
import type { Live } from "../workstation/live-ledger.ts";
import { disputeRows, nameOfDisputed } from "./disputes.ts";
import { listedLate } from "./periods.ts";
import { noRecord } from "./records.ts";

export async function listTray(session: Session) {
  const { wording, out } = session;
  const { say } = wording;
  const { ledger } = await readLedger(session);
  const workstation = await session.workstation();
  const { joined } = workstation;
  const declined = (await joined?.declined()) ?? [];
  const disputes = findDisputes(ledger);
  const live = joined?.live.current();
  const { waiting, version } = live ?? { waiting: 0 };
  const returned = returnedTo(ledger, workstation.id, joined?.dropped());
  const data = {
    late: [...ledger.tray.keys()],
    disputes: disputes.map((one) => ({
      type: one.type,
      id: nameOfDisputed(one),
      conflicts: one.record.trail.conflicts,
    })),
    declined: declined.map(({ operation, reason }) => ({
      id: nameOf(operation.id),
      operation,
      reason,
    })),
    returned: returned.map(({ operation, reason }) => ({ id: nameOf(operation.id), reason })),
    waiting,
    unknown: ledger.unknown,
    version,
  };
  out.result(data, () => {
    const rows = disputes.flatMap((one) => disputeRows(wording, ledger, one));
    const back = returned.map(({ operation, reason }) => [
      ...operationRow(wording, ledger, operation),
      reason,
    ]);
    const sections = [
      section(say("tray.late"), listedLate(wording, ledger)),
      section(say("tray.disputes"), columns(rows)),
      section(
        say("tray.declined"),
        columns(
          declined.map(({ operation, reason }) => [
            ...operationRow(wording, ledger, operation),
            sayRefusal(wording, reason),
          ]),
        ),
      ),
      section(say("tray.returned"), columns(back)),
      waiting > 0 ? [sayWaiting(wording, waiting, live)] : [],
      sayVersions(wording, { version, ledger }),
    ].filter((lines) => lines.length > 0);
    return sections.length === 0 ? [say("tray.empty")] : sections.flat();
  });
}

function sayWaiting(wording: Wording, count: number, live: Live | undefined): string {
  const why = live && sayLinkProblem(wording, live);
  return why
    ? wording.say("tray.waiting-here", { count, why })
    : wording.say("tray.waiting", { count });
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

export async function drop(session: Session, id: string) {
  const { ledger } = await readLedger(session);
  const workstation = await session.workstation();
  const { joined } = workstation;
  const all = [
    ...((await joined?.declined()) ?? []),
    ...returnedTo(ledger, workstation.id, joined?.dropped()),
  ];
  const found = all.find(({ operation }) => nameOf(operation.id) === id);
  if (!joined || !found) throw noRecord(session.wording, id);
  await joined.drop(found.operation.id.n);
  session.out.result({ id }, () => [session.wording.say("tray.dropped", { id })]);
}
