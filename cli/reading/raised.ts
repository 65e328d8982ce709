/** Which problems an inspection raised; remembered by the problems themselves. */
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Problem } from "../../shared/ledger/problems.ts";

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
