/**
 * The store: one journal and a snapshot of what it folds to. The narrow port behind the daemon;
 * every implementation runs the same acceptance suite.
 */
import type { Ledger } from "../ledger/ledger.ts";
import type { Recorded } from "../ledger/operation.ts";
import type { Epoch, Hash, Seq } from "../words/ids.ts";

export interface Store {
  /** Which life of the journal this is. */
  epoch(): Epoch;
  /**
   * From the next line on the journal has another name: what was restored from an older copy has
   * gone on differently. `previous` is the chain's hash before it.
   * @throws StorageFailed
   */
  beginEpoch(epoch: Epoch, previous: Hash): Promise<void>;
  /**
   * Resolves once all lines are on the disk, right after the last one that is there.
   * @throws PlaceTaken when their first number is not the next one: read on, decide again
   * @throws StorageFailed when the disk refused; nothing more is taken until the next start
   */
  append(lines: readonly Recorded[]): Promise<void>;
  /** The lines after `seq` in order, up to `last` or the end as it is when the reading begins. */
  readSince(seq: Seq, last?: Seq): AsyncIterable<readonly Recorded[]>;
  /** The newest ledger that was saved; a cache, the journal alone counts. */
  loadSnapshot(): Promise<Ledger | undefined>;
  saveSnapshot(ledger: Ledger): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else wrote that number first. */
export class PlaceTaken extends Error {
  override readonly name = "PlaceTaken";
  readonly expected: number;
  constructor(expected: number) {
    super(`the next line of the journal is ${expected}`);
    this.expected = expected;
  }
}

/** The disk did not take what was to be written, so nothing of it was acknowledged. */
export class StorageFailed extends Error {
  override readonly name = "StorageFailed";
}
