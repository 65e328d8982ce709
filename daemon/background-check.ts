/**
 * What the start did not read, read behind the work: every line before the snapshot, held against
 * the chain, a segment at a time with room for requests in between.
 */
import { setImmediate } from "node:timers/promises";
import { beginning } from "../shared/ledger/chain.ts";
import { checkLink } from "../shared/store/replay.ts";
import type { Store } from "../shared/store/store.ts";
import { type Hash, type Seq, seqOf } from "../shared/words/ids.ts";

/** So many lines are checked before others get their turn. */
const atOnce = 200;

/**
 * @param until the last line that the start has not read
 * @returns how many lines were checked, fewer if it was stopped
 * @throws ChainBroken, LogBroken at the first line that does not hold
 */
export async function checkInBackground(
  store: Pick<Store, "readSince">,
  until: Seq,
  isStopped: () => boolean,
): Promise<number> {
  let reached: { seq: Seq; hash: Hash } = { seq: seqOf(0), hash: beginning };
  if (until === 0) return 0;
  for await (const lines of store.readSince(reached.seq, until)) {
    for (const [at, line] of lines.entries()) {
      if (at % atOnce === 0) await setImmediate();
      if (isStopped()) return reached.seq;
      checkLink(reached, line);
      reached = { seq: line.seq, hash: line.hash };
    }
  }
  return reached.seq;
}
