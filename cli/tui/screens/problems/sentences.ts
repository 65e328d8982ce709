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

export function statusLine({ say }: Wording, rows: readonly Deadline[], query: string): string {
  const open = rows.filter(({ status }) => status !== "closed");
  const overdue = open.filter((row) => row.overdue > 0).length;
  const counts = statuses
    .filter((status) => status !== "closed")
    .map((status) => {
      const count = open.filter((row) => row.status === status).length;
      return `${say(`status.${status}`)} ${count}`;
    });
  return [
    query.trim() === "" ? "" : say("ledger.filtered", { query: query.trim() }),
    say("problem.open-count", { count: open.length }),
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
