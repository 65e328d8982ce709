/** What the leader gave back of what came late, for its author to read. */
import type { Ledger, Returned } from "../../shared/ledger/ledger.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";

/** @param dropped its numbers that were read and put away; undefined at the office machine, which puts nothing away */
export const returnedTo = (
  ledger: Ledger,
  workstation: WorkstationId,
  dropped: ReadonlySet<number> | undefined,
): readonly Returned[] =>
  [...ledger.returned.values()].filter(
    ({ operation: { id } }) => id.workstation === workstation && !dropped?.has(id.n),
  );
