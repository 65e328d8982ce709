/**
 * How fast one address may ask: so many requests at once, and so many a second in the long run. A
 * workstation that works asks a few times a minute, one that comes back after half a year some
 * hundred times; only a program gone wild, or somebody's, asks faster.
 */
import type { Instant } from "../shared/words/dates.ts";

const atOnce = 500; // requests
const perSecond = 50;
const addressesKept = 10_000;

export interface Pace {
  /** Counts a request. @returns how long to wait instead, in seconds; undefined if it may go on */
  findWait(address: string): number | undefined;
}

export function createPace(now: () => Instant): Pace {
  /** What each address has used up, as of when. */
  const used = new Map<string, { readonly count: number; readonly at: number }>();
  return {
    findWait: (address) => {
      const at = Date.parse(now());
      const before = used.get(address) ?? { count: 0, at };
      const passed = Math.max(0, at - before.at) / 1000;
      const count = Math.max(0, before.count - passed * perSecond) + 1;
      if (count > atOnce) return Math.max(1, Math.ceil((count - atOnce) / perSecond));
      used.delete(address);
      used.set(address, { count, at });
      const [oldest] = used.keys();
      if (used.size > addressesKept && oldest !== undefined) used.delete(oldest);
      return undefined;
    },
  };
}
