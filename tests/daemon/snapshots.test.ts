/** When the ledger is saved whole; the clock is the test's own. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFeed } from "../../daemon/feed.ts";
import { keepSnapshots } from "../../daemon/snapshots.ts";
import { emptyLedger } from "../../shared/ledger/ledger.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { seqOf } from "../../shared/words/ids.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An office of so many lines, saved up to `saved`; what is saved is told by its last line. */
function open(seq: number, saved: number) {
  const feed = createFeed();
  const kept: number[] = [];
  const snapshots = keepSnapshots(
    { saveSnapshot: async (ledger) => void kept.push(ledger.seq) },
    feed,
    () => ({ ...emptyLedger, seq: seqOf(seq) }),
    saved,
  );
  const write = (lines: number) => {
    seq += lines;
    feed.announce([{ seq: seqOf(seq) } as Recorded]);
  };
  return { kept, write, snapshots };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("few lines are read again at the next start, and are saved at the end", async () => {
  const { kept, write, snapshots } = open(0, 0);
  write(19_999);
  await pass(60_000);
  expect(kept).toEqual([]);
  await snapshots.close();
  expect(kept).toEqual([19_999]);
});

test("many are saved once nothing is written any more, not before", async () => {
  const { kept, write } = open(0, 0);
  write(20_000);
  for (let at = 0; at < 10; at++) {
    await pass(900);
    write(100);
  }
  expect(kept).toEqual([]);
  await pass(1_000);
  expect(kept).toEqual([21_000]);
});

test("where the writing does not end, they are saved beside it", async () => {
  const { kept, write } = open(0, 0);
  for (let at = 0; at < 80; at++) write(1_000);
  await pass(0);
  expect(kept).toEqual([80_000]);
});

test("the more there is, the rarer it is saved", async () => {
  const { kept, write, snapshots } = open(200_000, 200_000);
  write(99_999);
  await pass(1_000);
  expect(kept).toEqual([]);
  write(1);
  await pass(1_000);
  expect(kept).toEqual([300_000]);
  await snapshots.close();
  expect(kept).toHaveLength(1);
});
