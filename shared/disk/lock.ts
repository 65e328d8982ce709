/**
 * One process a folder. The lock is a file that names its process; it appears whole (a link to a
 * file that was written before), and one whose process is gone is taken over.
 *
 * Taking over is a race that one wins: a claim on the token of the stale lock can be made once,
 * and is taken away only when the lock has another token, which no lock ever has twice. A claim
 * whose process died in between is claimed in its turn.
 */
import { constants, copyFile, link, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { renamePatiently } from "./atomic-file.ts";
import { isCode, realDisk } from "./disk.ts";
import { describeSelf, isAlive, type LockHolder, readHolder } from "./lock-holder.ts";

/** Another process works on this folder. */
export class LockHeld extends Error {
  override readonly name = "LockHeld";
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  constructor({ pid, host, since }: Pick<LockHolder, "pid" | "host" | "since">) {
    super(`held by process ${pid} on ${host} since ${since}`);
    this.pid = pid;
    this.host = host;
    this.since = since;
  }
}

export interface Lock {
  release(): Promise<void>;
}

const pause = 20;

/**
 * @param patience how long to wait for the other to finish, in milliseconds
 * @throws LockHeld
 */
export async function acquireLock(file: string, patience = 0): Promise<Lock> {
  const own = await describeSelf();
  const mine = `${file}.${own.token}`;
  try {
    await writeFile(mine, JSON.stringify(own), { mode: 0o600, flush: true });
    const until = performance.now() + patience;
    while (!(await tryLink(mine, file))) {
      const holder = await readHolder(file);
      if (holder === "gone") continue;
      const stale = holder === "unreadable" || !(await isAlive(holder));
      const ahead = stale ? await takeOver(mine, file, tokenOf(holder)) : holder;
      if (ahead === "taken") break;
      if (ahead !== "missed" && performance.now() >= until) throw new LockHeld(ahead);
      await setTimeout(pause);
    }
  } finally {
    await removeIfThere(mine);
  }
  return {
    release: async () => {
      if (tokenOf(await readHolder(file)) === own.token) await unlink(file);
    },
  };
}

const tokenOf = (holder: Awaited<ReturnType<typeof readHolder>>): string =>
  typeof holder === "string" ? holder : holder.token;

/** @returns who is about it already; missed, when somebody was quicker */
async function takeOver(
  mine: string,
  file: string,
  stale: string,
): Promise<"taken" | "missed" | LockHolder> {
  let claim = `${file}.after-${stale}`;
  while (!(await tryLink(mine, claim))) {
    const other = await readHolder(claim);
    if (other === "gone") return "missed";
    if (other !== "unreadable" && (await isAlive(other))) return other;
    claim = other === "unreadable" ? `${claim}-` : `${file}.after-${other.token}`;
  }
  if (tokenOf(await readHolder(file)) !== stale) {
    await removeIfThere(claim);
    return "missed";
  }
  await renamePatiently(mine, file, realDisk);
  await sweep(file);
  return "taken";
}

/** Claims on locks of the past, and what processes left that were killed while they waited. */
async function sweep(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await realDisk.list(folder)) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    const left = join(folder, name);
    const waiting = name.includes(".after-") ? "gone" : await readHolder(left);
    if (waiting === "gone" || (waiting !== "unreadable" && !(await isAlive(waiting)))) {
      await removeIfThere(left);
    }
  }
}

/** Only one of many succeeds. Sticks and some shares know no links; there a copy has to do. */
async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    if (!isCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL")) throw error;
  }
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
  }
}
