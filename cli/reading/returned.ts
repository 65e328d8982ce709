/** What the leader gave back of what came late, for its author to read. */
import type { Ledger, Returned } from "../../shared/ledger/ledger.ts";
import type { Workstation } from "../workstation/workstation.ts";

/** Without what was read and put away; the office machine's own workstations put nothing away. */
export const returnedTo = (
  ledger: Ledger,
  { id, joined }: Pick<Workstation, "id" | "joined">,
): readonly Returned[] =>
  [...ledger.returned.values()].filter(
    ({ operation }) => operation.id.workstation === id && !joined?.dropped().has(operation.id.n),
  );
