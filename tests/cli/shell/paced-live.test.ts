import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pacedLive } from "../../../cli/tui/paced-live.ts";
import { createLive } from "../../../cli/workstation/live-ledger.ts";
import { emptyLedger } from "../../../shared/ledger/ledger.ts";
import { seqOf } from "../../../shared/words/ids.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened() {
  const live = createLive({ ledger: emptyLedger, connected: true, waiting: 0, declined: 0 });
  const paced = pacedLive({ ...live, close: () => undefined });
  const seen: number[] = [];
  paced.subscribe(() => seen.push(paced.current().ledger.seq));
  const record = (seq: number) =>
    live.change({ ...live.current(), ledger: { ...emptyLedger, seq: seqOf(seq) } });
  return { paced, seen, record };
}

test("what comes after a pause is seen at once, a rush ten times a second, and its end is not missed", () => {
  const { seen, record } = opened();
  record(1);
  expect(seen).toEqual([1]);
  for (let seq = 2; seq <= 51; seq++) {
    vi.advanceTimersByTime(20);
    record(seq);
  }
  expect(seen.length).toBeLessThanOrEqual(11);
  vi.advanceTimersByTime(100);
  expect(seen.at(-1)).toBe(51);
});

test("one's own doing is seen at once in the middle of a rush, and nobody is told twice", () => {
  const { paced, seen, record } = opened();
  record(1);
  record(2);
  expect(paced.current().ledger.seq).toBe(1);
  paced.flush();
  expect(seen).toEqual([1, 2]);
  vi.advanceTimersByTime(500);
  expect(seen).toEqual([1, 2]);
});

test("after it is closed nothing is told any more", () => {
  const { paced, seen, record } = opened();
  record(1);
  record(2);
  paced.close();
  vi.advanceTimersByTime(500);
  expect(seen).toEqual([1]);
});
