/** How a record stands beside what it says: voided, not sent yet, disputed, a correction. */
import type { Entry } from "../../shared/ledger/entries.ts";
import { isDisputed, isVoided } from "../../shared/ledger/trail.ts";

/** Written by this workstation and not with the daemon yet (待发). */
export const isPending = (entry: Entry, seq: number): boolean =>
  (entry.trail.seqs.at(-1) ?? 0) > seq;

/** Let in after its period was closed (更正). */
export const isCorrection = ({ trail }: Entry): boolean => trail.admitted !== undefined;

const stateNames = ["voided", "pending", "disputed", "late"] as const;
export type StateName = (typeof stateNames)[number];

/** How a record stands, the most important first. */
export function statesOf(entry: Entry, seq: number): readonly StateName[] {
  const holds: Readonly<Record<StateName, boolean>> = {
    voided: isVoided(entry),
    pending: isPending(entry, seq),
    disputed: isDisputed(entry),
    late: isCorrection(entry),
  };
  return stateNames.filter((name) => holds[name]);
}
