/**
 * A run of edits without the daemon counts as one: each is compared with what the first of them had
 * seen, or else a later one would hide that somebody else had changed the same field meanwhile.
 */
import type { Operation, OperationBody } from "../../../shared/ledger/operation.ts";
import { periodIn } from "../../../shared/ledger/period-names.ts";
import { nameOf, type Seq, seqOf } from "../../../shared/words/ids.ts";

/** What the author of something had seen, given what of the same record is still waiting. */
export type Runs = (body: OperationBody, seen: Seq) => Seq;

/** Gone through once, however much waits and however much is written next. */
export function runsIn(pending: readonly Operation[]): Runs {
  const least = new Map<string, Seq>();
  const note = (record: string, { saw }: Operation) => {
    const before = least.get(record);
    if (before === undefined || saw.seq < before) least.set(record, saw.seq);
  };
  for (const operation of pending) {
    const record = recordOf(operation);
    if (record !== undefined) note(record, operation);
    note(nameOf(operation.id), operation);
  }
  return (body, seen) => {
    const record = recordOf(body);
    const first = record === undefined ? undefined : least.get(record);
    return first === undefined ? seen : seqOf(Math.min(seen, first));
  };
}

/** The same for what waits at each moment: gone through anew only when that is other. */
export function runsOf(pending: () => readonly Operation[]): Runs {
  let known: { of: readonly Operation[]; length: number; runs: Runs } | undefined;
  return (body, seen) => {
    const of = pending();
    if (known?.of !== of || known.length !== of.length) {
      known = { of, length: of.length, runs: runsIn(of) };
    }
    return known.runs(body, seen);
  };
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
      return `${periodIn(body)} ${body.statement}`;
    default:
      return undefined;
  }
}
