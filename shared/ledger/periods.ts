/**
 * Periods (周期) that were closed or reopened, and the statements (文段) that people write for
 * one. A period that was never closed needs no line: its name tells its days.
 */
import type { Map as Table } from "immutable";
import { z } from "zod";
import type { LocalDate } from "../words/dates.ts";
import { type MemberId, type Seq, StatementId } from "../words/ids.ts";
import { isWithin, PeriodId, periodOf } from "../words/period.ts";
import { PlainLines } from "../words/plain-text.ts";
import { type Act, amendFields, startTrail, type Tracked } from "./trail.ts";

export const PeriodClosed = z.looseObject({ type: z.literal("period-closed"), period: PeriodId });
export const PeriodReopened = z.looseObject({
  type: z.literal("period-reopened"),
  period: PeriodId,
  reason: PlainLines,
});
export type PeriodOperation = z.infer<typeof PeriodClosed> | z.infer<typeof PeriodReopened>;

interface PeriodAct {
  readonly type: PeriodOperation["type"];
  readonly seq: Seq;
  readonly by: MemberId;
  readonly reason?: string;
}
export interface PeriodRecord {
  readonly id: PeriodId;
  readonly closed: boolean;
  readonly acts: readonly PeriodAct[];
}
export type Periods = Table<PeriodId, PeriodRecord>;

export function foldPeriod(periods: Periods, operation: PeriodOperation, act: Act): Periods {
  const { type, period } = operation;
  const taken: PeriodAct = {
    type,
    seq: act.seq,
    by: act.by,
    ...(type === "period-reopened" ? { reason: operation.reason } : {}),
  };
  const acts = [...(periods.get(period)?.acts ?? []), taken];
  return periods.set(period, { id: period, closed: type === "period-closed", acts });
}

/** The closed period in which this day lies, if there is one. */
export const findClosedPeriod = (periods: Periods, day: LocalDate): PeriodRecord | undefined =>
  periods.find((period) => period.closed && isWithin(day, periodOf(period.id)));

export const StatementWritten = z.looseObject({
  type: z.literal("statement-written"),
  period: PeriodId,
  statement: StatementId,
  text: PlainLines, // empty takes it away
});
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
  { period, statement, text }: StatementOperation,
  act: Act,
): Statements {
  const key = statementKey(period, statement);
  const before = statements.get(key);
  return statements.set(
    key,
    before
      ? amendFields(before, { text }, act)
      : { period, statement, text, trail: startTrail(act) },
  );
}
