/**
 * Sending: what waits in the outbox goes to the daemon, oldest first, in batches, one request at a
 * time. A batch whose answer was lost is sent again and found there; what is declined stands in
 * nobody's way.
 */
import { RequestFailed } from "../../../shared/connection.ts";
import { hashOperation } from "../../../shared/ledger/chain.ts";
import type { Operation } from "../../../shared/ledger/operation.ts";
import { vouch } from "../../../shared/ledger/vouching.ts";
import type { PushAnswer } from "../../../shared/wire.ts";
import { nextBatch } from "../batches.ts";
import type { Identity } from "../identity.ts";
import type { Outbox } from "./outbox.ts";

export type Push = (operations: readonly Operation[], signature: string) => Promise<PushAnswer>;

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
    const kept = outbox.after(n);
    const batch = await nextBatch(kept[0]?.id.n === n + 1 ? kept : outbox.read(n));
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
