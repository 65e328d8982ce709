/**
 * An append-only log of numbered lines, in segments: files named after their first number.
 *
 * A line is `{"bytes":N,"batch":[S,M],…}`: N bytes follow the first comma, and the line is one of
 * the M, from number S on, that were written and synced together. So a write that was cut off is
 * recognised, and the whole group that nobody had been promised is taken back; the bytes are kept
 * in the folder `cut`. A segment is never cut or rewritten otherwise.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type AppendFile, type Disk, realDisk } from "./disk.ts";
import { LogBroken, LogFailed } from "./log-errors.ts";
import { type Header, headerLine, readHeader, type Scanned, scanSegment } from "./segment.ts";

const segmentBytes = 8 * 1024 * 1024;
const isSegment = (name: string): boolean => /^\d{12}\.ndjson$/.test(name);
const nameOf = (first: number): string => `${String(first).padStart(12, "0")}.ndjson`;

/** What was taken off the end when the log was opened. */
export interface Cut {
  readonly from: number; // the first number that is gone
  readonly bytes: number;
  readonly kept: string; // the file that holds the bytes now
}

export interface AppendLog {
  readonly epoch: string;
  readonly cut: Cut | undefined;
  /** The number that comes next. */
  readonly next: () => number;
  /**
   * Resolves once all lines are on the disk.
   * @param lines each the JSON text of an object with at least one member
   * @param previous what the header of a new segment says of all before it
   * @throws LogFailed when the disk refuses; from then on always
   */
  append(lines: readonly string[], previous: string): Promise<void>;
  /** The JSON texts of the lines after a number, a segment at a time, up to `last`. */
  readAfter(number: number, last?: number): AsyncIterable<readonly string[]>;
  close(): Promise<void>;
}

/** @throws LogBroken, NewerFormat */
export async function openAppendLog(
  folder: string,
  beginning: () => Omit<Header, "first">,
  disk: Disk = realDisk,
): Promise<AppendLog> {
  await mkdir(join(folder, "cut"), { recursive: true });
  const names = (await disk.list(folder)).filter(isSegment).sort();
  const { firsts, scanned, cut } = await openLast(folder, names, disk);
  let epoch = scanned?.header.epoch;
  let next = scanned ? scanned.header.first + scanned.lines : 1;
  let bytes = scanned?.goodBytes ?? 0;
  let file: AppendFile | undefined;
  let failed: LogFailed | undefined;

  const lastFile = () => join(folder, nameOf(firsts.at(-1) as number));
  async function startSegment(header: Header): Promise<void> {
    await file?.close();
    const line = Buffer.from(headerLine(header));
    file = await disk.append(join(folder, nameOf(header.first)));
    await file.write(line);
    await file.sync();
    await disk.syncFolder(folder);
    firsts.push(header.first);
    bytes = line.length;
  }
  if (epoch === undefined) {
    const header = { ...beginning(), first: 1 };
    await startSegment(header);
    epoch = header.epoch;
  } else {
    file = await disk.append(lastFile());
    if (cut) {
      await file.truncate(bytes);
      await file.sync();
    }
  }
  const known = epoch;

  return {
    epoch: known,
    cut,
    next: () => next,
    append: async (lines, previous) => {
      if (failed) throw failed;
      const group = Buffer.from(lines.map((text) => framed(text, next, lines.length)).join(""));
      try {
        if (bytes > segmentBytes) await startSegment({ epoch: known, first: next, previous });
        await file?.write(group);
        await file?.sync();
      } catch (cause) {
        failed = new LogFailed({ cause });
        throw failed;
      }
      bytes += group.length;
      next += lines.length;
    },
    readAfter: (number, last = next - 1) =>
      readSegments(folder, [...firsts], number, Math.min(last, next - 1), disk),
    close: async () => {
      failed ??= new LogFailed();
      await file?.close();
      file = undefined;
    },
  };
}

function framed(text: string, batch: number, of: number): string {
  const rest = `"batch":[${batch},${of}],${text.slice(1)}`;
  return `{"bytes":${Buffer.byteLength(rest)},${rest}\n`;
}

/** Looks through the newest segment, which alone can hold a write that was cut off. */
async function openLast(
  folder: string,
  names: readonly string[],
  disk: Disk,
): Promise<{ firsts: number[]; scanned?: Scanned; cut?: Cut | undefined }> {
  const firsts = names.map((name) => Number(name.slice(0, 12)));
  const name = names.at(-1);
  if (name === undefined) return { firsts };
  const path = join(folder, name);
  const content = await disk.read(path);
  if (!content.includes(10)) {
    // The machine stopped while this segment was begun: nothing was in it yet.
    const kept = join(folder, "cut", `${name}.${content.length}`);
    await disk.rename(path, kept);
    await disk.syncFolder(folder);
    const before = await openLast(folder, names.slice(0, -1), disk);
    const from = firsts.at(-1) as number;
    return { ...before, cut: before.cut ?? { from, bytes: content.length, kept } };
  }
  const scanned = scanSegment(content, name);
  if (scanned.goodBytes === content.length) return { firsts, scanned };
  const from = scanned.header.first + scanned.lines;
  const torn = content.subarray(scanned.goodBytes);
  const kept = join(folder, "cut", `${name}.from-${from}.${torn.length}`);
  const copy = await disk.append(kept);
  await copy.write(torn);
  await copy.sync();
  await copy.close();
  await disk.syncFolder(join(folder, "cut"));
  return { firsts, scanned, cut: { from, bytes: torn.length, kept } };
}

async function* readSegments(
  folder: string,
  firsts: readonly number[],
  after: number,
  last: number,
  disk: Disk,
): AsyncIterable<readonly string[]> {
  const start = firsts.findLastIndex((first) => first <= after + 1);
  for (const [at, first] of firsts.entries()) {
    if (at < Math.max(start, 0) || first > last) continue;
    const name = nameOf(first);
    const lines = (await disk.read(join(folder, name))).toString().split("\n");
    const until = Math.min(last + 1, firsts[at + 1] ?? last + 1);
    if (readHeader(lines[0] as string, name).first !== first || lines.length <= until - first) {
      throw new LogBroken(name, lines.length, "it is too short");
    }
    const wanted: string[] = [];
    for (let number = Math.max(first, after + 1); number < until; number++) {
      const line = lines[number - first + 1] as string;
      const rest = line.indexOf("],");
      if (!line.startsWith('{"bytes":') || rest < 0) {
        throw new LogBroken(name, number - first + 2, "it is no line of the journal");
      }
      wanted.push(`{${line.slice(rest + 2)}`);
    }
    if (wanted.length > 0) yield wanted;
  }
}
