/**
 * What the author sees: the confirmed ledger with what is still in the outbox folded on top, as if
 * it had been recorded next. Nothing is undone when others' operations arrive; what is pending is
 * folded again on the new ledger.
 *
 * The pending lines have numbers after the confirmed ones, but the ledger that is shown keeps the
 * confirmed number and hash: an author has never seen a number that another will get.
 */
import { fold } from "../../../shared/ledger/fold.ts";
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import type { Operation, RecordedOperation } from "../../../shared/ledger/operation.ts";
import type { Instant } from "../../../shared/words/dates.ts";
import { seqOf } from "../../../shared/words/ids.ts";
import type { Outbox } from "./outbox.ts";

/** The lines that the pending operations would be, were they recorded now. */
export const pendingLines = (
  { seq, hash }: Ledger,
  pending: readonly Operation[],
): RecordedOperation[] =>
  pending.map((operation, at) => ({
    seq: seqOf(seq + 1 + at),
    received: operation.clock satisfies Instant,
    previous: hash,
    hash,
    operation,
  }));

export function withPending(confirmed: Ledger, pending: readonly Operation[]): Ledger {
  if (pending.length === 0) return confirmed;
  const seen = pendingLines(confirmed, pending).reduce((one, line) => fold(one, line), confirmed);
  return { ...seen, seq: confirmed.seq, hash: confirmed.hash };
}

/** That ledger as it is just now; made anew only when something came or was written. */
export function ledgerSeen(
  replica: { confirmed(): Ledger },
  outbox: Pick<Outbox, "newest" | "waiting">,
): () => Ledger {
  let seen: { of: Ledger; newest: number; ledger: Ledger } | undefined;
  return () => {
    const of = replica.confirmed();
    const { n: newest } = outbox.newest();
    if (seen?.of !== of || seen.newest !== newest) {
      seen = { of, newest, ledger: withPending(of, outbox.waiting()) };
    }
    return seen.ledger;
  };
}
