/**
 * Reading a log that another program may be appending to. Nothing is cut, repaired or locked: a
 * group whose write is not finished is simply not there yet.
 */
import { join } from "node:path";
import { type Disk, isCode } from "./disk.ts";
import { NewerFormat } from "./log-errors.ts";
import { type LogPart, readSegments } from "./read-segments.ts";
import { firstOf, isSegment, type Scanned, scanSegment } from "./segment.ts";

export interface LogTail {
  readonly epoch: string;
  /** The last number that is there; 0 for none. */
  readonly last: number;
  readonly parts: AsyncIterable<LogPart>;
}

/**
 * The lines after a number, as far as they are whole.
 * @returns undefined where there is no log yet
 * @throws LogBroken, NewerFormat
 */
export async function readLogTail(
  folder: string,
  after: number,
  disk: Disk,
): Promise<LogTail | undefined> {
  const names = (await list(folder, disk)).filter(isSegment).sort();
  const newest = await scanNewest(folder, names, disk);
  if (!newest) return undefined;
  const { header, lines } = newest.scanned;
  const firsts = names.slice(0, newest.at + 1).map(firstOf);
  const last = header.first + lines - 1;
  return { epoch: header.epoch, last, parts: readSegments(folder, firsts, after, last, disk) };
}

async function list(folder: string, disk: Disk): Promise<readonly string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** The newest segment that has a header: one without is just being begun. */
async function scanNewest(
  folder: string,
  names: readonly string[],
  disk: Disk,
): Promise<{ at: number; scanned: Scanned } | undefined> {
  for (let at = names.length - 1; at >= 0; at--) {
    const name = names[at] ?? "";
    const content = await disk.read(join(folder, name));
    if (!content.includes(10)) continue;
    try {
      return { at, scanned: scanSegment(content, name) };
    } catch (error) {
      // A workstation has two logs with files of the same names: the folder tells them apart.
      if (error instanceof NewerFormat) throw new NewerFormat(join(folder, name), error.version);
      throw error;
    }
  }
  return undefined;
}

/**
 * Whether there is more than there was at the last look: a name and a length, not a byte is read.
 * @returns a function that says so, and takes what it saw for the next time
 */
export function watchLog(folder: string, disk: Disk): () => Promise<boolean> {
  let before = "";
  return async () => {
    const newest = (await list(folder, disk)).filter(isSegment).sort().at(-1);
    const now = newest === undefined ? "" : `${newest} ${await disk.size(join(folder, newest))}`;
    if (now === before) return false;
    before = now;
    return true;
  };
}
