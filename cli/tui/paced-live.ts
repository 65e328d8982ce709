/**
 * The live ledger at a pace that eyes can follow: what comes after a pause is seen at once, what
 * comes in a rush is seen together, ten times a second, so that it takes no time from the keys.
 */
import type { LiveLedger } from "../workstation/live-ledger.ts";

/** Between two changes of what is seen, in milliseconds. */
const pace = 100;

export interface PacedLive extends LiveLedger {
  /** What waits is seen now: one's own doing is never late. */
  flush(): void;
}

/** @param clock milliseconds that only grow */
export function pacedLive(live: LiveLedger, clock = () => performance.now()): PacedLive {
  const listeners = new Set<() => void>();
  let seen = live.current();
  let seenAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (seen === live.current()) return;
    seenAt = clock();
    seen = live.current();
    for (const listener of [...listeners]) listener();
  }
  const end = live.subscribe(() => {
    if (timer) return;
    const wait = seenAt + pace - clock();
    if (wait <= 0) flush();
    else timer = setTimeout(flush, wait);
  });
  return {
    current: () => seen,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush,
    close: () => {
      end();
      clearTimeout(timer);
      live.close();
    },
  };
}
