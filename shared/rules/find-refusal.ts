/**
 * Whether an operation may be in the journal: rights first, then the word's own rules.
 *
 * Seen against the ledger just before it, and without a clock. What comes late for a closed
 * period is no refusal, nor is what conflicts with something its author had not seen: both are
 * recorded, and people decide.
 */
import { findEntry } from "../ledger/entry-table.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { hasRole, type Member, type Role } from "../ledger/members.ts";
import type { Operation, RecordReference } from "../ledger/operation.ts";
import { isStep } from "../ledger/problems.ts";
import { type FormerPlace, type Sight, sightOf } from "../ledger/sight.ts";
import type { Tracked } from "../ledger/trail.ts";
import { nameOf } from "../words/ids.ts";
import { findDutyRefusal } from "./duties.ts";
import { findEntryRefusal } from "./entries.ts";
import { findMemberRefusal } from "./members.ts";
import { findPeriodRefusal } from "./periods.ts";
import { findPositionRefusal } from "./positions.ts";
import { findProblemRefusal } from "./problems.ts";
import { findProfileRefusal } from "./profiles.ts";
import { findPublicationRefusal } from "./publications.ts";
import type { Refusal } from "./refusal.ts";
import { roleNeeded, roleToSign } from "./rights.ts";
import { findWorkstationRefusal, joinsByItself } from "./workstations.ts";

/** @param place where the operation stood before it was handed back; undefined for any other */
export function findRefusal(
  ledger: Ledger,
  operation: Operation,
  place?: FormerPlace,
): Refusal | undefined {
  return (
    findNameRefusal(operation) ??
    findRightsRefusal(ledger, operation) ??
    findWordRefusal(ledger, operation, sightOf(ledger, operation, place))
  );
}

/** A new record is named after the operation that makes it: no two can have the same name. */
function findNameRefusal(operation: Operation): Refusal | undefined {
  const name = findNewName(operation);
  const expected = nameOf(operation.id);
  return name === undefined || name === expected
    ? undefined
    : { reason: "name-not-own", name, expected };
}

function findNewName(operation: Operation): string | undefined {
  switch (operation.type) {
    case "entry-logged":
      return operation.entry.id;
    case "position-opened":
      return operation.position.id;
    case "problem-raised":
      return operation.problem.id;
    case "publication-drafted":
      return operation.publication.id;
    case "duty-assigned":
      return operation.duty.id;
    case "member-added":
      return operation.member.id;
    default:
      return undefined;
  }
}

function findRightsRefusal(ledger: Ledger, operation: Operation): Refusal | undefined {
  // The office's first operations make its first member: there is nobody yet to ask.
  if (ledger.members.isEmpty()) return undefined;
  const member = ledger.members.get(operation.by);
  if (!member?.active) return { reason: "not-a-member", member: operation.by };
  if (joinsByItself(ledger, operation)) return undefined;
  const role = roleFor(ledger, operation);
  if (!hasRole(member.role, role)) return { reason: "role-required", role };
  return findOwnershipRefusal(ledger, operation, member);
}

function roleFor(ledger: Ledger, operation: Operation): Role {
  if (operation.type !== "publication-reviewed") return roleNeeded[operation.type];
  const last = ledger.publications.get(operation.publication)?.reviews.at(-1);
  return roleToSign(last?.review === operation.review);
}

/** What somebody else wrote down is changed by the leader, not by a colleague. */
function findOwnershipRefusal(
  ledger: Ledger,
  operation: Operation,
  member: Member,
): Refusal | undefined {
  if (hasRole(member.role, "leader")) return undefined;
  const record = findChanged(operation);
  if (!record) return undefined;
  if (operation.type === "problem-step-withdrawn") {
    const steps = ledger.problems.get(operation.problem)?.steps ?? [];
    const step = steps.find((taken) => isStep(taken, operation.step));
    return !step || step.by === member.id
      ? undefined
      : { reason: "not-the-author", record: record.id };
  }
  if (operation.type === "publication-step-withdrawn") {
    const steps = ledger.publications.get(operation.publication)?.steps ?? [];
    const step = steps.find((taken) => taken.operation === operation.step);
    return !step || step.by === member.id
      ? undefined
      : { reason: "not-the-author", record: record.id };
  }
  const author = findRecord(ledger, record)?.trail.by;
  return author === undefined || author === member.id
    ? undefined
    : { reason: "not-the-author", record: record.id };
}

