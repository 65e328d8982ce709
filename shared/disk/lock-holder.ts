/** Who holds a lock, as the lock file says, and whether that process still runs. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { isCode } from "./disk.ts";

const LockHolder = z.object({
  pid: z.int(),
  host: z.string(),
  /** When that process began, as the system counts; a number given anew to another differs. */
  born: z.string().optional(),
  token: z.string().regex(/^[0-9a-f-]{36}$/),
  since: z.string(),
});
export type LockHolder = z.infer<typeof LockHolder>;

/** This process, with a new token. */
export const describeSelf = async (): Promise<LockHolder> => ({
  pid: process.pid,
  host: hostname(),
  born: (await findProcess(process.pid))?.born,
  token: randomUUID(),
  since: new Date().toISOString(),
});

/** Where hard links are not to be had, a lock file is written in place and is not whole at once. */
const writingTime = 50;

export async function readHolder(file: string): Promise<LockHolder | "gone" | "unreadable"> {
  const found = await readOnce(file);
  if (found !== "unreadable") return found;
  await setTimeout(writingTime);
  return readOnce(file);
}

async function readOnce(file: string): Promise<LockHolder | "gone" | "unreadable"> {
  try {
    const read = LockHolder.safeParse(JSON.parse(await readFile(file, "utf8")));
    return read.success ? read.data : "unreadable";
  } catch (error) {
    if (isCode(error, "ENOENT")) return "gone";
    if (error instanceof SyntaxError) return "unreadable";
    throw error;
  }
}

export async function isAlive(holder: LockHolder): Promise<boolean> {
  if (holder.host !== hostname()) return true; // cannot be known from here
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return isCode(error, "EPERM");
  }
  const known = await findProcess(holder.pid);
  if (known?.hasEnded) return false;
  return known === undefined || holder.born === undefined || known.born === holder.born;
}

interface Process {
  /** The machine's start, and the ticks from there to the process's. */
  readonly born: string;
  /** Killed, and only its number is left until its parent has looked: in a container perhaps for good. */
  readonly hasEnded: boolean;
}

/** As Linux tells it; undefined elsewhere. */
async function findProcess(pid: number): Promise<Process | undefined> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { born: `${boot.trim()} ${fields[19]}`, hasEnded: /^[ZX]/.test(fields[0] ?? "") };
  } catch {
    return undefined;
  }
}
