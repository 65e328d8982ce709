/** The lines around the problems: how many of which, and which keys help with the chosen one. */
import type { Member } from "../../../../shared/ledger/members.ts";
import type { Problem } from "../../../../shared/ledger/problems.ts";
import type { Deadline } from "../../../../shared/tally/deadlines.ts";
import type { Wording } from "../../../wording/wording.ts";
import { tellingHints, typingHints } from "../../common-hints.ts";
import type { Hint } from "../../hint-line.tsx";
import { type ProblemDoes, problemKeys } from "./keys.ts";
import { findMendingBar, findStepBar, type StepName, stepsOf } from "./steps.ts";
import { statuses } from "./use-columns.ts";

interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly byStatus: ReadonlyMap<string, number>;
}
const remembered = new WeakMap<readonly Deadline[], Counts>();

/** Once for the same rows: a key that moves counts nothing. */
function countsOf(rows: readonly Deadline[]): Counts {
  const known = remembered.get(rows);
  if (known) return known;
  const byStatus = new Map<string, number>();
  let overdue = 0;
  for (const row of rows) {
    byStatus.set(row.status, (byStatus.get(row.status) ?? 0) + 1);
    if (row.status !== "closed" && row.overdue > 0) overdue++;
  }
  const open = rows.length - (byStatus.get("closed") ?? 0);
  const counts = { open, overdue, byStatus };
  remembered.set(rows, counts);
  return counts;
}

export function statusLine({ say }: Wording, rows: readonly Deadline[], query: string): string {
  const { open, overdue, byStatus } = countsOf(rows);
  const counts = statuses
    .filter((status) => status !== "closed")
    .map((status) => `${say(`status.${status}`)} ${byStatus.get(status) ?? 0}`);
  return [
    query.trim() === "" ? "" : say("ledger.filtered", { query: query.trim() }),
    say("problem.open-count", { count: open }),
    overdue > 0 ? say("checklist.overdue-count", { count: overdue }) : "",
    ...counts,
  ]
    .filter(Boolean)
    .join("  ·  ");
}

interface Where {
  readonly isTyped: boolean;
  readonly isBeside: boolean;
  readonly isDetail: boolean;
  readonly isWide: boolean;
}

/** Only what this member may do with the chosen problem as it stands. */
export function hintsFor(
  problem: Problem | undefined,
  member: Member | undefined,
  { isTyped, isBeside, isDetail, isWide }: Where,
): readonly Hint[] {
  if (isTyped) return typingHints;
  const named = (wanted: readonly ProblemDoes[]) =>
    wanted.flatMap((does) => problemKeys.filter((key) => key.does === does));
  const general = named(["raise", "filter", ...(isWide ? (["columns"] as const) : []), "all"]);
  if (problem === undefined) return general;
  const may = (step: StepName) => findStepBar(problem, step, member) === undefined;
  const last = problem.steps.at(-1);
  const mayMend = (author: string | undefined) =>
    member !== undefined && findMendingBar(problem, author, member) === undefined;
  return [
    ...(isDetail ? tellingHints : []),
    ...named(stepsOf(problem).filter(may)),
    ...named([
      ...(last && mayMend(last.by) ? (["problem-step-withdrawn"] as const) : []),
      ...(problem.inspection ? (["inspection"] as const) : []),
      ...(isBeside || isDetail ? [] : (["detail"] as const)),
      ...(mayMend(problem.trail.by) ? (["amend"] as const) : []),
      ...(problem.position ? (["position"] as const) : []),
    ]),
    ...general,
  ];
}
