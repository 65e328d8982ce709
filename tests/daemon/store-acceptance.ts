/** What every store must keep: a function, run for each. */
import { describe, expect, test } from "vitest";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { hashLedger } from "../../shared/ledger/snapshot.ts";
import { replay } from "../../shared/store/replay.ts";
import { PlaceTaken, type Store } from "../../shared/store/store.ts";
import { seqOf } from "../../shared/words/ids.ts";
import { linesFor } from "../support/lines.ts";

const readAll = async (store: Store, since = 0, last?: number): Promise<Recorded[]> => {
  const found: Recorded[] = [];
  const until = last === undefined ? undefined : seqOf(last);
  for await (const lines of store.readSince(seqOf(since), until)) found.push(...lines);
  return found;
};

/** @param open opens the same store again after it was closed */
export function storeAcceptance(name: string, prepare: () => Promise<() => Promise<Store>>): void {
  describe(`the store on ${name}`, () => {
    test("gives back what it was given, in order, also after it was closed", async () => {
      const open = await prepare();
      const lines = linesFor(7);
      const store = await open();
      await store.append(lines.slice(0, 3));
      await store.append(lines.slice(3));
      expect(await readAll(store)).toEqual(lines);
      await store.close();
      const again = await open();
      expect(await readAll(again)).toEqual(lines);
      expect(again.epoch()).toBe(store.epoch());
      await again.close();
    });

    test("reads from a number, up to a number", async () => {
      const store = await (await prepare())();
      const lines = linesFor(9);
      await store.append(lines);
      expect(await readAll(store, 4)).toEqual(lines.slice(4));
      expect(await readAll(store, 2, 5)).toEqual(lines.slice(2, 5));
      expect(await readAll(store, 9)).toEqual([]);
      await store.close();
    });

    test("takes no line whose place is taken, nor one that leaves a gap", async () => {
      const store = await (await prepare())();
      const lines = linesFor(4);
      await store.append(lines.slice(0, 2));
      await expect(store.append(lines.slice(0, 1))).rejects.toThrow(PlaceTaken);
      await expect(store.append(lines.slice(3))).rejects.toThrow(PlaceTaken);
      expect(await readAll(store)).toEqual(lines.slice(0, 2));
      await store.close();
    });

    test("a reading ends where the journal ended when it began", async () => {
      const store = await (await prepare())();
      const lines = linesFor(4);
      await store.append(lines.slice(0, 2));
      const reading = store.readSince(seqOf(0));
      await store.append(lines.slice(2));
      const found: Recorded[] = [];
      for await (const some of reading) found.push(...some);
      expect(found.length === 2 || found.length === 4).toBe(true);
      expect(found).toEqual(lines.slice(0, found.length));
      await store.close();
    });

    test("its snapshot is the ledger that was saved", async () => {
      const open = await prepare();
      const store = await open();
      expect(await store.loadSnapshot()).toBeUndefined();
      await store.append(linesFor(6));
      const ledger = await replay(store);
      await store.saveSnapshot(ledger);
      await store.close();
      const again = await open();
      const saved = await again.loadSnapshot();
      expect(saved && hashLedger(saved, again.epoch())).toBe(hashLedger(ledger, again.epoch()));
      await again.close();
    });
  });
}
