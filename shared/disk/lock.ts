/**
 * One process a folder. The lock is a file that names its process; it appears whole (a link to a
 * file that was written before), and one whose process is gone is taken over.
 */
import { randomUUID } from "node:crypto";
import { link, readFile, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";

const Holder = z.object({
  pid: z.int(),
  host: z.string(),
  /** When that process began, as the system counts; a number given anew to another differs. */
  born: z.string().optional(),
  token: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** Another process works on this folder. */
export class LockHeld extends Error {
  override readonly name = "LockHeld";
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  constructor({ pid, host, since }: Pick<Holder, "pid" | "host" | "since">) {
    super(`held by process ${pid} on ${host} since ${since}`);
    this.pid = pid;
    this.host = host;
    this.since = since;
  }
}

export interface Lock {
  release(): Promise<void>;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/**
 * @param patience how long to wait for the other to finish, in milliseconds
 * @throws LockHeld
 */
export async function acquireLock(file: string, patience = 0): Promise<Lock> {
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    born: await findBirth(process.pid),
    token: randomUUID(),
    since: new Date().toISOString(),
  };
  const mine = `${file}.${own.token}`;
  await writeFile(mine, JSON.stringify(own), { mode: 0o600 });
  try {
    const until = Date.now() + patience;
    for (;;) {
      if (await tryLink(mine, file)) break;
      const holder = await findHolder(file);
      if (holder !== "gone" && (holder === "unreadable" || !(await isAlive(holder)))) {
        await clearStale(mine, file, holder);
        continue;
      }
      if (holder !== "gone" && Date.now() >= until) throw new LockHeld(holder);
      await setTimeout(20);
    }
  } finally {
    await unlink(mine);
  }
  return {
    release: async () => {
      const holder = await findHolder(file);
      if (typeof holder === "object" && holder.token === own.token) await unlink(file);
    },
  };
}

async function tryLink(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function findHolder(file: string): Promise<Holder | "gone" | "unreadable"> {
  try {
    const read = Holder.safeParse(JSON.parse(await readFile(file, "utf8")));
    return read.success ? read.data : "unreadable";
  } catch (error) {
    if (isCode(error, "ENOENT")) return "gone";
    if (error instanceof SyntaxError) return "unreadable"; // a power cut left it empty
    throw error;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true; // cannot be known from here
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return isCode(error, "EPERM");
  }
  const born = await findBirth(holder.pid);
  return born === undefined || holder.born === undefined || born === holder.born;
}

/**
 * Takes a stale lock away. Whoever does so holds a second lock meanwhile and looks again, so that
 * two that saw the same stale lock do not take away the fresh one of a third.
 */
async function clearStale(mine: string, file: string, stale: Holder | "unreadable"): Promise<void> {
  const clearing = `${file}.clearing`;
  if (!(await tryLink(mine, clearing))) {
    const other = await findHolder(clearing);
    if (other === "unreadable" || (other !== "gone" && !(await isAlive(other)))) {
      await unlink(clearing).catch(() => undefined);
    }
    await setTimeout(20);
    return;
  }
  try {
    const now = await findHolder(file);
    const same =
      now === stale ||
      (typeof now === "object" && typeof stale === "object" && now.token === stale.token);
    if (same) await unlink(file).catch(() => undefined);
  } finally {
    await unlink(clearing).catch(() => undefined);
  }
}

/** The start of a process in ticks since the machine's, from Linux; undefined elsewhere. */
async function findBirth(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
