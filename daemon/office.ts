/**
 * An office that is open on this machine: the lock, the journal, the ledger folded from it, and
 * the way in. No network stands here: server and embedded daemon are the same office.
 */
import { join } from "node:path";
import type { Cut } from "../shared/disk/append-log.ts";
import { realDisk } from "../shared/disk/disk.ts";
import { acquireLock } from "../shared/disk/lock.ts";
import { openFilesStore } from "../shared/store/files/files-store.ts";
import { replay } from "../shared/store/replay.ts";
import type { Store } from "../shared/store/store.ts";
import type { Instant } from "../shared/words/dates.ts";
import { Epoch, type Seq, seqOf } from "../shared/words/ids.ts";
import { type Access, openAccess } from "./access.ts";
import { createFeed, type Feed } from "./feed.ts";
import { createIntake, type Intake } from "./intake.ts";
import { createParts, type Parts } from "./parts.ts";
import { keepSnapshots } from "./snapshots.ts";

export interface Office {
  readonly folder: string;
  /** Another one after a restored copy was found to have gone on differently. */
  readonly epoch: Epoch;
  readonly store: Store;
  readonly intake: Intake;
  readonly feed: Feed;
  readonly access: Access;
  /** Pushes that are too long for one request, until their last part has come. */
  readonly parts: Parts;
  readonly now: () => Instant;
  readonly createEpoch: () => Epoch;
  /** What was set aside at the end of the journal: a write that the machine did not finish. */
  readonly cut: Cut | undefined;
  /** The lines up to here were not read at the start: the snapshot stood for them. */
  readonly unread: Seq;
  close(): Promise<void>;
}

export interface OfficeOptions {
  readonly now: () => Instant;
  readonly createEpoch: () => string;
  /** How long to wait for another program that has the folder open, in milliseconds. */
  readonly patience?: number;
}

/** @throws LockHeld, LogBroken, NewerFormat, ChainBroken, AccessUnreadable */
export async function openOffice(folder: string, options: OfficeOptions): Promise<Office> {
  await realDisk.makeFolder(folder);
  const lock = await acquireLock(join(folder, "lock"), options.patience);
  const opened: { close(): Promise<void> }[] = [{ close: () => lock.release() }];
  const closeAll = async () => {
    for (const one of opened.reverse()) await one.close();
  };
  try {
    const access = await openAccess(join(folder, "access.json"));
    const store = await openFilesStore(folder, () => Epoch.parse(options.createEpoch()));
    opened.push(store);
    const saved = await store.loadSnapshot();
    const ledger = await replay(store, saved);
    const feed = createFeed();
    const intake = createIntake(store, feed, ledger, options.now);
    const snapshots = keepSnapshots(store, feed, intake.ledger, saved?.seq ?? 0);
    opened.push(snapshots);
    const parts = createParts();
    opened.push({ close: async () => parts.clear() });
    opened.push({ close: () => intake.settled() });
    const { cut } = store;
    const { now } = options;
    const unread = saved?.seq ?? seqOf(0);
    const createEpoch = () => Epoch.parse(options.createEpoch());
    return {
      folder,
      get epoch() {
        return store.epoch();
      },
      createEpoch,
      unread,
      store,
      intake,
      feed,
      access,
      parts,
      now,
      cut,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