function findChanged(operation: Operation): RecordReference | undefined {
  switch (operation.type) {
    case "entry-amended":
      return { type: "entry", id: operation.entry };
    case "problem-amended":
    case "problem-step-withdrawn":
      return { type: "problem", id: operation.problem };
    case "publication-amended":
    case "publication-step-withdrawn":
      return { type: "publication", id: operation.publication };
    case "record-voided":
    case "record-restored":
      return operation.record;
    default:
      return undefined;
  }
}

function findRecord(ledger: Ledger, { type, id }: RecordReference): Tracked | undefined {
  switch (type) {
    case "entry":
      return findEntry(ledger.entries, id);
    case "position":
      return ledger.positions.get(id);
    case "problem":
      return ledger.problems.get(id);
    case "publication":
      return ledger.publications.get(id);
    case "duty":
      return ledger.duties.get(id);
  }
}

function findWordRefusal(ledger: Ledger, operation: Operation, sees: Sight): Refusal | undefined {
  switch (operation.type) {
    case "entry-logged":
    case "entry-amended":
      return findEntryRefusal(ledger, operation, sees);
    case "position-opened":
    case "position-amended":
    case "position-retired":
    case "position-reopened":
      return findPositionRefusal(ledger, operation, sees);
    case "problem-raised":
    case "problem-amended":
    case "problem-assigned":
    case "problem-rectified":
    case "problem-closed":
    case "problem-reopened":
    case "problem-step-withdrawn":
      return findProblemRefusal(ledger, operation, sees);
    case "publication-drafted":
    case "publication-amended":
    case "publication-reviewed":
    case "publication-sent-back":
    case "publication-released":
    case "publication-corrected":
    case "publication-withdrawn":
    case "publication-step-withdrawn":
      return findPublicationRefusal(ledger, operation, sees);
    case "duty-assigned":
    case "duty-ended":
    case "duty-resumed":
      return findDutyRefusal(ledger, operation, sees);
    case "record-voided":
    case "record-restored":
      return findVoidRefusal(ledger, operation, sees);
    case "member-added":
    case "member-changed":
      return findMemberRefusal(ledger, operation);
    case "workstation-invited":
    case "invitation-revoked":
    case "workstation-joined":
    case "workstation-revoked":
      return findWorkstationRefusal(ledger, operation);
    case "profile-adopted":
      return findProfileRefusal(ledger, operation.profile);
    case "period-settled":
    case "period-closed":
    case "period-reopened":
    case "period-excepted":
    case "period-exception-ended":
      return findPeriodRefusal(ledger, operation, sees);
    case "statement-written": {
      const { statement: id } = operation;
      const slots = ledger.profiles.at(-1)?.profile.statements ?? [];
      return slots.some((slot) => slot.id === id)
        ? undefined
        : { reason: "no-such", word: "statement", id };
    }
    case "lines-handed-back":
      return undefined;
    case "late-admitted":
    case "late-returned": {
      const id = nameOf(operation.late);
      if (!ledger.tray.has(id)) return { reason: "no-such", word: "late", id };
      return operation.type === "late-returned" && operation.reason.trim() === ""
        ? { reason: "reason-required" }
        : undefined;
    }
  }
}

function findVoidRefusal(
  ledger: Ledger,
  operation: Operation & { type: "record-voided" | "record-restored" },
  sees: Sight,
): Refusal | undefined {
  const { record: reference } = operation;
  const { type: word, id } = reference;
  const record = findRecord(ledger, reference);
  if (!record) return ledger.tray.has(id) ? undefined : { reason: "no-such", word, id };
  const { voided } = record.trail;
  if (operation.type === "record-restored") {
    return voided ? undefined : { reason: "not-voided", record: id };
  }
  if (operation.reason.trim() === "") return { reason: "reason-required" };
  const isSettled = !record.trail.conflicts?.some(({ about }) => about === "void");
  const isKnown = voided && sees(voided.seq) && isSettled;
  return isKnown ? { reason: "already-voided", record: id } : undefined;
}
