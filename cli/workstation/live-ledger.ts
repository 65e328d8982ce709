/**
 * The ledger as it grows: opened once, then every line that is recorded anywhere is folded on top.
 * Whoever looks at it sees one ledger after another, each as a whole.
 */
import type { Connection } from "../../shared/connection.ts";
import { fold } from "../../shared/ledger/fold.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";

export interface Live {
  readonly ledger: Ledger;
  readonly connected: boolean;
}
export interface LiveLedger {
  current(): Live;
  /** Told after each change; the returned function ends it. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

export async function openLiveLedger(connection: Connection): Promise<LiveLedger> {
  const { ledger } = await connection.ledger();
  let live: Live = { ledger, connected: true };
  const listeners = new Set<() => void>();
  const change = (next: Live) => {
    live = next;
    for (const listener of listeners) listener();
  };
  const following = connection.follow(ledger.seq, {
    lines: (lines) => {
      let { ledger: after } = live;
      for (const line of lines) if (line.seq === after.seq + 1) after = fold(after, line);
      change({ ...live, ledger: after });
    },
    heard: (connected) => {
      if (connected !== live.connected) change({ ...live, connected });
    },
  });
  return {
    current: () => live,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => following.close(),
  };
}
