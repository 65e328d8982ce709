/**
 * When the ledger is saved whole, so that the next start has little to read.
 *
 * It must become rarer as the ledger grows, or each operation would cost more the longer the ledger:
 * it is due after so many lines, and no sooner than a part of what is saved came new. Due, it waits
 * until nothing was written for a while, so that nobody's entry waits behind it; but not for ever.
 */
import type { Ledger } from "../shared/ledger/ledger.ts";
import type { Store } from "../shared/store/store.ts";
import type { Feed } from "./feed.ts";

/** In lines, but `part`. At the end it is cheap to wait, so fewer do. */
const savedAfter = { closing: 300, running: 20_000, part: 0.5 };
const quietFor = 1_000; // milliseconds
const atLatest = 4; // times as many lines as make it due

export interface Snapshots {
  /** The last one, where enough came since. */
  close(): Promise<void>;
}

/** @param saved the number of the last line that the snapshot on the disk holds; 0 for none */
export function keepSnapshots(
  store: Pick<Store, "saveSnapshot">,
  feed: Pick<Feed, "subscribe">,
  ledger: () => Ledger,
  saved: number,
): Snapshots {
  let saving: Promise<void> | undefined;
  let quiet: NodeJS.Timeout | undefined;
  const save = async () => {
    const now = ledger();
    await store.saveSnapshot(now);
    saved = now.seq;
  };
  const saveBeside = () => {
    // A cache: where the disk does not take it, the journal still has everything.
    saving ??= save()
      .catch(() => undefined)
      .finally(() => {
        saving = undefined;
      });
  };
  const unsubscribe = feed.subscribe(({ last }) => {
    clearTimeout(quiet);
    const due = Math.max(savedAfter.running, saved * savedAfter.part);
    if (last - saved >= due * atLatest) saveBeside();
    else if (last - saved >= due) quiet = setTimeout(saveBeside, quietFor);
  });
  return {
    close: async () => {
      unsubscribe();
      clearTimeout(quiet);
      await saving;
      if (ledger().seq - saved >= savedAfter.closing) await save();
    },
  };
}
