/**
 * Periods (周期) that people locked or opened again, and the statements (文段) that people write
 * for one. A period that nobody locked needs no line: its name tells its days.
 *
 * Two locks: settled (初结), its records are fixed and its report is still being written; closed
 * (归档), its report is frozen too. An exception lets records in until a day, and is seen.
 * An act that somebody else had forestalled is kept beside the one that counts.
 */
import type { Map as Table } from "immutable";
import { z } from "zod";
import { Instant, LocalDate } from "../words/dates.ts";
import { type MemberId, type Seq, StatementId } from "../words/ids.ts";
import { PeriodId } from "../words/period.ts";
import { PlainLines } from "../words/plain-text.ts";
import { FrozenReport } from "./frozen.ts";
import { namesOneStretch, periodIn, periodNamed } from "./period-names.ts";
import { type Act, amendFields, startTrail, type Tracked } from "./trail.ts";

const wrongName = { path: ["name"], error: "period" };

export const PeriodSettled = z.looseObject({ type: z.literal("period-settled"), period: PeriodId });
export const PeriodClosed = z
  .looseObject({
    type: z.literal("period-closed"),
    ...periodNamed,
    frozen: FrozenReport.optional(), // until 0.2 a closing carried none
    despite: PlainLines.optional(), // why, although the check found errors
  })
  .refine(namesOneStretch, wrongName);
export const PeriodReopened = z
  .looseObject({
    type: z.literal("period-reopened"),
    ...periodNamed,
    reason: PlainLines,
    to: z.literal("settled").optional(), // a closing taken back leaves the lock before it
  })
  .refine(namesOneStretch, wrongName);
/** Records may come in until the end of a day. `ends` is that moment: no rule knows a calendar. */
export const PeriodExcepted = z.looseObject({
  type: z.literal("period-excepted"),
  period: PeriodId,
  until: LocalDate,
  ends: Instant,
  reason: PlainLines,
});
export const PeriodExceptionEnded = z.looseObject({
  type: z.literal("period-exception-ended"),
  period: PeriodId,
});
export type PeriodOperation =
  | z.infer<typeof PeriodSettled>
  | z.infer<typeof PeriodClosed>
  | z.infer<typeof PeriodReopened>
  | z.infer<typeof PeriodExcepted>
  | z.infer<typeof PeriodExceptionEnded>;

/** Who did it and when; what it said beside its type. */
export interface PeriodAct {
  readonly type: PeriodOperation["type"];
  readonly seq: Seq;
  readonly by: MemberId;
  readonly received: Instant;
  readonly reason?: string;
  readonly despite?: string;
  readonly until?: LocalDate;
  readonly frozen?: FrozenReport;
  /** Somebody else had done it before, and its author could not know: it changed nothing. */
  readonly forestalled?: true;
}
export interface PeriodException {
  readonly seq: Seq;
  readonly by: MemberId;
  readonly until: LocalDate;
  readonly ends: Instant;
  readonly reason: string;
}
export interface PeriodRecord {
  readonly id: PeriodId;
  readonly state: "open" | "settled" | "closed";
  readonly exception?: PeriodException;
  readonly acts: readonly PeriodAct[];
}
export type Periods = Table<PeriodId, PeriodRecord>;
export type PeriodState = PeriodRecord["state"];

export const stateOf = (periods: Periods, period: PeriodId): PeriodState =>
  periods.get(period)?.state ?? "open";

/** The period that an act is on. */
export const periodOfAct = (operation: PeriodOperation): PeriodId =>
  operation.type === "period-closed" || operation.type === "period-reopened"
    ? periodIn(operation)
    : operation.period; // of a type that came after 0.2.0, which leaves it alone

export function foldPeriod(periods: Periods, operation: PeriodOperation, act: Act): Periods {
  const { type } = operation;
  const id = periodOfAct(operation);
  const before = periods.get(id) ?? { id, state: "open", acts: [] };
  const after = take(before, operation, act);
  const { seq, by, received } = act;
  const taken: PeriodAct = {
    type,
    seq,
    by,
    received,
    ...("reason" in operation ? { reason: operation.reason as string } : {}),
    ...(type === "period-excepted" ? { until: operation.until } : {}),
    ...(type === "period-closed" && operation.despite ? { despite: operation.despite } : {}),
    ...(type === "period-closed" && operation.frozen ? { frozen: operation.frozen } : {}),
    ...(after ? {} : { forestalled: true }),
  };
  return periods.set(id, { ...(after ?? before), acts: [...before.acts, taken] });
}

/** What the period is after it; undefined where that was so already. */
function take(
  record: PeriodRecord,
  operation: PeriodOperation,
  { seq, by }: Act,
): PeriodRecord | undefined {
  const { exception, ...rest } = record;
  switch (operation.type) {
    case "period-settled":
      return record.state === "open" ? { ...rest, state: "settled" } : undefined;
    case "period-closed":
      return record.state === "closed" ? undefined : { ...rest, state: "closed" };
    case "period-reopened": {
      const to = record.state === "closed" ? (operation.to ?? "open") : "open";
      return record.state === "open" ? undefined : { ...rest, state: to };
    }
    case "period-excepted": {
      const { until, ends, reason } = operation;
      if (record.state === "open") return undefined;
      return { ...rest, exception: { seq, by, until, ends, reason } };
    }
    case "period-exception-ended":
      return exception ? rest : undefined;
  }
}

/** The closing that counts now: the last one that was not forestalled, while nobody reopened it. */
export const closingOf = (record: PeriodRecord | undefined): PeriodAct | undefined =>
  record?.state === "closed"
    ? record.acts.findLast(({ type, forestalled }) => type === "period-closed" && !forestalled)
    : undefined;

/** Whose closing counts, where the newest that this member made after `saw` came second. */
export function findForestalling(
  record: PeriodRecord | undefined,
  by: MemberId,
  saw: Seq,
): PeriodAct | undefined {
  const closings = record?.acts.filter(({ type }) => type === "period-closed") ?? [];
  const own = closings.findLast((act) => act.by === by && act.seq > saw);
  return own?.forestalled
    ? closings.findLast(({ seq, forestalled }) => seq < own.seq && !forestalled)
    : undefined;
}

export const StatementWritten = z
  .looseObject({
    type: z.literal("statement-written"),
    ...periodNamed,
    statement: StatementId,
    text: PlainLines, // empty takes it away
  })
  .refine(namesOneStretch, wrongName);
export type StatementOperation = z.infer<typeof StatementWritten>;

export interface Statement extends Tracked {
  readonly period: PeriodId;
  readonly statement: StatementId;
  readonly text: string;
}
export type StatementKey = `${PeriodId}/${StatementId}`;
export type Statements = Table<StatementKey, Statement>;

export const statementKey = (period: PeriodId, statement: StatementId): StatementKey =>
  `${period}/${statement}`;

export function foldStatement(
  statements: Statements,
  operation: StatementOperation,
  act: Act,
): Statements {
  const { statement, text } = operation;
  const period = periodIn(operation);
  const key = statementKey(period, statement);
  const before = statements.get(key);
  return statements.set(
    key,
    before
      ? amendFields(before, { text }, act)
      : { period, statement, text, trail: startTrail(act) },
  );
}
