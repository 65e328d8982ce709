/**
 * A file that is either as it was or as it should be, never something between, and on the disk
 * once the promise resolves.
 */
import { randomUUID } from "node:crypto";
import { open, readFile, rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { realDisk } from "./disk.ts";

/** Pieces are written together up to this size: few calls, and room for others in between. */
const chunkBytes = 1024 * 1024;

/** @param mode rights of the file; 0600 unless told otherwise */
export async function writeAtomically(
  file: string,
  pieces: Iterable<string | Uint8Array>,
  { mode = 0o600 }: { readonly mode?: number } = {},
): Promise<void> {
  const temporary = `${file}.${randomUUID()}.new`;
  const handle = await open(temporary, "wx", mode);
  try {
    try {
      let waiting: Buffer[] = [];
      let bytes = 0;
      for (const piece of pieces) {
        const buffer = Buffer.from(piece as string);
        waiting.push(buffer);
        bytes += buffer.length;
        if (bytes < chunkBytes) continue;
        await handle.writeFile(Buffer.concat(waiting));
        waiting = [];
        bytes = 0;
      }
      if (bytes > 0) await handle.writeFile(Buffer.concat(waiting));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, file);
    await realDisk.syncFolder(dirname(file));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** On Windows a virus scanner or an indexer may hold the target for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      const passing = code === "EPERM" || code === "EACCES" || code === "EBUSY";
      if (!passing || attempt === 10) throw error;
      await setTimeout(20 * attempt);
    }
  }
}

/** The text of a file; undefined where there is none. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
