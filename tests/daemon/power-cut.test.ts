import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Disk } from "../../shared/disk/disk.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { openFilesStore } from "../../shared/store/files/files-store.ts";
import { replay } from "../../shared/store/replay.ts";
import { StorageFailed, type Store } from "../../shared/store/store.ts";
import { Epoch, seqOf } from "../../shared/words/ids.ts";
import { diceOf, ForgetfulDisk, PowerOff } from "../support/forgetful-disk.ts";
import { linesFor } from "../support/lines.ts";

const lines = linesFor(220);

/** Small segments, so that a few groups reach over several files. */
const openOn = (disk: Disk) =>
  openFilesStore("/office", () => Epoch.parse("testepoch0"), { disk, segmentBytes: 2_000 });

async function readAll(store: Store): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for await (const some of store.readSince(seqOf(0))) found.push(...some);
  return found;
}

/**
 * Opens, appends the groups and saves a snapshot now and then, until the disk stops.
 * @param promised lines that somebody was told of before
 * @returns the lines that somebody was told of now: what is read back counts too, since it is
 * answered as a repeat
 */
async function writeUntilStopped(
  disk: Disk,
  groups: readonly number[],
  promised: number,
): Promise<number> {
  let told = promised;
  try {
    const store = await openOn(disk);
    const there = await readAll(store);
    expect(there.length).toBeGreaterThanOrEqual(promised);
    expect(there).toEqual(lines.slice(0, there.length));
    told = there.length;
    for (const [at, size] of groups.entries()) {
      const group = lines.slice(told, told + size);
      if (group.length === 0) break;
      await store.append(group);
      told += group.length;
      if (at % 3 === 2) await store.saveSnapshot(await replay(store));
    }
  } catch (error) {
    if (!(error instanceof StorageFailed || error instanceof PowerOff)) throw error;
  }
  return told;
}

async function expectAll(disk: ForgetfulDisk, promised: number): Promise<void> {
  const store = await openOn(disk);
  const found = await readAll(store);
  expect(found.length).toBeGreaterThanOrEqual(promised);
  expect(found).toEqual(lines.slice(0, found.length));
  const snapshot = await store.loadSnapshot();
  expect((await replay(store, snapshot)).seq).toBe(found.length);
  await store.append(lines.slice(found.length, found.length + 1));
  expect(await readAll(store)).toHaveLength(found.length + 1);
}

const groups = [1, 3, 2, 5, 1, 4, 1, 6];

async function countCalls(): Promise<number> {
  const disk = new ForgetfulDisk(diceOf(1));
  expect(await writeUntilStopped(disk, groups, 0)).toBe(23);
  return disk.calls;
}

describe("what was acknowledged is there, once, in order", () => {
  test("after a power cut at every single call, whatever the disk kept of the rest", async () => {
    const calls = await countCalls();
    for (let cut = 0; cut <= calls; cut++) {
      for (let seed = 0; seed < 12; seed++) {
        const disk = new ForgetfulDisk(diceOf(seed * 1_000 + cut), cut);
        const told = await writeUntilStopped(disk, groups, 0);
        disk.restart();
        await expectAll(disk, told);
      }
    }
  });

  test("after a kill at every single call, and a power cut once it was read back", async () => {
    const calls = await countCalls();
    for (let killed = 0; killed <= calls; killed++) {
      for (let seed = 0; seed < 12; seed++) {
        const disk = new ForgetfulDisk(diceOf(seed * 1_000 + killed), killed);
        const first = await writeUntilStopped(disk, groups, 0);
        disk.restartProcess();
        const told = await writeUntilStopped(disk, [], first);
        disk.restart();
        await expectAll(disk, told);
      }
    }
  });

  test("after any run of kills and power cuts", async () => {
    const stop = fc.record({ after: fc.nat({ max: 40 }), power: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
        fc.array(stop, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        async (sizes, stops, seed) => {
          const disk = new ForgetfulDisk(diceOf(seed));
          let told = 0;
          for (const { after, power } of stops) {
            if (power) disk.restart(after);
            else disk.restartProcess(after);
            told = await writeUntilStopped(disk, sizes, told);
          }
          disk.restart();
          await expectAll(disk, told);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("which a store that does not sync would not keep", async () => {
    class LyingDisk extends ForgetfulDisk {
      override async append(name: string) {
        return { ...(await super.append(name)), sync: async () => {} };
      }
    }
    const disk = new LyingDisk(diceOf(5));
    const told = await writeUntilStopped(disk, groups, 0);
    disk.restart();
    await expect(expectAll(disk, told)).rejects.toThrow();
  });
});

test("after a write that failed nothing more is taken, until the store is opened again", async () => {
  const disk = new ForgetfulDisk(diceOf(3));
  const store = await openOn(disk);
  await store.append(lines.slice(0, 2));
  disk.restartProcess(1);
  await expect(store.append(lines.slice(2, 4))).rejects.toThrow(StorageFailed);
  disk.restartProcess();
  await expect(store.append(lines.slice(2, 4))).rejects.toThrow(StorageFailed);
  disk.restart();
  const again = await openOn(disk);
  const found = await readAll(again);
  await again.append(lines.slice(found.length, found.length + 2));
  expect((await readAll(again)).length).toBe(found.length + 2);
});
