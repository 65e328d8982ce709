/**
 * Which days an operation touches: those it had and those it would have. One that touches a
 * closed day waits in the tray, and so does one about a record that itself still waits there.
 */
import type { LocalDate } from "../words/dates.ts";
import { isWithin, type Period, type PeriodId, periodOf } from "../words/period.ts";
import { findEntry } from "./entry-table.ts";
import type { Ledger } from "./ledger.ts";
import type { Operation, RecordReference } from "./operation.ts";
import { findClosedPeriod, type PeriodRecord } from "./periods.ts";
import { lastSpan, type Position } from "./positions.ts";
import { isStep } from "./problems.ts";

export interface Touched {
  readonly days: readonly LocalDate[];
  /** The record it is about, by name, where that is not its own. */
  readonly record?: string;
  readonly period?: PeriodId;
}

const some = (...days: (LocalDate | undefined)[]): LocalDate[] =>
  days.filter((day) => day !== undefined);

const daysOfPosition = (position: Position | undefined): LocalDate[] =>
  (position?.spans ?? []).flatMap((span) => some(span.from, span.to));

function touchedByRecord(ledger: Ledger, record: RecordReference): Touched {
  switch (record.type) {
    case "entry":
      return { days: some(findEntry(ledger.entries, record.id)?.on), record: record.id };
    case "position":
      return { days: daysOfPosition(ledger.positions.get(record.id)), record: record.id };
    case "problem":
      return { days: some(ledger.problems.get(record.id)?.on), record: record.id };
  }
}

/** The days that an operation had and would have, or the record that it is about. */
export function findTouched(ledger: Ledger, operation: Operation): Touched {
  switch (operation.type) {
    case "entry-logged":
      return { days: [operation.entry.on] };
    case "entry-amended": {
      const before = findEntry(ledger.entries, operation.entry)?.on;
      return { days: some(before, operation.changes.on), record: operation.entry };
    }
    case "position-opened":
      return { days: [operation.position.opened] };
    case "position-amended":
      return { days: [], record: operation.position };
    case "position-retired":
      return { days: [operation.on], record: operation.position };
    case "position-reopened": {
      const position = ledger.positions.get(operation.position);
      return {
        days: some(operation.on, position && lastSpan(position)?.to),
        record: operation.position,
      };
    }
    case "problem-raised":
      return { days: [operation.problem.on] };
    case "problem-amended": {
      const before = ledger.problems.get(operation.problem)?.on;
      return { days: some(before, operation.changes.on), record: operation.problem };
    }
    case "problem-assigned":
    case "problem-rectified":
    case "problem-closed":
    case "problem-reopened":
      return { days: [operation.on], record: operation.problem };
    case "problem-step-withdrawn": {
      const steps = ledger.problems.get(operation.problem)?.steps ?? [];
      const step = steps.find((taken) => isStep(taken, operation.step));
      return { days: some(step?.on), record: operation.problem };
    }
    case "record-voided":
    case "record-restored":
      return touchedByRecord(ledger, operation.record);
    case "statement-written":
      return { days: [], period: operation.period };
    case "profile-adopted":
    case "member-added":
    case "member-changed":
    case "workstation-invited":
    case "invitation-revoked":
    case "workstation-joined":
    case "workstation-revoked":
    case "period-closed":
    case "period-reopened":
    case "late-admitted":
    case "late-returned":
    case "lines-handed-back":
      return { days: [] };
  }
}

/** A statement is late once its own period, or one that holds it whole, is closed. */
function findClosing(ledger: Ledger, id: PeriodId): PeriodRecord | undefined {
  const wanted: Period = periodOf(id);
  return ledger.periods.find((record) => {
    const period = periodOf(record.id);
    return record.closed && isWithin(wanted.from, period) && isWithin(wanted.to, period);
  });
}

/** Has this operation to wait for the leader? */
export function isLate(ledger: Ledger, operation: Operation): boolean {
  if (ledger.periods.isEmpty() && ledger.tray.isEmpty()) return false;
  const { days, record, period } = findTouched(ledger, operation);
  if (record !== undefined && ledger.tray.has(record)) return true;
  if (period !== undefined && findClosing(ledger, period)) return true;
  return days.some((day) => findClosedPeriod(ledger.periods, day) !== undefined);
}
