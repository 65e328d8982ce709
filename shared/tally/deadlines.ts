/** Problems by deadline: how many days are left, or by how many it is past. */
import type { Ledger } from "../ledger/ledger.ts";
import {
  findAssignment,
  isOverdue,
  type Problem,
  type Problems,
  type Status,
  statusOf,
} from "../ledger/problems.ts";
import { isVoided } from "../ledger/trail.ts";
import { daysBetween, type LocalDate } from "../words/dates.ts";
import { remember } from "./remember.ts";

export interface Deadline {
  readonly problem: Problem;
  readonly status: Status;
  readonly deadline: LocalDate | undefined; // undefined: nobody was told to rectify it
  readonly overdue: number; // days; 0 where it is not
  /** Days left for one that is being rectified; negative once it is overdue. */
  readonly left: number | undefined;
}

/** Overdue ones first, then by deadline, those without one behind; closed ones last. */
export const problemsByDeadline = ({ problems }: Ledger, today: LocalDate): readonly Deadline[] =>
  remember(problems, today, [], () => byDeadline(problems, today));

function byDeadline(problems: Problems, today: LocalDate): Deadline[] {
  const rows = problems
    .valueSeq()
    .filter((problem) => !isVoided(problem))
    .map((problem) => deadlineOf(problem, today))
    .toArray();
  const ranks = new Map(rows.map((row) => [row, rank(row)]));
  return rows.sort((a, b) => ((ranks.get(a) ?? "") < (ranks.get(b) ?? "") ? -1 : 1));
}

export function deadlineOf(problem: Problem, today: LocalDate): Deadline {
  const status = statusOf(problem);
  const deadline = findAssignment(problem)?.deadline;
  const overdue = deadline && isOverdue(problem, today) ? daysBetween(deadline, today) : 0;
  const isRunning = status === "being-rectified" && deadline !== undefined;
  return {
    problem,
    status,
    deadline,
    overdue,
    left: isRunning ? daysBetween(today, deadline) : undefined,
  };
}

function rank({ problem, status, deadline, overdue }: Deadline): string {
  const group = overdue > 0 ? 0 : status === "closed" ? 2 : 1;
  return `${group} ${deadline ?? "9999"} ${problem.on} ${problem.id}`;
}
