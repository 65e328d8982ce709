/**
 * Problems (问题): found → being rectified → rectified → closed 销号, and reopened where it comes
 * back. Each step carries its day and its person; the status is what the steps say, so "rectified
 * by the closing day" can be asked of any day.
 *
 * Of two steps that met unseen, the first recorded counts and the second is kept as a conflict.
 */
import type { Map as Table } from "immutable";
import { z } from "zod";
import { LocalDate } from "../words/dates.ts";
import {
  CategoryId,
  CheckItemId,
  EntryId,
  MemberId,
  OperationName,
  PositionId,
  ProblemId,
  Seq,
  UnitId,
} from "../words/ids.ts";
import { PlainLines, PlainText } from "../words/plain-text.ts";
import { type Act, addConflict, amendFields, startTrail, type Tracked } from "./trail.ts";

export const Level = z.enum(["ordinary", "serious"]); // 一般 较重

const fields = {
  title: PlainText,
  on: LocalDate, // the day it was found
  level: Level,
  unit: UnitId.optional(),
  position: PositionId.optional(),
  category: CategoryId.optional(), // of its position, copied
  note: PlainLines.optional(),
};

export const NewProblem = z.looseObject({
  id: ProblemId,
  ...fields,
  inspection: EntryId.optional(), // where it was found
  item: CheckItemId.optional(),
});
export type NewProblem = z.infer<typeof NewProblem>;

const step = { problem: ProblemId, on: LocalDate };

export const ProblemRaised = z.looseObject({
  type: z.literal("problem-raised"),
  problem: NewProblem,
});
export const ProblemAmended = z.looseObject({
  type: z.literal("problem-amended"),
  problem: ProblemId,
  changes: z
    .strictObject({ ...fields, unit: fields.unit.nullable(), note: fields.note.nullable() })
    .partial(),
});
export const ProblemAssigned = z.looseObject({
  type: z.literal("problem-assigned"),
  ...step,
  owner: MemberId,
  deadline: LocalDate,
});
export const ProblemRectified = z.looseObject({
  type: z.literal("problem-rectified"),
  ...step,
  measure: PlainLines,
  result: PlainLines.optional(),
});
export const ProblemClosed = z.looseObject({
  type: z.literal("problem-closed"),
  ...step,
  note: PlainLines.optional(),
});
export const ProblemReopened = z.looseObject({
  type: z.literal("problem-reopened"),
  ...step,
  reason: PlainLines,
});
/** The counter-operation of a step: that step no longer counts. */
export const ProblemStepWithdrawn = z.looseObject({
  type: z.literal("problem-step-withdrawn"),
  problem: ProblemId,
  step: z.union([OperationName, Seq]), // the operation that took it; its number until 0.1
});

export type ProblemStep =
  | z.infer<typeof ProblemAssigned>
  | z.infer<typeof ProblemRectified>
  | z.infer<typeof ProblemClosed>
  | z.infer<typeof ProblemReopened>;
export type ProblemOperation =
  | z.infer<typeof ProblemRaised>
  | z.infer<typeof ProblemAmended>
  | z.infer<typeof ProblemStepWithdrawn>
  | ProblemStep;

export type Status = "found" | "being-rectified" | "rectified" | "closed";

/** One step taken: what was said, by whom, under which number and name. */
export type Step = ProblemStep & {
  readonly by: MemberId;
  readonly seq: Seq;
  readonly operation: string; // its name
};

/** Whether a withdrawal names this step. */
export const isStep = (taken: Step, named: string | Seq): boolean =>
  taken.operation === named || taken.seq === named;

export type Problem = NewProblem & Tracked & { readonly steps: readonly Step[] };
export type Problems = Table<ProblemId, Problem>;

const leadsTo: Readonly<Record<ProblemStep["type"], Status>> = {
  "problem-assigned": "being-rectified",
  "problem-rectified": "rectified",
  "problem-closed": "closed",
  "problem-reopened": "being-rectified",
};

/** From which statuses a step may be taken. Assigning again gives a new owner or deadline. */
export const stepsFrom: Readonly<Record<ProblemStep["type"], readonly Status[]>> = {
  "problem-assigned": ["found", "being-rectified"],
  "problem-rectified": ["being-rectified"],
  "problem-closed": ["rectified"],
  "problem-reopened": ["rectified", "closed"],
};

const statusAfter = (steps: readonly Step[]): Status => {
  const last = steps.at(-1);
  return last ? leadsTo[last.type] : "found";
};
export const statusOf = (problem: Problem): Status => statusAfter(problem.steps);

/** The status on the evening of that day; undefined before it was found. */
export const statusOn = (problem: Problem, day: LocalDate): Status | undefined =>
  problem.on > day ? undefined : statusAfter(problem.steps.filter((taken) => taken.on <= day));

/** Who has to rectify it, and until when: from the last assignment by that day. */
export const findAssignment = (problem: Problem, day?: LocalDate) =>
  problem.steps.findLast(
    (taken) => taken.type === "problem-assigned" && (day === undefined || taken.on <= day),
  ) as (Step & { type: "problem-assigned" }) | undefined;

/** Not rectified on that day though its deadline is past. Computed, never typed. */
export function isOverdue(problem: Problem, day: LocalDate): boolean {
  const assignment = findAssignment(problem, day);
  return statusOn(problem, day) === "being-rectified" && !!assignment && assignment.deadline < day;
}

/** The last step that rectified it: closing is for somebody else. */
export const findRectification = (problem: Problem): Step | undefined =>
  problem.steps.findLast((taken) => taken.type === "problem-rectified");

export const fitsStatus = (problem: Problem, type: ProblemStep["type"]): boolean =>
  stepsFrom[type].includes(statusOf(problem));

export function foldProblem(problems: Problems, operation: ProblemOperation, act: Act): Problems {
  if (operation.type === "problem-raised") {
    const { problem } = operation;
    if (problems.has(problem.id)) return problems;
    return problems.set(problem.id, { ...problem, steps: [], trail: startTrail(act) });
  }
  const problem = problems.get(operation.problem);
  if (!problem) return problems;
  if (operation.type === "problem-amended") {
    return problems.set(problem.id, amendFields(problem, operation.changes, act));
  }
  const seen = amendFields(problem, {}, act);
  if (operation.type === "problem-step-withdrawn") {
    const steps = problem.steps.filter((taken) => !isStep(taken, operation.step));
    return problems.set(problem.id, { ...seen, steps });
  }
  if (!fitsStatus(problem, operation.type)) {
    const { seq, by } = act;
    const trail = addConflict(seen.trail, { about: "step", step: operation.type, seq, by });
    return problems.set(problem.id, { ...seen, trail });
  }
  const taken: Step = { ...stepOnly(operation), by: act.by, seq: act.seq, operation: act.name };
  return problems.set(problem.id, { ...seen, steps: [...problem.steps, taken] });
}

/** The step without its envelope: number, chain and clock are not part of the problem. */
function stepOnly(operation: ProblemStep): ProblemStep {
  switch (operation.type) {
    case "problem-assigned": {
      const { type, problem, on, owner, deadline } = operation;
      return { type, problem, on, owner, deadline };
    }
    case "problem-rectified": {
      const { type, problem, on, measure, result } = operation;
      return { type, problem, on, measure, ...(result ? { result } : {}) };
    }
    case "problem-closed": {
      const { type, problem, on, note } = operation;
      return { type, problem, on, ...(note ? { note } : {}) };
    }
    case "problem-reopened": {
      const { type, problem, on, reason } = operation;
      return { type, problem, on, reason };
    }
  }
}
