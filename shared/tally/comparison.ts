/**
 * This period beside the one before it: a view for whoever leads the work, never a part of a report.
 * Nothing is carried over; both sides are recounts (or, of a closed period, what was frozen).
 */
import type { Tally } from "./tally.ts";

export interface Compared {
  readonly now: Tally;
  /** Undefined where the period before did not ask for it. */
  readonly before: Tally | undefined;
  /** Undefined where one of the two has no answer. */
  readonly change: number | undefined;
}

export function compareTallies(now: readonly Tally[], before: readonly Tally[]): Compared[] {
  const byId = new Map(before.map((tally) => [tally.indicator.id, tally]));
  return now.map((tally) => {
    const other = byId.get(tally.indicator.id);
    const [a, b] = [tally.value, other?.value ?? null];
    const change = a === null || b === null ? undefined : Math.round((a - b) * 100) / 100;
    return { now: tally, before: other, change };
  });
}
