/** The order of a problem's statuses, and who may take each step. */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import {
  findRectification,
  fitsStatus,
  isStep,
  type Problem,
  statusOf,
} from "../ledger/problems.ts";
import type { Sight } from "../ledger/sight.ts";
import type { Seq } from "../words/ids.ts";
import type { Refusal } from "./refusal.ts";

type ProblemOperation = Extract<Operation, { type: `problem-${string}` }>;
type StepOperation = Exclude<
  ProblemOperation,
  { type: "problem-raised" | "problem-amended" | "problem-step-withdrawn" }
>;

export function findProblemRefusal(
  ledger: Ledger,
  operation: ProblemOperation,
  sees: Sight,
): Refusal | undefined {
  if (operation.type === "problem-raised") return findMisfit(ledger, operation.problem);
  const { problem: id } = operation;
  const problem = ledger.problems.get(id);
  if (!problem) return ledger.tray.has(id) ? undefined : { reason: "no-such", word: "problem", id };
  const voided = problem.trail.voided;
  if (voided && sees(voided.seq)) return { reason: "already-voided", record: id };
  switch (operation.type) {
    case "problem-amended":
      return findMisfit(ledger, operation.changes);
    case "problem-step-withdrawn":
      return isLastStep(problem, operation.step)
        ? undefined
        : { reason: "not-the-last-step", problem: id };
    case "problem-assigned":
    case "problem-rectified":
    case "problem-closed":
    case "problem-reopened":
      return findStepRefusal(ledger, problem, operation, sees);
  }
}

function isLastStep({ steps }: Problem, named: string | Seq): boolean {
  const last = steps.at(-1);
  return last !== undefined && isStep(last, named);
}

function findStepRefusal(
  ledger: Ledger,
  problem: Problem,
  operation: StepOperation,
  sees: Sight,
): Refusal | undefined {
  const { type: step, on } = operation;
  const last = problem.steps.at(-1);
  // A step whose author had not seen the last one is recorded, and shown as a conflict.
  const unseen = last !== undefined && !sees(last.seq) && last.by !== operation.by;
  if (unseen) return undefined;
  if (!fitsStatus(problem, step)) {
    return { reason: "step-not-possible", step, status: statusOf(problem) };
  }
  const lastDay = last?.on ?? problem.on;
  if (on < lastDay) return { reason: "step-before-last", on, last: lastDay };
  if (step === "problem-closed" && findRectification(problem)?.by === operation.by) {
    return { reason: "closed-by-its-rectifier", problem: problem.id };
  }
  if (step === "problem-reopened" && operation.reason.trim() === "") {
    return { reason: "reason-required" };
  }
  if (step === "problem-rectified" && operation.measure.trim() === "") {
    return { reason: "malformed", path: "measure", issue: "blank" };
  }
  if (step !== "problem-assigned") return undefined;
  const { owner, deadline } = operation;
  if (deadline < on) return { reason: "deadline-before-step", deadline, on };
  return ledger.members.get(owner)?.active ? undefined : { reason: "not-a-member", member: owner };
}

function findMisfit(
  ledger: Ledger,
  { unit, position }: { readonly unit?: unknown; readonly position?: unknown },
): Refusal | undefined {
  const units = findProfile(ledger)?.units ?? [];
  if (typeof unit === "string" && !units.some(({ id }) => id === unit)) {
    return { reason: "no-such", word: "unit", id: unit };
  }
  if (typeof position !== "string") return undefined;
  const known = ledger.positions.some(({ id }) => id === position) || ledger.tray.has(position);
  return known ? undefined : { reason: "no-such", word: "position", id: position };
}
