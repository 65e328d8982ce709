/** What was declined and can be filled in anew: a new entry that the entry form has fields for. */
import type { NewEntry } from "../../shared/ledger/entries.ts";
import type { Operation } from "../../shared/ledger/operation.ts";

/** Undefined for every other operation, and for inspections: they go through a position's items. */
export function findDeclinedEntry({
  operation,
}: {
  readonly operation: Operation;
}): NewEntry | undefined {
  if (operation.type !== "entry-logged" || operation.entry.inspection) return undefined;
  return operation.entry;
}
