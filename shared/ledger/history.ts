/**
 * The history of a record: who changed what, when, from which value to which. Read from the
 * operations that touched it, so it can say no more and no less than the journal.
 */
import type { Instant } from "../words/dates.ts";
import type { MemberId, Seq } from "../words/ids.ts";
import type { Operation, RecordedOperation } from "./operation.ts";

export interface FieldChange {
  readonly field: string;
  readonly before?: unknown; // absent where there was nothing
  readonly after?: unknown;
}
export interface Change {
  readonly seq: Seq;
  readonly received: Instant;
  readonly clock: Instant;
  readonly by: MemberId;
  readonly type: Operation["type"];
  readonly fields: readonly FieldChange[];
}

type Values = Map<string, unknown>;

/** @param recorded the operations that touched one record, oldest first */
export function historyOf(recorded: readonly RecordedOperation[]): Change[] {
  const values: Values = new Map();
  return recorded.map(({ seq, received, operation }) => {
    const known = operation as Operation;
    const fields = changeFields(values, said(known, values));
    return { seq, received, clock: known.clock, by: known.by, type: known.type, fields };
  });
}

/** What an operation that is not recorded would change of a record as it stands. */
export function changesOn(
  record: Readonly<Record<string, unknown>>,
  operation: Operation,
): FieldChange[] {
  const values: Values = new Map(Object.entries(record));
  return changeFields(values, said(operation, values));
}

function changeFields(values: Values, said: Readonly<Record<string, unknown>>): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, after] of Object.entries(said)) {
    if (field === "id" || after === undefined) continue;
    const before = values.get(field);
    changes.push({
      field,
      ...(before === undefined ? {} : { before }),
      ...(after === null ? {} : { after }),
    });
    if (after === null) values.delete(field);
    else values.set(field, after);
  }
  return changes;
}

/** What an operation says of the fields of its record; null takes one away. */
function said(operation: Operation, values: Values): Readonly<Record<string, unknown>> {
  switch (operation.type) {
    case "entry-logged":
      return operation.entry;
    case "position-opened":
      return operation.position;
    case "problem-raised":
      return operation.problem;
    case "publication-drafted":
      return operation.publication;
    case "duty-assigned":
      return operation.duty;
    case "member-added":
      return operation.member;
    case "entry-amended":
      return {
        ...operation.changes,
        ...(operation.units ? { units: merged(values.get("units"), operation.units) } : {}),
        ...(operation.marks ? { marks: merged(values.get("marks"), operation.marks) } : {}),
      };
    case "position-amended":
    case "problem-amended":
    case "publication-amended":
    case "member-changed":
      return operation.changes;
    case "position-retired":
      return { retired: operation.on };
    case "position-reopened":
      return { retired: null, opened: operation.on };
    case "problem-assigned":
      return {
        step: operation.type,
        on: operation.on,
        owner: operation.owner,
        deadline: operation.deadline,
      };
    case "problem-rectified":
      return {
        step: operation.type,
        on: operation.on,
        measure: operation.measure,
        result: operation.result,
      };
    case "problem-closed":
      return { step: operation.type, on: operation.on };
    case "problem-reopened":
      return { step: operation.type, on: operation.on, reason: operation.reason };
    case "problem-step-withdrawn":
      return { step: operation.type };
    case "publication-reviewed":
      return {
        step: operation.type,
        review: operation.review,
        on: operation.on,
        opinion: operation.opinion,
        proofreading: operation.proofreading,
      };
    case "publication-sent-back":
    case "publication-withdrawn":
      return { step: operation.type, on: operation.on, reason: operation.reason };
    case "publication-released":
      return {
        step: operation.type,
        on: operation.on,
        position: operation.position,
        outlet: operation.outlet,
        mediaLevel: operation.mediaLevel,
        link: operation.link,
      };
    case "publication-corrected":
      return {
        step: operation.type,
        on: operation.on,
        correction: operation.correction,
        link: operation.link,
      };
    case "publication-step-withdrawn":
      return { step: operation.type };
    case "duty-ended":
      return { until: operation.on, reason: operation.reason };
    case "duty-resumed":
      return { until: null };
    case "record-voided":
      return { voided: operation.reason };
    case "record-restored":
      return { voided: null };
    case "statement-written":
      return { text: operation.text };
    case "profile-adopted":
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
      return {};
  }
}

function merged(
  before: unknown,
  {
    add = [],
    remove = [],
  }: { add?: readonly string[] | undefined; remove?: readonly string[] | undefined },
): string[] {
  const kept = (Array.isArray(before) ? (before as string[]) : []).filter(
    (one) => !remove.includes(one),
  );
  return [...new Set([...kept, ...add])].sort();
}
