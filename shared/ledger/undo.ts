/**
 * Undo: the operation that takes one's own last one back. Nothing is removed from the journal; a
 * counter-operation is added, and only while nobody else has changed the same field since.
 */
import type { LocalDate } from "../words/dates.ts";
import { nameOf, type Seq } from "../words/ids.ts";
import { findEntry } from "./entry-table.ts";
import type { Change } from "./history.ts";
import type { Ledger } from "./ledger.ts";
import type { Operation, OperationBody } from "./operation.ts";
import { periodIn } from "./period-names.ts";
import { periodOfAct, statementKey } from "./periods.ts";
import { lastSpan } from "./positions.ts";
import type { Tracked } from "./trail.ts";

export type NotUndoable = "changed-since" | "cannot-be-undone";

/**
 * @param change what the operation changed, from the history of its record
 * @param reason the words for a void that an undo makes
 */
export function findCounter(
  ledger: Ledger,
  operation: Operation,
  seq: Seq,
  change: Change | undefined,
  reason: string,
): OperationBody | NotUndoable {
  switch (operation.type) {
    case "entry-logged":
      return { type: "record-voided", record: { type: "entry", id: operation.entry.id }, reason };
    case "position-opened":
      return {
        type: "record-voided",
        record: { type: "position", id: operation.position.id },
        reason,
      };
    case "problem-raised":
      return {
        type: "record-voided",
        record: { type: "problem", id: operation.problem.id },
        reason,
      };
    case "publication-drafted":
      return {
        type: "record-voided",
        record: { type: "publication", id: operation.publication.id },
        reason,
      };
    case "duty-assigned":
      return { type: "record-voided", record: { type: "duty", id: operation.duty.id }, reason };
    case "entry-amended": {
      const { entry: id, type, units, marks } = operation;
      if (!isLastEdit(findEntry(ledger.entries, id), seq, change)) return "changed-since";
      return {
        type,
        entry: id,
        changes: before(change),
        ...(units ? { units: { add: units.remove, remove: units.add } } : {}),
        ...(marks ? { marks: { add: marks.remove, remove: marks.add } } : {}),
      };
    }
    case "position-amended": {
      const { position, type } = operation;
      if (!isLastEdit(ledger.positions.get(position), seq, change)) return "changed-since";
      return { type, position, changes: before(change) };
    }
    case "problem-amended": {
      const { problem, type } = operation;
      if (!isLastEdit(ledger.problems.get(problem), seq, change)) return "changed-since";
      return { type, problem, changes: before(change) };
    }
    case "publication-amended": {
      const { publication, type } = operation;
      const now = ledger.publications.get(publication);
      if (!isLastEdit(now, seq, change)) return "changed-since";
      return { type, publication, changes: before(change) };
    }
    case "duty-ended":
    case "duty-resumed": {
      const { duty } = operation;
      // The reason for its end is told by the history; of the duty itself only the day is changed.
      const days = change?.fields.filter(({ field }) => field === "until") ?? [];
      const ofDays = change && { ...change, fields: days };
      if (!isLastEdit(ledger.duties.get(duty), seq, ofDays)) return "changed-since";
      const until = days[0]?.before;
      if (until === undefined) return { type: "duty-resumed", duty };
      return { type: "duty-ended", duty, on: until as LocalDate };
    }
    case "member-changed": {
      const { member, type } = operation;
      if (!isLastEdit(ledger.members.get(member), seq, change)) return "changed-since";
      return { type, member, changes: before(change) };
    }
    case "record-voided":
      return { type: "record-restored", record: operation.record };
    case "record-restored":
      return { type: "record-voided", record: operation.record, reason };
    case "position-retired": {
      const position = ledger.positions.get(operation.position);
      const to = position && lastSpan(position)?.to;
      if (to !== operation.on) return "changed-since";
      return { type: "position-reopened", position: operation.position, on: to };
    }
    case "position-reopened": {
      const { position: id, on } = operation;
      const former = change?.fields.find(({ field }) => field === "retired")?.before as
        | LocalDate
        | undefined;
      // Within its last days it was as if never retired; a span of its own cannot be taken back.
      if (former === undefined || on > former) return "cannot-be-undone";
      const position = ledger.positions.get(id);
      if (position === undefined || lastSpan(position)?.to) return "changed-since";
      return { type: "position-retired", position: id, on: former };
    }
    case "problem-assigned":
    case "problem-rectified":
    case "problem-closed":
    case "problem-reopened": {
      const problem = ledger.problems.get(operation.problem);
      const step = nameOf(operation.id);
      if (problem?.steps.at(-1)?.operation !== step) return "changed-since";
      return { type: "problem-step-withdrawn", problem: operation.problem, step };
    }
    case "publication-reviewed":
    case "publication-sent-back":
    case "publication-released":
    case "publication-corrected":
    case "publication-withdrawn": {
      const { publication } = operation;
      const step = nameOf(operation.id);
      const last = ledger.publications.get(publication)?.steps.at(-1);
      if (last?.operation !== step) return "changed-since";
      return { type: "publication-step-withdrawn", publication, step };
    }
    case "statement-written": {
      const { type, statement } = operation;
      const period = periodIn(operation);
      const now = ledger.statements.get(statementKey(period, statement));
      if (!isLastEdit(now, seq, change)) return "changed-since";
      const text = change?.fields.find(({ field }) => field === "text")?.before;
      return { type, period, statement, text: typeof text === "string" ? text : "" };
    }
    case "period-settled":
    case "period-closed":
    case "period-excepted":
      return findPeriodCounter(ledger, operation, seq, reason);
    case "period-reopened": // closing anew looks at the report anew
    case "period-exception-ended":
    case "problem-step-withdrawn":
    case "publication-step-withdrawn":
    case "profile-adopted":
    case "member-added":
    case "workstation-invited":
    case "invitation-revoked":
    case "workstation-joined":
    case "workstation-revoked":
    case "late-admitted":
    case "late-returned":
    case "lines-handed-back":
      return "cannot-be-undone";
  }
}

/** The lock before it comes back, as long as nothing was done to the period since. */
function findPeriodCounter(
  { periods }: Ledger,
  operation: Operation & { type: "period-settled" | "period-closed" | "period-excepted" },
  seq: Seq,
  reason: string,
): OperationBody | NotUndoable {
  const { type } = operation;
  const period = periodOfAct(operation);
  const acts = (periods.get(period)?.acts ?? []).filter(({ forestalled }) => !forestalled);
  if (acts.at(-1)?.seq !== seq) return "changed-since";
  if (type === "period-excepted") return { type: "period-exception-ended", period };
  const locks = acts.filter(({ type: one }) => !one.startsWith("period-exce"));
  const wasSettled = type === "period-closed" && locks.at(-2)?.type === "period-settled";
  return { type: "period-reopened", period, reason, ...(wasSettled ? { to: "settled" } : {}) };
}

/** Every field that it changed still stands as it left it. */
function isLastEdit(record: Tracked | undefined, seq: Seq, change: Change | undefined): boolean {
  if (!record || !change) return false;
  const { edits, seqs } = record.trail;
  return change.fields
    .filter(({ field }) => field !== "units" && field !== "marks")
    .every(({ field }) => (edits?.[field]?.seq ?? seqs[0]) === seq);
}

/** The fields as they were; null takes away what was not there. */
const before = (change: Change | undefined): Record<string, never> =>
  Object.fromEntries(
    (change?.fields ?? [])
      .filter(({ field }) => field !== "units" && field !== "marks")
      .map(({ field, before: value }) => [field, value ?? null]),
  ) as Record<string, never>;
