/**
 * fold(ledger, recorded): what the ledger is after one more line of the journal.
 *
 * Pure, total and deterministic: it runs unchanged in the daemon, on each workstation and in the
 * tests, and never refuses; whether something may be recorded was decided before. An operation
 * of a type that this version does not know is counted and left alone.
 */
import type { Instant } from "../words/dates.ts";
import { nameOf, type Seq } from "../words/ids.ts";
import { hashOperation } from "./chain.ts";
import { foldDuty } from "./duties.ts";
import { foldEntry } from "./entries.ts";
import { findEntry, putEntry } from "./entry-table.ts";
import { admissionOf } from "./late.ts";
import type { Late, Ledger } from "./ledger.ts";
import { foldMember } from "./members.ts";
import { isKnownType, type Operation, type Recorded, type RecordReference } from "./operation.ts";
import { foldPeriod, foldStatement } from "./periods.ts";
import { foldPosition } from "./positions.ts";
import { foldProblem } from "./problems.ts";
import { foldPublication } from "./publications.ts";
import { foldHandedBack, sightOf } from "./sight.ts";
import { findTouchedRecord } from "./touched-record.ts";
import { type Act, restoreRecord, type Tracked, voidRecord } from "./trail.ts";
import { foldWorkstation } from "./workstations.ts";

/**
 * @param hash the operation's own hash, where the caller has it already; it is computed otherwise
 */
export function fold(ledger: Ledger, recorded: Recorded, hash?: string): Ledger {
  const numbered = countLine(ledger, recorded, hash);
  if ("declined" in recorded) return numbered;
  const { operation, seq, received } = recorded;
  if (!isKnownType(operation.type)) return { ...numbered, unknown: ledger.unknown + 1 };
  const known = operation as Operation;
  const admission = admissionOf(ledger, known, received);
  if (admission === "late") {
    return {
      ...numbered,
      tray: ledger.tray.set(nameOf(known.id), { operation: known, seq, received }),
    };
  }
  const applied = apply(numbered, known, actOf(numbered, known, seq, received));
  return admission === "free" ? applied : markCorrected(applied, known, admission.by.seq);
}

const actOf = (ledger: Ledger, operation: Operation, seq: Seq, received: Instant): Act => ({
  seq,
  name: nameOf(operation.id),
  received,
  sees: sightOf(ledger, operation, ledger.handedBack.get(seq)),
  workstation: operation.id.workstation,
  by: operation.by,
});

/** The chain goes on, and the workstation's own numbers too, recorded or declined. */
function countLine(ledger: Ledger, recorded: Recorded, known: string | undefined): Ledger {
  const { seq, hash, handedBack } = recorded;
  const { id, hash: own } =
    "declined" in recorded
      ? recorded.declined
      : { id: recorded.operation.id, hash: known ?? hashOperation(recorded.operation) };
  const before = ledger.workstations.get(id.workstation);
  const declined =
    "declined" in recorded
      ? { declined: [...(before?.declined ?? []), { n: id.n, seq }] }
      : undefined;
  const counted = { ...before, n: id.n, hash: own as typeof hash, seq, ...declined };
  const pasts = handedBack ? foldHandedBack(ledger, seq, handedBack) : {};
  const workstations = ledger.workstations.set(id.workstation, counted);
  return { ...ledger, seq, hash, workstations, ...pasts };
}

