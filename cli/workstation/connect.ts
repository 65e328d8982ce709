/**
 * From an office folder to a connection: through its daemon where one runs, else embedded for as
 * long as the command lasts.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Connection, RequestFailed } from "../../shared/connection.ts";
import { readText } from "../../shared/disk/atomic-file.ts";
import { LockHeld } from "../../shared/disk/lock.ts";
import { instantOf } from "../../shared/words/dates.ts";
import { Hash } from "../../shared/words/ids.ts";
import type { DaemonProgram, OfficeOptions } from "../daemon-program.ts";
import { Failed, WrongUse } from "../failure.ts";
import { type Identity, readIdentities } from "./identity.ts";
import { accessFile, checkJournal, isIdentityLost, isOffice } from "./office-folder.ts";
import type { Way } from "./way.ts";

/** Commands are short: one that finds another at work waits for it. */
const patience = 15_000;

/** Ten random bytes: two journals never share a name. */
export const createEpoch = (): string => randomBytes(10).toString("hex");

export const officeOptions = (now: () => Date): OfficeOptions => ({
  now: () => instantOf(now()),
  createEpoch,
  patience,
});

const DaemonFile = z.looseObject({
  port: z.int().min(1).max(65_535),
  pid: z.int(),
  instance: z.string(),
  folder: z.string(), // where it serves: a copy of the folder is another office
  key: Hash.optional(), // of the daemon that serves the network, through TLS
});

/**
 * Whoever was here first goes on writing when somebody else joins on this machine. Of one member's
 * workstations the newest counts: it was joined because the one before is of no use any more.
 *
 * @param as a member's name or id, or a workstation's; the member who was here first unless told
 * @throws WrongUse when this machine has no such workstation
 */
export async function chooseIdentity(office: string, as: string | undefined): Promise<Identity> {
  const all = await readIdentities(office);
  if (!isOffice(office) && all.length === 0) {
    const isLost = isIdentityLost(office);
    throw new WrongUse(isLost ? "error.identity-missing" : "error.no-office", { folder: office });
  }
  const [first] = all;
  if (!first) throw new WrongUse("error.no-workstation-here", { folder: office });
  if (as === undefined) return newest(all.filter(({ member }) => member === first.member)) ?? first;
  const named = all.filter(({ member, name }) => member === as || name === as);
  const chosen = all.find(({ id }) => id === as) ?? newest(named);
  if (chosen) return chosen;
  const names = all.map(({ name }) => name);
  throw new WrongUse("error.no-workstation", { name: as, names });
}

const newest = (all: readonly Identity[]): Identity | undefined =>
  all.toSorted((a, b) => (b.turn ?? 0) - (a.turn ?? 0))[0];

/** How long a command waits for a daemon that does not answer, before it goes on alone. */
const daemonWithin = 1_500;

/** @throws Failed where a part of the office is missing, and what opening an office throws */
export async function connect(
  office: string,
  identity: Identity,
  now: () => Date,
  loadDaemon: () => Promise<DaemonProgram>,
): Promise<Connection> {
  if (identity.daemon) {
    const joined = await (await import("./joined/open.ts")).open(office, identity, now);
    await joined.caughtUp(daemonWithin);
    return joined;
  }
  checkJournal(office);
  try {
    return await connectHere(office, identity, now, loadDaemon);
  } catch (error) {
    const isUnknown = error instanceof RequestFailed && error.error.code === "not-signed-in";
    const file = accessFile(office);
    if (!isUnknown || existsSync(file)) throw error;
    throw new Failed("error.part-missing", { file }, { cause: error });
  }
}

/** Through this machine's daemon where one runs, which is asked whether it knows the workstation. */
async function connectHere(
  office: string,
  { token }: Identity,
  now: () => Date,
  loadDaemon: () => Promise<DaemonProgram>,
): Promise<Connection> {
  const running = await findDaemon(office, token);
  if (running && !existsSync(accessFile(office))) await running.me();
  if (running) return running;
  const options = officeOptions(now);
  const { openEmbedded } = await loadDaemon();
  try {
    return await openEmbedded(office, token, options);
  } catch (error) {
    // A daemon that was just being started holds the lock: by now it can be asked.
    const started = error instanceof LockHeld ? await findDaemon(office, token) : undefined;
    if (started) return started;
    throw error;
  }
}

/** The daemon that runs here; whoever serves after it, at another port, is found again. */
export async function findDaemon(office: string, token: string): Promise<Connection | undefined> {
  const way = await findWay(office);
  if (!way) return undefined;
  const { connectToDaemon } = await import("./daemon-client.ts");
  return connectToDaemon(way, token, () => findWay(office));
}

/** To the daemon that daemon.json names, if that very process answers. */
async function findWay(office: string): Promise<Way | undefined> {
  const text = await readText(join(office, "daemon.json"));
  if (text === undefined) return undefined;
  const file = DaemonFile.safeParse(parsed(text));
  if (!file.success || !isAlive(file.data.pid)) return undefined;
  const { port, instance, folder, key } = file.data;
  if (folder !== (await realpath(office))) return undefined;
  const { isDaemonThere } = await import("./daemon-client.ts");
  const way = { host: "127.0.0.1", port, key };
  return (await isDaemonThere(way, instance)) ? way : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
