/** Which problems an inspection raised, and a position has; remembered by the problems themselves. */
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { type Problem, statusOf } from "../../shared/ledger/problems.ts";
import { byWritten, isVoided } from "../../shared/ledger/trail.ts";
import type { PositionId } from "../../shared/words/ids.ts";

const problemsByInspection = new WeakMap<Ledger["problems"], Map<string, Problem[]>>();

/** The problems that an inspection raised. */
export function problemsOf(ledger: Ledger, { id, inspection }: Entry): readonly Problem[] {
  if (!inspection) return [];
  let found = problemsByInspection.get(ledger.problems);
  if (!found) {
    found = new Map();
    for (const problem of ledger.problems.values()) {
      const from = problem.inspection;
      if (from) found.set(from, [...(found.get(from) ?? []), problem]);
    }
    problemsByInspection.set(ledger.problems, found);
  }
  return found.get(id) ?? [];
}

const openByPosition = new WeakMap<Ledger["problems"], Map<string, Problem[]>>();

/** The problems of a position that are not closed yet. */
export function openProblemsOf({ problems }: Ledger, position: PositionId): readonly Problem[] {
  let found = openByPosition.get(problems);
  if (!found) {
    found = new Map();
    for (const problem of problems.valueSeq().toArray().sort(byWritten)) {
      const { position: at } = problem;
      if (at === undefined || isVoided(problem) || statusOf(problem) === "closed") continue;
      found.set(at, [...(found.get(at) ?? []), problem]);
    }
    openByPosition.set(problems, found);
  }
  return found.get(position) ?? [];
}
