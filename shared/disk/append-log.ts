/**
 * An append-only log of numbered lines, in segments: files named after their first number.
 *
 * Lines are written in groups, one write and one sync each. A group is there whole or, when its
 * write was cut off, taken back whole: nobody had been promised anything of it. Whatever a log
 * gives back after it was opened is on the disk. A segment is never cut or rewritten otherwise.
 */
import { join } from "node:path";
import { type AppendFile, type Disk, realDisk } from "./disk.ts";
import { type Cut, findLastSegment } from "./last-segment.ts";
import { LogFailed } from "./log-errors.ts";
import { type LogPart, readSegments } from "./read-segments.ts";
import { framedLine, type Header, headerLine, segmentName } from "./segment.ts";

export type { Cut } from "./last-segment.ts";

export interface AppendLog {
  /** Which life of the log this is, as its newest segment says. */
  epoch(): string;
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
  /** From the next line on, in a segment of its own. @throws LogFailed, as `append` */
  beginEpoch(epoch: string, previous: string): Promise<void>;
  /** The lines after a number, up to `last` or the end as it is now; a segment at a time. */
  readAfter(number: number, last?: number): AsyncIterable<LogPart>;
  close(): Promise<void>;
}

export interface LogOptions {
  readonly disk?: Disk;
  /** A segment that is longer is followed by a new one. */
  readonly segmentBytes?: number;
}

/**
 * @param beginning what the first header of a new log says
 * @throws LogBroken, NewerFormat
 */
export async function openAppendLog(
  folder: string,
  beginning: () => Pick<Header, "epoch" | "previous">,
  { disk = realDisk, segmentBytes = 8 * 1024 * 1024 }: LogOptions = {},
): Promise<AppendLog> {
  await disk.makeFolder(join(folder, "cut"));
  const { firsts, last, cut } = await findLastSegment(folder, disk);
  const header = last?.header ?? { ...beginning(), first: 1 };
  let { epoch, first } = header;
  let next = header.first + (last?.lines ?? 0);
  let bytes = last?.goodBytes ?? 0;
  let failed: LogFailed | undefined;
  let file = last ? await openSynced(folder, header.first, disk) : await startSegment(header);

  async function startSegment(begun: Header): Promise<AppendFile> {
    const line = Buffer.from(headerLine(begun));
    const started = await disk.append(join(folder, segmentName(begun.first)));
    try {
      await started.write(line);
      await started.sync();
      await disk.syncFolder(folder);
    } catch (error) {
      await started.close();
      throw error;
    }
    firsts.push(begun.first);
    first = begun.first;
    bytes = line.length;
    return started;
  }

  async function write(group: Buffer, previous: string): Promise<void> {
    if (bytes > segmentBytes) {
      await file.close();
      file = await startSegment({ epoch, first: next, previous });
    }
    await file.write(group);
    await file.sync();
  }

  /** A segment without a line has the name that the next one needs. */
  async function removeIfEmpty(): Promise<void> {
    if (first !== next) return;
    await disk.remove(join(folder, segmentName(first)));
    firsts.pop();
  }

  return {
    epoch: () => epoch,
    cut,
    next: () => next,
    append: async (lines, previous) => {
      if (failed) throw failed;
      const texts = lines.map((text) => framedLine(text, next, lines.length));
      const group = Buffer.from(texts.join(""));
      try {
        await write(group, previous);
      } catch (cause) {
        failed = new LogFailed({ cause });
        throw failed;
      }
      bytes += group.length;
      next += lines.length;
    },
    beginEpoch: async (wanted, previous) => {
      if (failed) throw failed;
      try {
        await file.close();
        await removeIfEmpty();
        file = await startSegment({ epoch: wanted, first: next, previous });
      } catch (cause) {
        failed = new LogFailed({ cause });
        throw failed;
      }
      epoch = wanted;
    },
    readAfter: (number, until = next - 1) =>
      readSegments(folder, [...firsts], number, Math.min(until, next - 1), disk),
    close: async () => {
      failed ??= new LogFailed();
      await file.close();
    },
  };
}

/**
 * A process that was killed may have left a whole group that it never synced. It counts from now
 * on, so it must not vanish any more; nor must the name of its file.
 */
async function openSynced(folder: string, first: number, disk: Disk): Promise<AppendFile> {
  const file = await disk.append(join(folder, segmentName(first)));
  await file.sync();
  await disk.syncFolder(folder);
  return file;
}
