/**
 * Taking over: the office machine is gone for good, without a backup, and an admin's workstation
 * becomes the office machine. Its copy of the journal becomes the office's, byte for byte; what
 * still waited in its outbox follows as its next lines. The others come back and hand over what
 * this copy did not have.
 *
 * Broken off at any moment it is simply done again: the copy stands under another name until it is
 * whole, and a workstation belongs to the new office machine only once its outbox is empty.
 */
import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Connection } from "../../../shared/connection.ts";
import { writeAtomically } from "../../../shared/disk/atomic-file.ts";
import { realDisk } from "../../../shared/disk/disk.ts";
import { acquireLock } from "../../../shared/disk/lock.ts";
import { hasRole } from "../../../shared/ledger/members.ts";
import { PushAnswer } from "../../../shared/wire.ts";
import { seqOf } from "../../../shared/words/ids.ts";
import { Refused } from "../../failure.ts";
import { type Identity, keepIdentity, workstationFolder } from "../identity.ts";
import { openOutbox } from "./outbox.ts";
import { openReplica, type Replica } from "./replica.ts";
import { send } from "./sending.ts";

/** This copy ends before the ledger that it shows: the daemon went away while it was filled in. */
export class CopyNotWhole extends Error {
  override readonly name = "CopyNotWhole";
}

/**
 * @param identities the workstations of this folder that joined; the first is the admin's
 * @param openOffice the office in this folder, as that workstation speaks to it
 * @returns the last number of the journal, and how many operations followed from the outboxes
 * @throws Refused unless it is an admin's, CopyNotWhole, LockHeld, and what opening an office throws
 */
export async function takeOver(
  folder: string,
  identities: readonly [Identity, ...Identity[]],
  openOffice: (identity: Identity) => Promise<Connection>,
): Promise<{ readonly seq: number; readonly followed: number }> {
  if (!existsSync(join(folder, "journal"))) await copyJournal(folder, identities[0]);
  let followed = 0;
  let seq = 0;
  for (const identity of identities) {
    const connection = await openOffice(identity);
    try {
      followed += await sendWaiting(folder, identity, connection);
      ({ seq } = await connection.me());
    } finally {
      await connection.close();
    }
    const { daemon: _, ...atTheOffice } = identity;
    await keepIdentity(folder, atTheOffice);
  }
  return { seq, followed };
}

async function copyJournal(folder: string, identity: Identity): Promise<void> {
  const place = workstationFolder(folder, identity.id);
  const lock = await acquireLock(join(place, "link"));
  const replica = await openReplica(join(place, "replica"));
  try {
    checkAdmin(replica, identity);
    const profile = await findProfileText(replica); // reads every line
    const begun = join(folder, "journal.taking-over");
    await rm(begun, { recursive: true, force: true });
    await realDisk.makeFolder(begun);
    const from = join(place, "replica", "journal");
    for (const name of await realDisk.list(from)) {
      await writeAtomically(join(begun, name), [await readFile(join(from, name), "utf8")]);
    }
    await writeAtomically(join(folder, "profile.yaml"), [profile], { mode: 0o644 });
    await rename(begun, join(folder, "journal"));
    await realDisk.syncFolder(folder);
  } finally {
    await replica.close();
    await lock.release();
  }
}

/** Nobody else could invite the others afterwards. */
function checkAdmin(replica: Replica, { member }: Identity): void {
  const { members, seq } = replica.confirmed();
  const role = members.get(member)?.role;
  if (!role || !hasRole(role, "admin")) {
    throw new Refused({ reason: "role-required", role: "admin" });
  }
  if (replica.stored().seq < seq) throw new CopyNotWhole("the copy is not whole");
}

/** As people edit it: it stands in the operation that adopted it last. */
async function findProfileText(replica: Replica): Promise<string> {
  let found = "";
  for await (const lines of replica.readSince(seqOf(0))) {
    for (const line of lines) {
      if ("declined" in line || line.operation.type !== "profile-adopted") continue;
      const { text } = line.operation as { text?: unknown };
      if (typeof text === "string") found = text;
    }
  }
  return found;
}

async function sendWaiting(
  folder: string,
  identity: Identity,
  connection: Connection,
): Promise<number> {
  const outbox = await openOutbox(
    join(workstationFolder(folder, identity.id), "outbox"),
    identity.id,
  );
  const { n } = await connection.me();
  const push = async (...given: Parameters<Connection["push"]>) =>
    PushAnswer.parse(await connection.push(...given));
  await send(push, identity, outbox, n, () => undefined);
  return Math.max(0, outbox.newest().n - n);
}
