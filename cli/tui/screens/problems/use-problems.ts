/** Problems by deadline, overdue first, and the steps that each of them may take now. */
import { useMemo } from "react";
import {
  findAssignment,
  isOverdue,
  type Problem,
  type ProblemStep,
  statusOf,
  stepsFrom,
} from "../../../../shared/ledger/problems.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import { daysBetween } from "../../../../shared/words/dates.ts";
import { useLedger } from "../../office-context.tsx";

export interface ProblemRow {
  readonly problem: Problem;
  readonly deadline: string | undefined;
  readonly overdue: number; // days; 0 where it is not
}

export type StepName = ProblemStep["type"];

export const stepsOf = (problem: Problem): StepName[] =>
  (Object.keys(stepsFrom) as StepName[]).filter((step) =>
    stepsFrom[step].includes(statusOf(problem)),
  );

/** Open ones by deadline, then, where they are wanted, the closed ones. */
export function useProblems(all: boolean): readonly ProblemRow[] {
  const { ledger, today } = useLedger();
  return useMemo(() => {
    const rows = ledger.problems
      .valueSeq()
      .filter((problem) => !isVoided(problem) && (all || statusOf(problem) !== "closed"))
      .map((problem): ProblemRow => {
        const deadline = findAssignment(problem)?.deadline;
        const overdue = deadline && isOverdue(problem, today) ? daysBetween(deadline, today) : 0;
        return { problem, deadline, overdue };
      })
      .toArray();
    const rank = ({ problem, deadline, overdue }: ProblemRow) => {
      const group = overdue > 0 ? 0 : statusOf(problem) === "closed" ? 2 : 1;
      return `${group} ${deadline ?? "9999"} ${problem.on} ${problem.id}`;
    };
    return rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }, [ledger, today, all]);
}
