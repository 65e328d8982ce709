/** What the board shows: how the office stands, and the newest entries. */
import { useMemo } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import { overviewOf } from "../../../../shared/tally/overview.ts";
import type { EntryId } from "../../../../shared/words/ids.ts";
import type { Period } from "../../../../shared/words/period.ts";
import { useLedger } from "../../office-context.tsx";

export function useBoard(period: Period) {
  const { ledger, profile, today } = useLedger();
  const overview = useMemo(() => overviewOf(ledger, period, today), [ledger, period, today]);
  const newest = useMemo(() => newestEntries(ledger, 20), [ledger]);
  return { overview, newest, ledger, profile };
}

/** The entries that were written down last, whatever their day. */
function newestEntries(ledger: Ledger, count: number): Entry[] {
  const ids: { id: EntryId; seq: number }[] = [];
  for (const entry of ledger.entries.byId.values()) {
    if (isVoided(entry)) continue;
    const seq = entry.trail.seqs[0] ?? 0;
    const lowest = ids.at(-1)?.seq ?? 0;
    if (ids.length >= count && seq <= lowest) continue;
    ids.push({ id: entry.id, seq });
    ids.sort((a, b) => b.seq - a.seq);
    if (ids.length > count) ids.pop();
  }
  return ids.flatMap(({ id }) => ledger.entries.byId.get(id) ?? []);
}
