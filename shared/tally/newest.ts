/** What was written down last. A month remembers its newest, so no walk goes over all entries. */
import type { Entry } from "../ledger/entries.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { byWritten, isVoided } from "../ledger/trail.ts";
import type { Period } from "../words/period.ts";
import { findMonth, type Month, monthNames } from "./months.ts";

const kept = 20;
const remembered = new WeakMap<Month, readonly Entry[]>();

function newestIn(month: Month): readonly Entry[] {
  const known = remembered.get(month);
  if (known) return known;
  const entries = month.days.flatMap(({ day }) =>
    [...day.values()].flatMap((bucket) => bucket.flat()),
  );
  const newest = entries
    .filter((entry) => !isVoided(entry))
    .sort(byWritten)
    .slice(-kept)
    .reverse();
  remembered.set(month, newest);
  return newest;
}

/** The entries of the period's months that were written down last, the newest first; twenty at most. */
export const newestWithin = ({ entries }: Ledger, period: Period): readonly Entry[] =>
  monthNames(period)
    .flatMap((name) => {
      const month = findMonth(entries.byDay, name);
      return month ? newestIn(month) : [];
    })
    .filter(({ on }) => period.from <= on && on <= period.to)
    .sort((a, b) => byWritten(b, a))
    .slice(0, kept);
