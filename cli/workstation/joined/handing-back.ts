/**
 * The daemon's journal has another past than the copy here: it was restored from an older one. What
 * it lost is handed back, oldest first, with the signatures that stand beside it.
 */
import type { Recorded } from "../../../shared/ledger/operation.ts";
import { maxBatch, maxBytes, type Recovered, type Recovery } from "../../../shared/wire.ts";
import { type Hash, type Seq, seqOf } from "../../../shared/words/ids.ts";
import type { Replica } from "./replica.ts";

export interface Past {
  /** The daemon's hash at a number; undefined where its journal is not that far. */
  readonly hashThere: (seq: Seq) => Promise<Hash | undefined>;
  readonly send: (recovery: Recovery) => Promise<Recovered>;
}

export interface HandedBack {
  readonly after: Seq;
  readonly recorded: number; // how many the daemon had not got back from anybody yet
}

/** @throws what asking the daemon throws; what was handed back until then stays there */
export async function handBack(replica: Replica, { hashThere, send }: Past): Promise<HandedBack> {
  const epoch = replica.epoch();
  const after = await findCommon(replica, hashThere);
  let recorded = 0;
  if (epoch === undefined) return { after, recorded };
  for await (const lines of batches(replica, after)) {
    recorded += (await send({ epoch, after, lines: [...lines] })).recorded;
  }
  return { after, recorded };
}

/** The last number at which both have the same hash: found by halving. */
async function findCommon(
  replica: Replica,
  hashThere: (seq: Seq) => Promise<Hash | undefined>,
): Promise<Seq> {
  let same = 0;
  let other = replica.stored().seq + 1;
  while (other - same > 1) {
    const middle = seqOf(Math.floor((same + other) / 2));
    const there = await hashThere(middle);
    if (there !== undefined && there === (await hashHere(replica, middle))) same = middle;
    else other = middle;
  }
  return seqOf(same);
}

/** The hash of the copy here, at a number that it has. */
export async function hashHere(replica: Replica, seq: Seq): Promise<Hash | undefined> {
  for await (const [line] of replica.readSince(seqOf(seq - 1), seq)) return line?.hash;
  return undefined;
}

/** Each ends with a signature, so that it can be checked by itself. */
async function* batches(replica: Replica, after: Seq): AsyncIterable<readonly Recorded[]> {
  let batch: Recorded[] = [];
  let bytes = 0;
  let open: Recorded[] = [];
  for await (const lines of replica.readSince(after)) {
    for (const line of lines) {
      open.push(line);
      if (line.signature === undefined) continue;
      const size = Buffer.byteLength(JSON.stringify(open));
      const isFull = batch.length + open.length > maxBatch || bytes + size > maxBytes / 2;
      if (isFull && batch.length > 0) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push(...open);
      bytes += size;
      open = [];
    }
  }
  if (batch.length > 0) yield batch;
}
