/**
 * A backup: a copy of an office's or a workstation's folder that is whole at one moment, made while
 * others write. It stands under another name until it was read back, and replaces nothing.
 *
 * It holds keys and tokens like the folder itself; rights are the owner's alone.
 */
import { randomUUID } from "node:crypto";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { writeAtomically } from "../../../shared/disk/atomic-file.ts";
import { isCode, realDisk } from "../../../shared/disk/disk.ts";
import { findProfile } from "../../../shared/ledger/ledger.ts";
import { instantOf, localDateIn } from "../../../shared/words/dates.ts";
import { type BackedUpFile, checkFiles, replayCopy, sha256Of } from "./checking.ts";
import { manifestName, pathsToCopy, readWhole } from "./copying.ts";
import { keepLast } from "./last.ts";

export interface BackedUp {
  readonly folder: string;
  readonly at: string;
  /** The last line of the journal that is in it; of the longest copy on a joined workstation. */
  readonly seq: number;
  readonly files: number;
  readonly bytes: number;
}

/** There is nothing to back up: neither a journal nor a workstation's copy of one. */
export class NothingToBackUp extends Error {
  override readonly name = "NothingToBackUp";
}

/**
 * @param target where the new backup gets a folder of its own
 * @throws NothingToBackUp, BackupDiffers, LogBroken, ChainBroken, and what the disk says
 */
export async function backUp(
  folder: string,
  target: string,
  now: Date,
  progress: (read: number, of: number) => void,
): Promise<BackedUp> {
  const paths = await pathsToCopy(folder, target);
  const journals = [...new Set(paths.filter(isJournal).map(dirname))];
  if (journals.length === 0) throw new NothingToBackUp(folder);
  await makePrivate(target);
  const begun = join(target, `.${randomUUID()}.new`);
  await mkdir(begun, { mode: 0o700 });
  try {
    const files = await copyAll(folder, begun, paths);
    await checkFiles(begun, files);
    let seq = 0;
    let timeZone = "Asia/Shanghai";
    const ends: { journal: string; epoch: string | undefined; seq: number; hash: string }[] = [];
    for (const journal of journals) {
      const { ledger, epoch } = await replayCopy(join(begun, journal), progress);
      ends.push({ journal, epoch, seq: ledger.seq, hash: ledger.hash });
      seq = Math.max(seq, ledger.seq);
      timeZone = findProfile(ledger)?.office.timeZone ?? timeZone;
    }
    const at = instantOf(now);
    const manifest = { taizhang: "backup", v: 1, at, journals: ends, files };
    await writeAtomically(join(begun, manifestName), [
      `${JSON.stringify(manifest, undefined, 2)}\n`,
    ]);
    const made = await giveName(begun, target, localDateIn(timeZone, now));
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
    const done = { folder: made, at, seq, files: files.length, bytes };
    await keepLast(folder, done);
    return done;
  } catch (error) {
    await rm(begun, { recursive: true, force: true });
    throw error;
  }
}

const isJournal = (path: string): boolean => /(?:^|\/)journal\/\d{12}\.ndjson$/.test(path);

/** A folder that is made for backups is its owner's alone; one that was there stays as it is. */
async function makePrivate(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await chmod(folder, 0o700);
}

async function copyAll(
  folder: string,
  into: string,
  paths: readonly string[],
): Promise<readonly BackedUpFile[]> {
  const files: BackedUpFile[] = [];
  const folders = new Set<string>([into]);
  for (const path of paths) {
    const content = await readWhole(folder, path);
    if (!content) continue;
    const file = join(into, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    for (let at = dirname(file); at !== into; at = dirname(at)) folders.add(at);
    const opened = await realDisk.append(file, 0o600);
    try {
      await opened.write(content);
      await opened.sync();
    } finally {
      await opened.close();
    }
    files.push({ path, bytes: content.length, sha256: sha256Of(content) });
  }
  for (const one of folders) await realDisk.syncFolder(one);
  return files;
}

/** The day, and a number where the day has one already. */
async function giveName(begun: string, target: string, day: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = resolve(target, number === 1 ? `taizhang-${day}` : `taizhang-${day}-${number}`);
    try {
      // Held by making it: a rename takes an empty folder's place, and nobody else's.
      await mkdir(name, { mode: 0o700 });
    } catch (error) {
      if (isCode(error, "EEXIST")) continue;
      throw error;
    }
    if (process.platform === "win32") await rm(name, { recursive: true });
    await rename(begun, name);
    await realDisk.syncFolder(target);
    return name;
  }
}