function apply(ledger: Ledger, operation: Operation, act: Act): Ledger {
  switch (operation.type) {
    case "profile-adopted": {
      const adopted = { seq: act.seq, profile: operation.profile };
      return { ...ledger, profiles: [...ledger.profiles, adopted] };
    }
    case "member-added":
    case "member-changed":
      return { ...ledger, members: foldMember(ledger.members, operation, act) };
    case "workstation-invited":
    case "invitation-revoked":
    case "workstation-joined":
    case "workstation-revoked":
      return { ...ledger, ...foldWorkstation(ledger, operation, act) };
    case "entry-logged":
    case "entry-amended":
      return { ...ledger, entries: foldEntry(ledger.entries, operation, act) };
    case "position-opened":
    case "position-amended":
    case "position-retired":
    case "position-reopened":
      return { ...ledger, positions: foldPosition(ledger.positions, operation, act) };
    case "problem-raised":
    case "problem-amended":
    case "problem-assigned":
    case "problem-rectified":
    case "problem-closed":
    case "problem-reopened":
    case "problem-step-withdrawn":
      return { ...ledger, problems: foldProblem(ledger.problems, operation, act) };
    case "publication-drafted":
    case "publication-amended":
    case "publication-reviewed":
    case "publication-sent-back":
    case "publication-released":
    case "publication-corrected":
    case "publication-withdrawn":
    case "publication-step-withdrawn":
      return { ...ledger, publications: foldPublication(ledger.publications, operation, act) };
    case "duty-assigned":
    case "duty-ended":
    case "duty-resumed":
      return { ...ledger, duties: foldDuty(ledger.duties, operation, act) };
    case "period-settled":
    case "period-closed":
    case "period-reopened":
    case "period-excepted":
    case "period-exception-ended":
      return { ...ledger, periods: foldPeriod(ledger.periods, operation, act) };
    case "statement-written":
      return { ...ledger, statements: foldStatement(ledger.statements, operation, act) };
    case "record-voided":
      return changeRecord(ledger, operation.record, (record) =>
        voidRecord(record, operation.reason, act),
      );
    case "record-restored":
      return changeRecord(ledger, operation.record, (record) => restoreRecord(record, act));
    case "lines-handed-back":
      return ledger; // said in the journal; the lines themselves came before it
    case "late-admitted": {
      const late = ledger.tray.get(nameOf(operation.late));
      return late ? admit(ledger, late, act) : ledger;
    }
    case "late-returned": {
      const name = nameOf(operation.late);
      const late = ledger.tray.get(name);
      if (!late) return ledger;
      const returned = { ...late, reason: operation.reason, returnedBy: act.by };
      return {
        ...ledger,
        tray: ledger.tray.delete(name),
        returned: ledger.returned.set(name, returned),
      };
    }
  }
}

/** What both kinds of void and all tables have in common. */
function changeRecord(
  ledger: Ledger,
  { type, id }: RecordReference,
  change: <R extends Tracked>(record: R) => R,
): Ledger {
  switch (type) {
    case "entry": {
      const entry = findEntry(ledger.entries, id);
      return entry ? { ...ledger, entries: putEntry(ledger.entries, change(entry)) } : ledger;
    }
    case "position": {
      const position = ledger.positions.get(id);
      return position
        ? { ...ledger, positions: ledger.positions.set(id, change(position)) }
        : ledger;
    }
    case "problem": {
      const problem = ledger.problems.get(id);
      return problem ? { ...ledger, problems: ledger.problems.set(id, change(problem)) } : ledger;
    }
    case "publication": {
      const publication = ledger.publications.get(id);
      if (!publication) return ledger;
      return { ...ledger, publications: ledger.publications.set(id, change(publication)) };
    }
    case "duty": {
      const duty = ledger.duties.get(id);
      return duty ? { ...ledger, duties: ledger.duties.set(id, change(duty)) } : ledger;
    }
  }
}

/** A late operation takes effect now, in its author's name, and its record says so (更正). */
function admit(ledger: Ledger, late: Late, admission: Act): Ledger {
  const { operation } = late;
  const name = nameOf(operation.id);
  const open = { ...ledger, tray: ledger.tray.delete(name) };
  const applied = apply(open, operation, actOf(ledger, operation, late.seq, late.received));
  return markCorrected(applied, operation, admission.seq);
}

/** @param by the act that let it in: the leader's word on this one, or an exception */
function markCorrected(ledger: Ledger, operation: Operation, by: Seq): Ledger {
  const touched = findTouchedRecord(operation);
  if (!touched) return ledger;
  return changeRecord(ledger, touched, (record) => ({
    ...record,
    trail: { ...record.trail, admitted: by },
  }));
}
