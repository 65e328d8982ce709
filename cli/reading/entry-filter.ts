/**
 * A filter over the days of a ledger: what fits is remembered by the day, and days are looked
 * through for as long as there is time, so that nobody who types waits for a long ledger.
 */
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Day } from "../../shared/ledger/entry-table.ts";
import type { LocalDate } from "../../shared/words/dates.ts";

const everything = new WeakMap<Day, readonly Entry[]>();
/** The entries of a day, in no order; the same list for the same day. */
export function allOf(day: Day): readonly Entry[] {
  let list = everything.get(day);
  if (!list) {
    list = [...day.values()].flatMap((bucket) => bucket.flat());
    everything.set(day, list);
  }
  return list;
}

/** A filter, with what it has found of each day so far. */
export interface Filter {
  /** What fits of a day, if that is known. */
  find(day: Day): readonly Entry[] | undefined;
  /**
   * Looks through days from the newest on, until the time is up.
   * @returns whether every day is known now
   */
  look(days: readonly (readonly [LocalDate, Day])[], isTimeUp: () => boolean): boolean;
}

/** How many entries are looked at between two looks at the clock. */
const stride = 64;

export function filterBy(match: (entry: Entry) => boolean): Filter {
  const found = new WeakMap<Day, readonly Entry[]>();
  let begun: { day: Day; at: number; fits: Entry[] } | undefined; // a long day may take several turns
  return {
    find: (day) => found.get(day),
    look: (days, isTimeUp) => {
      for (const [, day] of days) {
        if (found.has(day)) continue;
        const entries = allOf(day);
        if (begun?.day !== day) begun = { day, at: 0, fits: [] };
        while (begun.at < entries.length) {
          const until = Math.min(entries.length, begun.at + stride);
          for (const entry of entries.slice(begun.at, until)) {
            if (match(entry)) begun.fits.push(entry);
          }
          begun.at = until;
          if (begun.at < entries.length && isTimeUp()) return false;
        }
        found.set(day, begun.fits);
        begun = undefined;
        if (isTimeUp()) return days.every(([, one]) => found.has(one));
      }
      return true;
    },
  };
}
