/**
 * The same act twice: same day, kind, title and units. In the ledger already (also in the tray,
 * where late records wait), or once before in the same file; a voided record counts for none.
 */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { isVoided } from "../../shared/ledger/trail.ts";
import type { RowEntry } from "./read-row.ts";

const keyOf = ({ on, kind, title, units }: Pick<RowEntry, "on" | "kind" | "title" | "units">) =>
  `${on}|${kind}|${title.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase()}|${[...units].sort().join(",")}`;

export interface Twice<Place> {
  /** Where this act stands already; else it is remembered as standing here. */
  findBefore(entry: RowEntry, here: Place): Place | string | undefined;
}

/** Ids of the ledger are given back as text, places of the file as they were given. */
export function lookForTwice<Place extends object>(ledger: Ledger): Twice<Place> {
  const known = new Map<string, Place | string>();
  for (const entry of ledger.entries.byId.values()) {
    if (!isVoided(entry)) known.set(keyOf(entry), entry.id);
  }
  for (const { operation } of ledger.tray.values()) {
    if (operation.type === "entry-logged") known.set(keyOf(operation.entry), operation.entry.id);
  }
  return {
    findBefore: (entry, here) => {
      const key = keyOf(entry);
      const before = known.get(key);
      if (before === undefined) known.set(key, here);
      return before;
    },
  };
}
