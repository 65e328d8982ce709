import { afterEach, expect, test, vi } from "vitest";
import { createLive, hasSeen, type Live } from "../../../cli/workstation/live-ledger.ts";
import { emptyLedger } from "../../../shared/ledger/ledger.ts";
import { seqOf } from "../../../shared/words/ids.ts";

afterEach(() => void vi.useRealTimers());

const upTo = (seq: number): Live => ({
  ledger: { ...emptyLedger, seq: seqOf(seq) },
  connected: true,
  waiting: 0,
  declined: 0,
});
/** Whether it is settled, as far as can be told without letting time pass. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), Promise.resolve().then(() => false)]);
}

test("what was recorded counts as seen with its line, not with the answer", async () => {
  const live = createLive(upTo(6));
  const seen = hasSeen(live, 8);
  live.change(upTo(7));
  expect(await isDone(seen)).toBe(false);
  live.change(upTo(8));
  await seen;
  await hasSeen(live, 8); // it is there already
});

test("where the line does not come, nobody waits for ever", async () => {
  vi.useFakeTimers();
  const seen = hasSeen(createLive(upTo(6)), 7);
  await vi.advanceTimersByTimeAsync(1_900);
  expect(await isDone(seen)).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await seen;
});
