/** `period settle`, `close`, `reopen`, `except`: the leader's acts on a period. */
import { findProfile, type Ledger } from "../../shared/ledger/ledger.ts";
import type { OperationBody } from "../../shared/ledger/operation.ts";
import { closingOf, findForestalling } from "../../shared/ledger/periods.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import type { ReportFinding } from "../../shared/report/check/finding.ts";
import { errorsIn } from "../../shared/report/check/severity.ts";
import { compose } from "../../shared/report/compose.ts";
import { freeze } from "../../shared/report/freeze.ts";
import { endOfDay, type LocalDate } from "../../shared/words/dates.ts";
import type { Epoch } from "../../shared/words/ids.ts";
import type { Period, PeriodId } from "../../shared/words/period.ts";
import { Failed, Refused, WrongUse } from "../failure.ts";
import { sayClosing } from "../printing/period-state.ts";
import { tellFindings } from "../printing/report-findings.ts";
import { readDate, readPeriod } from "../reading/dates.ts";
import { readLedger, type Session } from "../session.ts";
import type { Key } from "../wording/wording.ts";
import { submit } from "./submitted.ts";

async function act(
  session: Session,
  name: string,
  said: Key,
  body: (id: PeriodId) => OperationBody,
) {
  const { ledger, today } = await readLedger(session);
  const { id: period } = readPeriod(name, () => today);
  const operation = body(period);
  await submit(session, [() => operation], { saw: ledger.seq });
  const { type: _, ...data } = operation;
  session.out.result(data, () => [session.wording.say(said, { period })]);
}

export async function settlePeriod(session: Session, name: string) {
  await act(session, name, "period.settled", (period) => ({ type: "period-settled", period }));
  await noteIfEarly(session, name);
}

/** Who mistook the period finds out before the records of its days gather in the tray. */
async function noteIfEarly({ wording, out, ...session }: Session, name: string) {
  const { today } = await readLedger({ wording, out, ...session });
  const { id: period, to } = readPeriod(name, () => today);
  if (today < to) out.note(wording.say("period.early", { period, to }));
}

export const reopenPeriod = (session: Session, name: string, { reason }: { reason: string }) =>
  act(session, name, "period.reopened", (period) => ({ type: "period-reopened", period, reason }));

export interface ExceptOptions {
  readonly until?: string;
  readonly reason?: string;
  readonly end?: boolean;
}

export async function exceptPeriod(session: Session, name: string, options: ExceptOptions) {
  if (options.end) {
    return act(session, name, "period.exception-ended", (period) => ({
      type: "period-exception-ended",
      period,
    }));
  }
  const { until: day, reason } = options;
  if (day === undefined || reason === undefined) throw new WrongUse("period.except-needs");
  const { profile, today } = await readLedger(session);
  const until = readDate(day, today);
  const ends = endOfDay(profile.office.timeZone, until);
  await act(session, name, "period.excepted", (period) => ({
    type: "period-excepted",
    period,
    until,
    ends,
    reason,
  }));
}

export interface CloseOptions {
  readonly despite?: string;
}

/** What closing would freeze, and what somebody should look at before. */
export interface Closing {
  readonly body: OperationBody;
  readonly findings: readonly ReportFinding[];
  readonly errors: number;
}

/** @returns undefined in an office without a profile */
export function prepareClosing(
  ledger: Ledger,
  epoch: Epoch,
  period: Period,
  today: LocalDate,
  despite: string | undefined,
): Closing | undefined {
  const document = compose(ledger, period);
  const frozen = freeze(ledger, epoch, period);
  if (!document || !frozen || !findProfile(ledger)) return undefined;
  const findings = checkReport(document, ledger, today);
  const why = despite === undefined ? {} : { despite };
  return {
    body: { type: "period-closed", period: period.id, frozen, ...why },
    findings,
    errors: errorsIn(findings).length,
  };
}

/**
 * What waits on this workstation is in no frozen report that others could check: it is sent first.
 * Where somebody else closed the period meanwhile, theirs counts, and that is said.
 * @throws WrongUse, Failed, Refused
 */
export async function closePeriod(session: Session, name: string, { despite }: CloseOptions) {
  const { wording, out } = session;
  const { connection, joined, member } = await session.workstation();
  const { today } = await readLedger(session);
  const period = readPeriod(name, () => today);
  const waiting = joined?.live.current().waiting ?? 0;
  if (waiting > 0) throw new Failed("period.send-first", { count: waiting });
  const { ledger, epoch } = await connection.ledger();
  const before = closingOf(ledger.periods.get(period.id));
  if (before) {
    out.note(sayClosing(wording, ledger, period.id, before, "period.closed-by"));
    throw new Refused({ reason: "already-closed", period: period.id });
  }
  out.progress(wording.say("period.freezing", { period: period.id }));
  const closing = prepareClosing(ledger, epoch, period, today, despite);
  out.progress(undefined);
  if (!closing) throw new WrongUse("error.no-office", { folder: session.folder });
  const { body, findings, errors } = closing;
  tellFindings(session, findings);
  if (errors > 0 && !despite?.trim()) throw new Failed("period.has-errors", { count: errors });
  await submit(session, [() => body], { saw: ledger.seq });
  const { ledger: after } = await connection.ledger();
  const first = findForestalling(after.periods.get(period.id), member, ledger.seq);
  const closedBy = first && { by: first.by, received: first.received };
  out.result({ period: period.id, findings, despite, closedBy }, () => [
    first
      ? sayClosing(wording, after, period.id, first, "period.closed-first")
      : wording.say("period.closed", { period: period.id }),
  ]);
  if (!first) await noteIfEarly(session, name);
}
