import fc from "fast-check";
import { expect, test } from "vitest";
import { openFilesStore } from "../../daemon/store/files/files-store.ts";
import { StorageFailed } from "../../daemon/store/store.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { Epoch, seqOf } from "../../shared/words/ids.ts";
import { emptyFolder } from "../support/folder.ts";
import { ForgetfulDisk } from "../support/forgetful-disk.ts";
import { linesFor } from "../support/lines.ts";

const lines = linesFor(40);

test("after a power cut at any call every acknowledged line is there, once, in order", async () => {
  // The folder only gives the names; every byte is on the forgetful disk.
  const folder = await emptyFolder();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat({ max: 1_000_000 })),
      async (groups, cuts, stream) => {
        const dice = { roll: (most: number) => (stream.next().value ?? 0) % (most + 1) };
        const disk = new ForgetfulDisk(dice);
        let acknowledged = 0;
        for (const calls of cuts) {
          disk.restart(calls);
          acknowledged = await writeUntilPowerOff(folder, disk, groups, acknowledged);
        }
        disk.restart();
        const store = await openFilesStore(folder, () => Epoch.parse("testepoch0"), { disk });
        const found: Recorded[] = [];
        for await (const some of store.readSince(seqOf(0))) found.push(...some);
        expect(found.length).toBeGreaterThanOrEqual(acknowledged);
        expect(found).toEqual(lines.slice(0, found.length));
      },
    ),
    { numRuns: 300 },
  );
});

/** @returns how many lines are acknowledged now */
async function writeUntilPowerOff(
  folder: string,
  disk: ForgetfulDisk,
  groups: readonly number[],
  before: number,
): Promise<number> {
  let acknowledged = before;
  try {
    const store = await openFilesStore(folder, () => Epoch.parse("testepoch0"), { disk });
    let at = 0;
    for await (const some of store.readSince(seqOf(0))) at += some.length;
    expect(at).toBeGreaterThanOrEqual(before);
    for (const size of groups) {
      const group = lines.slice(at, at + size);
      if (group.length === 0) break;
      await store.append(group);
      at += group.length;
      acknowledged = at;
    }
  } catch (error) {
    const known = error instanceof StorageFailed || (error as Error).name === "PowerOff";
    if (!known) throw error;
  }
  return acknowledged;
}
