/**
 * Sending: what waits in the outbox goes to the daemon, oldest first, in batches, one request at a
 * time. A batch whose answer was lost is sent again and found there; what is declined stands in
 * nobody's way.
 */
import { RequestFailed } from "../../../shared/connection.ts";
import { hashOperation } from "../../../shared/ledger/chain.ts";
import type { Operation } from "../../../shared/ledger/operation.ts";
import { vouch } from "../../../shared/ledger/vouching.ts";
import { maxBatch, maxBytes, type PushAnswer } from "../../../shared/wire.ts";
import type { Identity } from "../identity.ts";
import type { Outbox } from "./outbox.ts";

export type Push = (operations: readonly Operation[], signature: string) => Promise<PushAnswer>;

/** A batch leaves room for what is around it in the request. */
const batchBytes = maxBytes / 2;

/**
 * @param from the last number of this workstation that the journal has, as far as is known here
 * @param accepted told after each batch up to which number it is in the journal now
 * @throws RequestFailed, Unreachable: what was not sent still waits
 */
export async function send(
  push: Push,
  { privateKey }: Identity,
  outbox: Outbox,
  from: number,
  accepted: (n: number) => void,
): Promise<void> {
  let n = from;
  while (n < outbox.newest().n) {
    const batch = await nextBatch(outbox, n);
    const last = batch.at(-1);
    if (!last) return;
    try {
      await push(batch, vouch(privateKey, last.id, hashOperation(last)));
      n = last.id.n;
      accepted(n);
    } catch (error) {
      const expected = findExpected(error);
      if (expected === undefined || expected > n) throw error;
      n = expected - 1; // the daemon lost some of them: they are still here
    }
  }
}

const findExpected = (error: unknown): number | undefined =>
  error instanceof RequestFailed && error.error.code === "gap" ? error.error.expected : undefined;

async function nextBatch(outbox: Outbox, after: number): Promise<readonly Operation[]> {
  const kept = outbox.after(after);
  const batch: Operation[] = [];
  let bytes = 0;
  const source = kept[0]?.id.n === after + 1 ? kept : outbox.read(after);
  for await (const operation of source) {
    bytes += JSON.stringify(operation).length * 2; // Chinese takes more bytes than characters
    if (batch.length > 0 && bytes > batchBytes) break;
    batch.push(operation);
    if (batch.length === maxBatch) break;
  }
  return batch;
}
