/**
 * A run of edits without the daemon counts as one: each is compared with what the first of them had
 * seen, or else a later one would hide that somebody else had changed the same field meanwhile.
 */
import type { Operation, OperationBody } from "../../../shared/ledger/operation.ts";
import { nameOf, type Seq, seqOf } from "../../../shared/words/ids.ts";

/** What the author of this had seen, given what of the same record is still waiting. */
export function sawBefore(pending: readonly Operation[], body: OperationBody, seen: Seq): Seq {
  const record = recordOf(body);
  if (record === undefined) return seen;
  const run = pending.filter(
    (operation) => recordOf(operation) === record || nameOf(operation.id) === record,
  );
  return seqOf(Math.min(seen, ...run.map(({ saw }) => saw.seq)));
}

/** The record that this changes; undefined for what makes a new one. */
function recordOf(body: OperationBody): string | undefined {
  switch (body.type) {
    case "entry-amended":
      return body.entry;
    case "position-amended":
    case "position-retired":
    case "position-reopened":
      return body.position;
    case "problem-amended":
    case "problem-assigned":
    case "problem-rectified":
    case "problem-closed":
    case "problem-reopened":
    case "problem-step-withdrawn":
      return body.problem;
    case "publication-amended":
    case "publication-reviewed":
    case "publication-sent-back":
    case "publication-released":
    case "publication-corrected":
    case "publication-withdrawn":
    case "publication-step-withdrawn":
      return body.publication;
    case "duty-ended":
    case "duty-resumed":
      return body.duty;
    case "record-voided":
    case "record-restored":
      return body.record.id;
    case "member-changed":
      return body.member;
    case "statement-written":
      return `${body.period} ${body.statement}`;
    default:
      return undefined;
  }
}
