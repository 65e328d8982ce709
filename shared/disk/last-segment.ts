/**
 * The newest segment when a log is opened: it alone can hold a write that was cut off. What is
 * taken off its end goes to the folder `cut` first; whoever opens the log syncs what remains.
 */
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { LogBroken } from "./log-errors.ts";
import { firstOf, isSegment, readHeader, type Scanned, scanSegment } from "./segment.ts";

/** What was taken off the end when the log was opened. */
export interface Cut {
  readonly from: number; // the first number that is gone
  readonly bytes: number;
  readonly kept: string; // the file that holds the bytes now
}

export interface Found {
  readonly firsts: number[]; // of every segment, oldest first
  /** The last one; undefined in a folder without any. */
  readonly last: Scanned | undefined;
  readonly cut: Cut | undefined;
}

/** A header is shorter; what is longer held lines once. */
const headerBytes = 512;

/** @throws LogBroken, NewerFormat */
export async function findLastSegment(folder: string, disk: Disk): Promise<Found> {
  return openLast(folder, (await disk.list(folder)).filter(isSegment).sort(), disk, undefined);
}

async function openLast(
  folder: string,
  names: readonly string[],
  disk: Disk,
  cut: Cut | undefined,
): Promise<Found> {
  const name = names.at(-1);
  if (name === undefined) return { firsts: [], last: undefined, cut };
  const firsts = names.map(firstOf);
  const path = join(folder, name);
  const content = await disk.read(path);
  if (wasOnlyBegun(content, name)) {
    const kept = await freeName(folder, name, disk);
    await disk.rename(path, kept);
    const from = firstOf(name);
    return openLast(folder, names.slice(0, -1), disk, { from, bytes: content.length, kept });
  }
  const last = scanSegment(content, name);
  if (last.goodBytes === content.length) return { firsts, last, cut };
  const torn = content.subarray(last.goodBytes);
  const kept = await freeName(folder, name, disk);
  const copy = await disk.append(kept);
  await copy.write(torn);
  await copy.sync();
  await copy.close();
  await disk.syncFolder(join(folder, "cut"));
  const shortened = await disk.append(path);
  await shortened.truncate(last.goodBytes);
  await shortened.close();
  const from = last.header.first + last.lines;
  return { firsts, last, cut: { from, bytes: torn.length, kept } };
}

/** The machine stopped before the header was synced, and nothing is written before that. */
function wasOnlyBegun(content: Buffer, name: string): boolean {
  if (content.length > headerBytes) return false;
  const end = content.indexOf(10);
  if (end < 0) return true;
  if (end < content.length - 1) return false;
  try {
    readHeader(content.toString("utf8", 0, end), name);
    return false;
  } catch (error) {
    if (error instanceof LogBroken) return true;
    throw error;
  }
}

async function freeName(folder: string, name: string, disk: Disk): Promise<string> {
  const taken = new Set(await disk.list(join(folder, "cut")));
  let number = 1;
  while (taken.has(`${name}.${number}`)) number++;
  return join(folder, "cut", `${name}.${number}`);
}
