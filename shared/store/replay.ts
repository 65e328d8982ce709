/**
 * Opening a ledger: the snapshot, and the lines after it folded on top, each checked against the
 * chain. What stands before the snapshot is not read here; `verify` does that.
 */
import { hashLink, hashOperation } from "../ledger/chain.ts";
import { fold } from "../ledger/fold.ts";
import { emptyLedger, type Ledger } from "../ledger/ledger.ts";
import type { Recorded } from "../ledger/operation.ts";
import type { Hash, Seq } from "../words/ids.ts";
import type { Store } from "./store.ts";

/** A line of the journal is not what the chain says it was. */
export class ChainBroken extends Error {
  override readonly name = "ChainBroken";
  readonly seq: Seq;
  constructor(seq: Seq) {
    super(`the chain breaks at line ${seq}`);
    this.seq = seq;
  }
}

/** @throws ChainBroken at the first line that was changed, left out or put in */
export async function replay(store: Pick<Store, "readSince">, from?: Ledger): Promise<Ledger> {
  let ledger = from ?? emptyLedger;
  for await (const lines of store.readSince(ledger.seq)) {
    for (const line of lines) ledger = fold(ledger, line, checkLink(ledger, line));
  }
  return ledger;
}

/** @returns the hash of the operation itself, which the chain was checked with */
export function checkLink(ledger: Pick<Ledger, "seq" | "hash">, line: Recorded): Hash {
  const { seq, received, previous, signature, handedBack } = line;
  const operation = "declined" in line ? line.declined.hash : hashOperation(line.operation);
  const declined = "declined" in line ? { declined: line.declined } : {};
  const link = { previous, seq, received, operation, signature, handedBack, ...declined };
  const holds = seq === ledger.seq + 1 && previous === ledger.hash && line.hash === hashLink(link);
  if (!holds) throw new ChainBroken(seq);
  return operation;
}
