/**
 * What was written about a period after somebody looked: records up to its last day, those that were
 * moved away from it, its statements, and profiles. Many records are looked at once, none is listed.
 */
import type { Period } from "../words/period.ts";
import type { Ledger } from "./ledger.ts";
import type { Sight } from "./sight.ts";
import type { Tracked } from "./trail.ts";

export function countChangedSince(ledger: Ledger, { id, to }: Period, sees: Sight): number {
  const isNew = ({ trail: { seqs, admitted } }: Tracked): boolean =>
    seqs.some((seq) => !sees(seq)) || (admitted !== undefined && !sees(admitted));
  const wasMoved = ({ trail: { edits } }: Tracked) =>
    edits?.on !== undefined && !sees(edits.on.seq);
  const isOf = (on: string, record: Tracked) => (on <= to || wasMoved(record)) && isNew(record);
  return (
    ledger.entries.byId.count((entry) => isOf(entry.on, entry)) +
    ledger.problems.count((problem) => isOf(problem.on, problem)) +
    ledger.publications.count((publication) => isOf(publication.on, publication)) +
    ledger.positions.count((position) => isOf(position.opened, position)) +
    ledger.duties.count((duty) => isOf(duty.from, duty)) +
    ledger.statements.count((statement) => statement.period === id && isNew(statement)) +
    ledger.profiles.filter(({ seq }) => !sees(seq)).length
  );
}
