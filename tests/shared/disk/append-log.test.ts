import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openAppendLog } from "../../../shared/disk/append-log.ts";
import { type Disk, realDisk } from "../../../shared/disk/disk.ts";
import { LogBroken, LogFailed } from "../../../shared/disk/log-errors.ts";
import { emptyFolder } from "../../support/folder.ts";

const beginning = () => ({ epoch: "testepoch0", previous: "0" });
const small = { segmentBytes: 200 };
const open = (folder: string, disk: Disk = realDisk) =>
  openAppendLog(folder, beginning, { ...small, disk });
const text = (number: number) => `{"number":${number},"title":"第${number}次"}`;
const texts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => text(from + at));

async function readAll(folder: string, after = 0): Promise<string[]> {
  const log = await open(folder);
  const found: string[] = [];
  try {
    for await (const part of log.readAfter(after)) found.push(...part.texts);
  } finally {
    await log.close();
  }
  return found;
}

/** Groups of these sizes, in a folder of their own. */
async function logOf(...sizes: number[]): Promise<string> {
  const folder = await emptyFolder();
  const log = await open(folder);
  for (const size of sizes) await log.append(texts(log.next(), log.next() + size - 1), "p");
  await log.close();
  return folder;
}

const segments = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith(".ndjson")).sort();

describe("segments", () => {
  test("are named after their first number, and each begins with a header", async () => {
    const folder = await logOf(3, 3, 3, 3);
    const names = await segments(folder);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const [head, first] = (await readFile(join(folder, name), "utf8")).split("\n");
      expect(JSON.parse(head ?? "")).toMatchObject({
        taizhang: "journal",
        v: 1,
        epoch: "testepoch0",
        first: Number(name.slice(0, 12)),
      });
      expect(JSON.parse(first ?? "")).toMatchObject({ number: Number(name.slice(0, 12)) });
    }
    expect(await readAll(folder)).toEqual(texts(1, 12));
  });

  test("before the one that is needed are neither read nor checked", async () => {
    const folder = await logOf(3, 3, 3, 3);
    const [oldest] = await segments(folder);
    await writeFile(join(folder, oldest ?? ""), "damaged\n");
    expect(await readAll(folder, 9)).toEqual(texts(10, 12));
    await expect(readAll(folder)).rejects.toThrow(LogBroken);
  });

  test("one that is missing is told by the end of the one before it", async () => {
    const folder = await logOf(3, 3, 3, 3);
    const [oldest, second] = await segments(folder);
    await rm(join(folder, second ?? ""));
    await expect(readAll(folder)).rejects.toMatchObject({ file: oldest, reason: "too-short" });
  });

  test("one whose header was not finished is set aside, and the log goes on", async () => {
    const folder = await logOf(3);
    for (const header of ["", '{"taizhang":"jour', `${"\0".repeat(40)}\n`]) {
      await writeFile(join(folder, "000000000004.ndjson"), header);
      const log = await open(folder);
      expect(log.cut).toMatchObject({ from: 4, bytes: header.length });
      expect(log.next()).toBe(4);
      await log.close();
    }
    expect(await readdir(join(folder, "cut"))).toHaveLength(3);
    expect(await readAll(folder)).toEqual(texts(1, 3));
  });

  test("one that lost its header, but held lines, stops the start", async () => {
    const folder = await logOf(4);
    const file = join(folder, "000000000001.ndjson");
    const content = await readFile(file);
    for (const damaged of [
      content.subarray(40),
      Buffer.alloc(2_000),
      Buffer.from(content).fill(0, 0, 90),
    ]) {
      await writeFile(file, damaged);
      await expect(open(folder)).rejects.toBeInstanceOf(LogBroken);
      expect(await readFile(file)).toEqual(damaged);
    }
  });

  test("one of another name is no part of it", async () => {
    const folder = await logOf(2);
    await appendFile(join(folder, "notes.txt"), "hello");
    await mkdir(join(folder, "000000000009.ndjson"));
    expect(await readAll(folder)).toEqual(texts(1, 2));
  });
});

describe("damage", () => {
  /** Four groups in one segment: lines 2; 3 and 4; 5; 6 and 7 of the file. */
  async function damaged(change: (lines: string[]) => unknown): Promise<string> {
    const folder = await emptyFolder();
    const log = await openAppendLog(folder, beginning);
    for (const size of [1, 2, 1, 2])
      await log.append(texts(log.next(), log.next() + size - 1), "p");
    await log.close();
    const file = join(folder, "000000000001.ndjson");
    const lines = (await readFile(file, "utf8")).split("\n");
    change(lines);
    await writeFile(file, lines.join("\n"));
    return folder;
  }

  const shorter = (lines: string[]) => {
    lines[2] = (lines[2] ?? "").slice(0, -9);
  };
  test.each([
    ["a line that is shorter", 3, shorter],
    ["a line that is gone", 3, (lines: string[]) => lines.splice(2, 1)],
    ["a line that stands twice", 5, (lines: string[]) => lines.splice(2, 0, lines[2] ?? "")],
    ["a line put in by hand", 3, (lines: string[]) => lines.splice(2, 0, '{"number":9}')],
    ["a blank line", 3, (lines: string[]) => lines.splice(2, 0, "")],
  ])("%s before the last group is named, with its line", async (_, line, change) => {
    const folder = await damaged(change);
    const file = "000000000001.ndjson";
    const before = (await readFile(join(folder, file), "utf8")).split("\n").slice(0, line - 1);
    const offset = Buffer.byteLength(`${before.join("\n")}\n`);
    const failure = await open(folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LogBroken);
    expect(failure).toMatchObject({ file, line, offset, reason: "changed" });
  });

  test("before a group that was only begun is still not cut", async () => {
    const folder = await damaged((lines) => {
      lines[4] = lines[4]?.slice(0, -3) ?? "";
      lines.splice(5, 2, (lines[5] ?? "").slice(0, 40));
    });
    await expect(open(folder)).rejects.toMatchObject({ line: 5, reason: "changed" });
  });

  test("anywhere in the last group takes that group back, and no other", async () => {
    for (const line of [5, 6]) {
      const folder = await damaged((lines) => {
        lines[line] = lines[line]?.replace("title", "tit\0e") ?? "";
      });
      const log = await openAppendLog(folder, beginning);
      expect(log.cut).toMatchObject({ from: 5 });
      expect(log.next()).toBe(5);
      await log.close();
    }
  });
});

test("what was cut off is kept, byte for byte", async () => {
  const folder = await logOf(1, 2);
  const file = join(folder, "000000000001.ndjson");
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, whole.length - 3));
  const log = await open(folder);
  await log.close();
  const kept = await readFile(log.cut?.kept ?? "");
  expect(Buffer.concat([await readFile(file), kept])).toEqual(whole.subarray(0, whole.length - 3));
});

test("a disk that is full fails the write; opened again, the log is whole", async () => {
  const folder = await logOf(2);
  let full = true;
  const disk: Disk = {
    ...realDisk,
    append: async (name) => {
      const file = await realDisk.append(name);
      const write = async (bytes: Uint8Array) => {
        await file.write(full ? bytes.subarray(0, 20) : bytes);
        if (full) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      };
      return { ...file, write };
    },
  };
  const log = await open(folder, disk);
  await expect(log.append(texts(3, 4), "p")).rejects.toMatchObject({
    name: "LogFailed",
    cause: { code: "ENOSPC" },
  });
  full = false;
  await expect(log.append(texts(3, 4), "p")).rejects.toThrow(LogFailed);
  expect(log.next()).toBe(3);
  await log.close();
  expect(await readAll(folder)).toEqual(texts(1, 2));
});
