/**
 * A file that is either as it was or as it should be, never something between, and on the disk
 * once the promise resolves.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Disk, isCode, realDisk } from "./disk.ts";

/** Pieces are written together up to this size: few calls, and room for others in between. */
const chunkBytes = 1024 * 1024;

const temporaryName = (file: string): string => `${file}.${randomUUID()}.new`;

export interface AtomicOptions {
  /** Rights of the file; 0600 unless told otherwise. */
  readonly mode?: number;
  readonly disk?: Disk;
}

export async function writeAtomically(
  file: string,
  pieces: Iterable<string | Uint8Array>,
  { mode = 0o600, disk = realDisk }: AtomicOptions = {},
): Promise<void> {
  const temporary = temporaryName(file);
  const opened = await disk.append(temporary, mode);
  try {
    try {
      for (const chunk of inChunks(pieces)) await opened.write(chunk);
      await opened.sync();
    } finally {
      await opened.close();
    }
    await renamePatiently(temporary, file, disk);
    await disk.syncFolder(dirname(file));
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}

function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let waiting: Buffer[] = [];
  let text = "";
  let bytes = 0;
  const take = (): Uint8Array => {
    const chunk = Buffer.concat([...waiting, Buffer.from(text)]);
    waiting = [];
    text = "";
    bytes = 0;
    return chunk;
  };
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece;
    else {
      waiting.push(Buffer.from(text), Buffer.from(piece));
      text = "";
    }
    bytes += piece.length;
    if (bytes >= chunkBytes) yield take();
  }
  if (bytes > 0) yield take();
}

/** Removes what a process that was stopped while it wrote this file left beside it. */
export async function removeLeftovers(file: string, disk: Disk = realDisk): Promise<void> {
  const folder = dirname(file);
  for (const name of await disk.list(folder)) {
    if (name.startsWith(`${basename(file)}.`) && name.endsWith(".new")) {
      await disk.remove(join(folder, name));
    }
  }
}

/** Renames; on Windows a virus scanner or an indexer may hold the target for a moment. */
export async function renamePatiently(from: string, to: string, disk: Disk): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!isCode(error, "EPERM", "EACCES", "EBUSY") || attempt === 10) throw error;
      await setTimeout(20 * attempt);
    }
  }
}

/** The text of a file; undefined where there is none. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}
