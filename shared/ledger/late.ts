/**
 * Which days an operation touches: those it had and those it would have. One that touches a
 * locked day waits in the tray, and so does one about a record that itself still waits there.
 */
import type { Instant, LocalDate } from "../words/dates.ts";
import { isWithin, type PeriodId, periodOf } from "../words/period.ts";
import { findEntry } from "./entry-table.ts";
import type { Ledger } from "./ledger.ts";
import type { Operation, RecordReference } from "./operation.ts";
import { periodIn } from "./period-names.ts";
import type { PeriodException, PeriodRecord } from "./periods.ts";
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
    case "publication": {
      const publication = ledger.publications.get(record.id);
      const days = publication?.steps.map(({ on }) => on) ?? [];
      return { days: some(publication?.on, ...days), record: record.id };
    }
    case "duty": {
      const duty = ledger.duties.get(record.id);
      return { days: some(duty?.from, duty?.until), record: record.id };
    }
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
    case "publication-drafted":
      return { days: [operation.publication.on] };
    case "publication-amended": {
      const before = ledger.publications.get(operation.publication)?.on;
      return { days: some(before, operation.changes.on), record: operation.publication };
    }
    case "publication-reviewed":
    case "publication-sent-back":
    case "publication-released":
    case "publication-corrected":
    case "publication-withdrawn":
      return { days: [operation.on], record: operation.publication };
    case "publication-step-withdrawn": {
      const steps = ledger.publications.get(operation.publication)?.steps ?? [];
      const step = steps.find((taken) => taken.operation === operation.step);
      return { days: some(step?.on), record: operation.publication };
    }
    case "duty-assigned":
      return { days: [operation.duty.from] };
    case "duty-ended": {
      const before = ledger.duties.get(operation.duty)?.until;
      return { days: some(before, operation.on), record: operation.duty };
    }
    case "duty-resumed":
      return { days: some(ledger.duties.get(operation.duty)?.until), record: operation.duty };
    case "record-voided":
    case "record-restored":
      return touchedByRecord(ledger, operation.record);
    case "statement-written":
      return { days: [], period: periodIn(operation) };
    case "profile-adopted":
    case "member-added":
    case "member-changed":
    case "workstation-invited":
    case "invitation-revoked":
    case "workstation-joined":
    case "workstation-revoked":
    case "period-settled":
    case "period-closed":
    case "period-reopened":
    case "period-excepted":
    case "period-exception-ended":
    case "late-admitted":
    case "late-returned":
    case "lines-handed-back":
      return { days: [] };
  }
}

/** A moment before it counts: what comes while an exception lasts is let in. */
const isExcepted = ({ exception }: PeriodRecord, received: Instant): boolean =>
  exception !== undefined && received <= exception.ends;

/** The locks that an operation touches: of its days, or of the statement's own period. */
function findLocks(ledger: Ledger, { days, period }: Touched): PeriodRecord[] {
  const wanted = period === undefined ? undefined : periodOf(period);
  return [...ledger.periods.values()].filter((record) => {
    if (record.state === "open") return false;
    const locked = periodOf(record.id);
    if (days.some((day) => isWithin(day, locked))) return true;
    // A statement is fixed by a closing of its own period, or of one that holds it whole.
    return (
      record.state === "closed" &&
      wanted !== undefined &&
      isWithin(wanted.from, locked) &&
      isWithin(wanted.to, locked)
    );
  });
}

export type Admission = "free" | "late" | { readonly by: PeriodException };

/**
 * Whether an operation counts at once, has to wait for the leader, or is let in by an exception.
 * @param received when the daemon got it
 */
export function admissionOf(ledger: Ledger, operation: Operation, received: Instant): Admission {
  if (ledger.periods.isEmpty() && ledger.tray.isEmpty()) return "free";
  const touched = findTouched(ledger, operation);
  if (touched.record !== undefined && ledger.tray.has(touched.record)) return "late";
  const locks = findLocks(ledger, touched);
  if (!locks.every((lock) => isExcepted(lock, received))) return "late";
  const by = locks[0]?.exception;
  return by ? { by } : "free";
}
