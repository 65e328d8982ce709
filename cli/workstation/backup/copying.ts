/**
 * Which files of a folder belong into a backup, in which order, and how much of each.
 *
 * Programs go on writing meanwhile. A log only grows, so what is whole at its end when it is read
 * is a point that the ledger once stood at; every other file is replaced as a whole. The order
 * makes the parts fit: a snapshot is never ahead of its journal, and tokens and outboxes are never
 * behind it.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isCode } from "../../../shared/disk/disk.ts";
import { isSegment, scanSegment } from "../../../shared/disk/segment.ts";

export const manifestName = "backup.json";
/** In the folder that is backed up: where the newest backup lies. */
export const lastName = "last-backup.json";
export const defaultFolder = "backups";

/** Of the moment only: locks, the place of a running daemon, files that are just being written. */
const passing = /^(?:lock|link)(?:\.|$)|^daemon\.json$|\.new$/;

const rank = (path: string): number => {
  if (/(?:^|\/)ledger\.json$/.test(path)) return 0;
  return /(?:^|\/)journal\/[^/]+$/.test(path) ? 1 : 2;
};

/**
 * Paths below the folder with `/`, in the order in which they are copied.
 * @param target where backups go: what is kept there is no part of the next one
 */
export async function pathsToCopy(folder: string, target: string): Promise<readonly string[]> {
  const found: string[] = [];
  async function walk(below: string): Promise<void> {
    const place = join(folder, below);
    const names = await readdir(place, { withFileTypes: true });
    const isBackup = below !== "" && names.some(({ name }) => name === manifestName);
    if (isBackup || below === defaultFolder || resolve(place) === resolve(target)) return;
    for (const one of names) {
      const path = below === "" ? one.name : `${below}/${one.name}`;
      if (passing.test(one.name) || path === manifestName || path === lastName) continue;
      if (one.isDirectory()) await walk(path);
      if (one.isFile()) found.push(path);
    }
  }
  await walk("");
  return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * As much of a file as stands for good; undefined where it is gone meanwhile, or has just begun.
 * @throws LogBroken, NewerFormat
 */
export async function readWhole(folder: string, path: string): Promise<Buffer | undefined> {
  let content: Buffer;
  try {
    content = await readFile(join(folder, path));
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!isSegment(name) || path.includes("/cut/")) return content;
  if (!content.includes(newline)) return undefined;
  return content.subarray(0, scanSegment(content, name).goodBytes);
}
const newline = 10;
