/**
 * Guessing is pointless: who was wrong too often from one address has to wait, whatever they say
 * next. Kept in memory only; nothing of what was said is.
 */
import type { Instant } from "../shared/words/dates.ts";

const most = 10; // wrong ones within the window, from one address
const window = 60_000; // milliseconds
const addressesKept = 10_000;

export interface Attempts {
  /** How long this address has to wait, in seconds; undefined if it may try. */
  findWait(address: string): number | undefined;
  failed(address: string): void;
}

export function countAttempts(now: () => Instant): Attempts {
  const failures = new Map<string, { count: number; since: number }>();
  const recent = (address: string) => {
    const known = failures.get(address);
    return known && Date.parse(now()) - known.since < window ? known : undefined;
  };
  return {
    findWait: (address) => {
      const known = recent(address);
      if (!known || known.count < most) return undefined;
      return Math.max(1, Math.ceil((known.since + window - Date.parse(now())) / 1000));
    },
    failed: (address) => {
      const known = recent(address);
      const { count, since } = known ?? { count: 0, since: Date.parse(now()) };
      failures.delete(address);
      failures.set(address, { count: count + 1, since });
      const [oldest] = failures.keys();
      if (failures.size > addressesKept && oldest !== undefined) failures.delete(oldest);
    },
  };
}
