/** The steps that a problem may take now, and what keeps one member from taking one. */
import { hasRole, type Member } from "../../../../shared/ledger/members.ts";
import {
  findRectification,
  type Problem,
  type ProblemStep,
  statusOf,
  stepsFrom,
} from "../../../../shared/ledger/problems.ts";
import type { Refusal } from "../../../../shared/rules/refusal.ts";
import { roleNeeded } from "../../../../shared/rules/rights.ts";

export type StepName = ProblemStep["type"];

export const stepsOf = (problem: Problem): StepName[] =>
  (Object.keys(stepsFrom) as StepName[]).filter((step) =>
    stepsFrom[step].includes(statusOf(problem)),
  );

/**
 * Said before a form is filled in for nothing; the daemon decides.
 * @returns undefined where nothing is known against it
 */
export function findStepBar(
  problem: Problem,
  step: StepName,
  member: Member | undefined,
): Refusal | undefined {
  const role = roleNeeded[step];
  if (!member || !hasRole(member.role, role)) return { reason: "role-required", role };
  if (!stepsOf(problem).includes(step)) {
    return { reason: "step-not-possible", step, status: statusOf(problem) };
  }
  return step === "problem-closed" && findRectification(problem)?.by === member.id
    ? { reason: "closed-by-its-rectifier", problem: problem.id }
    : undefined;
}

/** Staff take back their own step and mend what they raised; the leader everybody's. */
export function findMendingBar(
  { id }: Problem,
  author: string | undefined,
  member: Member | undefined,
): Refusal | undefined {
  const may = member && (member.id === author || hasRole(member.role, "leader"));
  return may ? undefined : { reason: "not-the-author", record: id };
}
