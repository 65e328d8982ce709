/**
 * Following the journal: everything after a number, then what is being recorded, without gap or
 * double. The listening begins first; what is announced during the catching up waits its turn.
 */
import type { Recorded } from "../shared/ledger/operation.ts";
import { type Seq, seqOf } from "../shared/words/ids.ts";
import { type Frame, frameOf } from "./feed.ts";
import type { Office } from "./office.ts";

/** @returns the function that ends it */
export function follow(
  office: Pick<Office, "feed" | "intake" | "store">,
  after: Seq,
  deliver: (frame: Frame) => void,
  fail: (error: unknown) => void,
): () => void {
  let ended = false;
  let waiting: Frame[] | undefined = [];
  let sent: number = after;
  const deliverNew = (frame: Frame) => {
    if (ended || frame.last <= sent) return;
    const lines = frame.lines.filter(({ seq }) => seq > sent);
    sent = frame.last;
    deliver(lines.length === frame.lines.length ? frame : frameOf(lines as readonly Recorded[]));
  };
  const unsubscribe = office.feed.subscribe((frame) => {
    if (waiting) waiting.push(frame);
    else deliverNew(frame);
  });
  const catchUp = async () => {
    const until = office.intake.ledger().seq;
    if (after < until) {
      for await (const lines of office.store.readSince(seqOf(after), until)) {
        if (ended) return;
        for (let at = 0; at < lines.length; at += 500)
          deliverNew(frameOf(lines.slice(at, at + 500)));
      }
    }
    for (const frame of waiting ?? []) deliverNew(frame);
    waiting = undefined;
  };
  catchUp().catch(fail);
  return () => {
    ended = true;
    unsubscribe();
  };
}
