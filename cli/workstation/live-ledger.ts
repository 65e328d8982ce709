/**
 * The ledger as it grows: opened once, then every line that is recorded anywhere is folded on top.
 * Whoever looks at it sees one ledger after another, each as a whole.
 */
import type { Connection } from "../../shared/connection.ts";
import { fold } from "../../shared/ledger/fold.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { LinkProblem } from "./joined/link.ts";

export interface Live {
  readonly ledger: Ledger;
  readonly connected: boolean;
  /** How many operations the daemon has not got yet (待发). */
  readonly waiting: number;
  /** How many of this workstation's own were declined and not put away yet (被退回). */
  readonly declined: number;
  /** The daemon speaks a later version of the protocol (1), an earlier one (-1), or the same. */
  readonly version?: number | undefined;
  /** How far this machine's clock is ahead of the daemon's, in milliseconds; negative behind it. */
  readonly clockAhead?: number | undefined;
  /** Why there is no connection, where that is known. */
  readonly problem?: LinkProblem | undefined;
  /** Where the office machine was reached last; undefined on the office machine itself. */
  readonly address?: string | undefined;
  /** Since when it has been connected, or has not; undefined where that is not known. */
  readonly since?: Date | undefined;
}
export interface LiveLedger {
  current(): Live;
  /** Told after each change; the returned function ends it. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Holds what is shown now, and tells everybody who looks when it is another. */
export function createLive(first: Live) {
  let live = first;
  const listeners = new Set<() => void>();
  return {
    current: () => live,
    change: (next: Live) => {
      live = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** So long a line may be on its way when its answer is there already, in milliseconds. */
const lag = 2_000;

/**
 * Resolves once the ledger holds the line of this number, which was answered by another way than the
 * one by which lines come; or when that takes too long.
 */
export function hasSeen(
  { current, subscribe }: Pick<LiveLedger, "current" | "subscribe">,
  seq: number,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (current().ledger.seq >= seq) end();
    };
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, lag);
    const unsubscribe = subscribe(look);
    look();
  });
}

export async function openLiveLedger(connection: Connection): Promise<LiveLedger> {
  const { ledger } = await connection.ledger();
  const first: Live = { ledger, connected: true, waiting: 0, declined: 0 };
  const { current, change, subscribe } = createLive(first);
  const following = connection.follow(ledger.seq, {
    lines: (lines) => {
      let { ledger: after } = current();
      for (const line of lines) if (line.seq === after.seq + 1) after = fold(after, line);
      change({ ...current(), ledger: after });
    },
    heard: (connected) => {
      if (connected !== current().connected) change({ ...current(), connected });
    },
  });
  return { current, subscribe, close: () => following.close() };
}
