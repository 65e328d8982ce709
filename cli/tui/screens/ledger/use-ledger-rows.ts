/** The entries of a period, the newest day first. */
import { useMemo } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import { isWithin, type Period } from "../../../../shared/words/period.ts";
import { useLedger } from "../../office-context.tsx";

export function useLedgerRows(period: Period): readonly Entry[] {
  const { ledger } = useLedger();
  return useMemo(
    () =>
      ledger.entries.byId
        .valueSeq()
        .filter((entry) => !isVoided(entry) && isWithin(entry.on, period))
        .toArray()
        .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    [ledger, period],
  );
}
