/**
 * What the form was opened at: a record of the ledger, to write another one like it; or one's own
 * that the daemon declined, to mend it. That one is on this disk only, and is read behind.
 */
import { useEffect, useState } from "react";
import type { NewEntry } from "../../../../shared/ledger/entries.ts";
import { findEntry } from "../../../../shared/ledger/entry-table.ts";
import type { Refusal } from "../../../../shared/rules/refusal.ts";
import { type EntryId, nameOf } from "../../../../shared/words/ids.ts";
import { findDeclinedEntry } from "../../../reading/declined-entry.ts";
import { useLedger, useOffice } from "../../office-context.tsx";

export type Begun =
  | { readonly is: "reading" | "empty" }
  | { readonly is: "like"; readonly entry: NewEntry }
  | {
      readonly is: "mended";
      readonly entry: NewEntry;
      /** The number of the declined operation, and why it was declined. */
      readonly n: number;
      readonly reason: Refusal;
    };

export function useBegun(focus: string | undefined): Begun {
  const { workstation } = useOffice();
  const { ledger } = useLedger();
  const known = focus === undefined ? undefined : findEntry(ledger.entries, focus as EntryId);
  const [like] = useState(known); // as it was then, whatever becomes of it while the form is open
  const isDeclined = focus !== undefined && like === undefined && workstation.joined !== undefined;
  const [begun, setBegun] = useState<Begun>(
    like ? { is: "like", entry: like } : { is: isDeclined ? "reading" : "empty" },
  );
  useEffect(() => {
    if (!isDeclined) return;
    let wanted = true;
    const read = async () => {
      const declined = (await workstation.joined?.declined()) ?? [];
      const one = declined.find(({ operation }) => nameOf(operation.id) === focus);
      const entry = one && findDeclinedEntry(one);
      if (!wanted) return;
      setBegun(
        one && entry
          ? { is: "mended", entry, n: one.operation.id.n, reason: one.reason }
          : { is: "empty" },
      );
    };
    read().catch(() => wanted && setBegun({ is: "empty" })); // it stays in its list
    return () => {
      wanted = false;
    };
  }, [workstation, focus, isDeclined]);
  return begun;
}
