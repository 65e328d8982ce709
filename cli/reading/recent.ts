/** What a member wrote down last, for what a form offers first. */
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { isVoided } from "../../shared/ledger/trail.ts";
import type { MemberId } from "../../shared/words/ids.ts";

/** So many of the latest days with entries are looked at: a form asks for habits, not for history. */
const daysLooked = 60;

/** A member's own entries of the latest days, the last written down first; inspections are none. */
export function recentEntries({ entries }: Ledger, member: MemberId): readonly Entry[] {
  const days = [...entries.byDay.keys()].sort().slice(-daysLooked);
  const found: Entry[] = [];
  for (const day of days) {
    for (const bucket of entries.byDay.get(day)?.values() ?? []) {
      for (const chunk of bucket) {
        for (const entry of chunk) {
          if (entry.trail.by !== member || entry.inspection || isVoided(entry)) continue;
          found.push(entry);
        }
      }
    }
  }
  return found.sort((a, b) => (b.trail.seqs[0] ?? 0) - (a.trail.seqs[0] ?? 0));
}
