import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LogBroken, NewerFormat } from "../../shared/disk/log-errors.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { hashLedger } from "../../shared/ledger/snapshot.ts";
import { openFilesStore } from "../../shared/store/files/files-store.ts";
import { replay } from "../../shared/store/replay.ts";
import { Epoch, seqOf } from "../../shared/words/ids.ts";
import { emptyFolder } from "../support/folder.ts";
import { diceOf, ForgetfulDisk } from "../support/forgetful-disk.ts";
import { linesFor } from "../support/lines.ts";
import { storeAcceptance } from "./store-acceptance.ts";

const epoch = () => Epoch.parse("testepoch0");
const open = (folder: string) => openFilesStore(folder, epoch);

storeAcceptance("files", async () => {
  const folder = await emptyFolder();
  return () => open(folder);
});

const segment = (folder: string) => join(folder, "journal", "000000000001.ndjson");

async function journalOf(...groups: number[]): Promise<{ folder: string; lines: Recorded[] }> {
  const folder = await emptyFolder();
  const store = await open(folder);
  const lines = linesFor(groups.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const size of groups) {
    await store.append(lines.slice(at, at + size));
    at += size;
  }
  await store.close();
  return { folder, lines };
}

async function reopened(
  folder: string,
): Promise<{ lines: Recorded[]; cutFrom: number | undefined }> {
  const store = await open(folder);
  const lines: Recorded[] = [];
  for await (const some of store.readSince(seqOf(0))) lines.push(...some);
  await store.close();
  return { lines, cutFrom: store.cut?.from };
}

describe("a write that was cut off", () => {
  test("at any byte of the last group takes that group back, and nothing before it", async () => {
    const { folder, lines } = await journalOf(2, 3);
    const whole = await readFile(segment(folder));
    const start = (await readFile(segment((await journalOf(2)).folder))).length;
    for (let length = start; length <= whole.length; length++) {
      const disk = new ForgetfulDisk(diceOf(length));
      await (await disk.append(segment("/office"))).write(whole.subarray(0, length));
      const store = await openFilesStore("/office", epoch, { disk });
      const torn = length > start && length < whole.length;
      expect(store.cut?.from).toBe(torn ? 3 : undefined);
      const found: Recorded[] = [];
      for await (const some of store.readSince(seqOf(0))) found.push(...some);
      expect(found).toEqual(lines.slice(0, length < whole.length ? 2 : 5));
    }
  });

  test("is kept aside, and the next write goes on where the journal ends", async () => {
    const { folder, lines } = await journalOf(2, 1);
    const whole = await readFile(segment(folder));
    await writeFile(segment(folder), whole.subarray(0, whole.length - 5));
    const store = await open(folder);
    expect(store.cut?.from).toBe(3);
    expect(await readdir(join(folder, "journal", "cut"))).toHaveLength(1);
    await store.append(lines.slice(2));
    await store.close();
    expect((await reopened(folder)).lines).toEqual(lines);
  });

  test("may leave blocks of zeros", async () => {
    const { folder, lines } = await journalOf(2, 2);
    const whole = await readFile(segment(folder));
    whole.fill(0, whole.length - 300, whole.length - 200);
    await writeFile(segment(folder), whole);
    expect((await reopened(folder)).lines).toEqual(lines.slice(0, 2));
  });
});

describe("damage that no interrupted write explains", () => {
  test("in an earlier line stops the start, and names file and line", async () => {
    const { folder } = await journalOf(1, 1, 1, 1);
    const text = (await readFile(segment(folder), "utf8")).split("\n");
    text[2] = (text[2] as string).slice(0, -20);
    await writeFile(segment(folder), text.join("\n"));
    const failure = await open(folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LogBroken);
    expect(failure).toMatchObject({ file: "000000000001.ndjson", line: 3 });
  });

  test("a changed word is found by the chain", async () => {
    const { folder } = await journalOf(1, 1, 1);
    const text = await readFile(segment(folder), "utf8");
    await writeFile(segment(folder), text.replace("例会2", "例会9"));
    const store = await open(folder);
    await expect(replay(store)).rejects.toMatchObject({ name: "ChainBroken", seq: 2 });
    await store.close();
  });

  test.each([
    ["is no JSON any more", "not-json", '"title":"例会2"', '"title":"例会2 '],
    ["has another number", "other-number", '"seq":2', '"seq":7'],
    ["lost what it was", "changed", '"operation":', '"operatiom":'],
  ])("a line of the same length that %s is told with its place", async (_, reason, was, is) => {
    const { folder } = await journalOf(1, 1, 1);
    const lines = (await readFile(segment(folder), "utf8")).split("\n");
    lines[2] = lines[2]?.replace(was, is) ?? "";
    await writeFile(segment(folder), lines.join("\n"));
    const offset = Buffer.byteLength(`${lines.slice(0, 2).join("\n")}\n`);
    const store = await open(folder);
    const place = { file: "000000000001.ndjson", line: 3, offset, reason };
    await expect(replay(store)).rejects.toMatchObject({ name: "LogBroken", ...place });
    await store.close();
  });

  test("a line put in by hand is no part of the journal", async () => {
    const { folder, lines } = await journalOf(1, 1);
    await appendFile(segment(folder), `${JSON.stringify(linesFor(3, "假")[2])}\n`);
    expect((await reopened(folder)).lines).toEqual(lines);
  });

  test("a journal of a later release is refused, and left as it is", async () => {
    const { folder } = await journalOf(1);
    const text = (await readFile(segment(folder), "utf8")).replace('"v":1', '"v":2');
    await writeFile(segment(folder), text);
    await expect(open(folder)).rejects.toThrow(NewerFormat);
    expect(await readFile(segment(folder), "utf8")).toBe(text);
  });
});

describe("the snapshot", () => {
  test("is passed over when it is damaged, of another journal, or ahead of this one", async () => {
    const { folder, lines } = await journalOf(3);
    const store = await open(folder);
    await store.saveSnapshot(await replay(store));
    await store.close();
    const file = join(folder, "ledger.json");
    const good = await readFile(file, "utf8");
    const load = async () => {
      const again = await open(folder);
      const saved = await again.loadSnapshot();
      await again.close();
      return saved;
    };
    expect((await load())?.seq).toBe(3);
    for (const bad of [good.slice(0, -30), good.replace("例会2", "例会7"), "{}"]) {
      await writeFile(file, bad);
      expect(await load()).toBeUndefined();
    }
    const other = await journalOf(2);
    await writeFile(join(other.folder, "ledger.json"), good);
    const shorter = await open(other.folder);
    expect(await shorter.loadSnapshot()).toBeUndefined();
    await shorter.close();
    expect(lines).toHaveLength(3);
  });

  test("may be longer than what is read at once", async () => {
    const store = await open(await emptyFolder());
    await store.append(linesFor(800, "长".repeat(2_000)));
    const ledger = await replay(store);
    await store.saveSnapshot(ledger);
    const saved = await store.loadSnapshot();
    expect(saved && hashLedger(saved, store.epoch())).toBe(hashLedger(ledger, store.epoch()));
    await store.close();
  });

  test("is JSON that other programs read", async () => {
    const { folder } = await journalOf(3);
    const store = await open(folder);
    await store.saveSnapshot(await replay(store));
    await store.close();
    const value = JSON.parse(await readFile(join(folder, "ledger.json"), "utf8"));
    expect(value).toMatchObject({ taizhang: "ledger", v: 1, seq: 3 });
    expect(value.entries).toHaveLength(3);
  });
});
