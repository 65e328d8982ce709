/**
 * Joining: the daemon proves its key before anything is sent; then the new workstation shows its
 * invitation and its own first operation, and is let in.
 *
 * What is sent is kept first. Broken off at any moment, the same invitation given again sends the
 * very same request, and the daemon answers it the same way.
 */
import { mkdir, rm } from "node:fs/promises";
import { join as joinPath } from "node:path";
import { z } from "zod";
import { WrongKey } from "../../../shared/connection.ts";
import { readText, writeAtomically } from "../../../shared/disk/atomic-file.ts";
import type { Invitation } from "../../../shared/invitation.ts";
import { beginning, hashOperation, hashText } from "../../../shared/ledger/chain.ts";
import { Envelope, type Operation } from "../../../shared/ledger/operation.ts";
import { vouch } from "../../../shared/ledger/vouching.ts";
import { Invited, type Join, Joined, paths } from "../../../shared/wire.ts";
import { instantOf } from "../../../shared/words/dates.ts";
import { Hash, seqOf } from "../../../shared/words/ids.ts";
import { jsonOf, throwAnswer } from "../answers.ts";
import {
  createIdentity,
  grantOf,
  Identity,
  keepIdentity,
  newWorkstationId,
  readIdentities,
  workstationFolder,
} from "../identity.ts";
import { type Asker, askerOn, type Way } from "../way.ts";
import { openOutbox } from "./outbox.ts";
import { reach } from "./reaching.ts";

const Begun = z.object({
  taizhang: z.literal("joining"),
  v: z.literal(1),
  invitation: Hash, // of its token
  key: Hash, // of the daemon
  identity: Identity,
  operation: Envelope,
});
type Begun = z.infer<typeof Begun>;

export interface JoinedOffice {
  readonly identity: Identity;
  readonly office: string;
}

/**
 * @param folder where the workstation is to live
 * @param ways where the daemon may be, the likeliest first
 * @throws Unreachable, WrongKey, RequestFailed
 */
export async function joinOffice(
  folder: string,
  invitation: Invitation,
  ways: AsyncIterable<Way>,
  now: () => Date,
): Promise<JoinedOffice> {
  return reach(ways, async (way) => {
    const asker = askerOn(way);
    try {
      return await joinThrough(asker, folder, invitation.token, way, now);
    } finally {
      asker.close();
    }
  });
}

async function joinThrough(
  asker: Asker,
  folder: string,
  token: string,
  { host, port, key: pinned = "" }: Way,
  now: () => Date,
): Promise<JoinedOffice> {
  const begun = (await findBegun(folder, token)) ?? (await begin(asker, folder, token, now));
  const { operation, key } = begun;
  if (!key.startsWith(pinned)) throw new WrongKey(host, key); // its own words must be those it proved
  const { privateKey } = begun.identity;
  const body: Join = {
    token,
    operation,
    signature: vouch(privateKey, operation.id, hashOperation(operation)),
  };
  const response = await asker.ask(paths.join, { method: "POST", body });
  const answer = await jsonOf(response);
  if (response.statusCode !== 201) throwAnswer(answer);
  const { name, office } = Joined.parse(answer);
  const daemon = { key, addresses: [host], port, office };
  const turn = await nextTurn(folder);
  const identity: Identity = { ...begun.identity, name, daemon, turn };
  const outbox = await openOutbox(
    joinPath(workstationFolder(folder, identity.id), "outbox"),
    identity.id,
  );
  if (outbox.newest().n === 0) await outbox.append([operation as Operation]);
  await keepIdentity(folder, identity);
  await rm(fileOf(folder), { force: true });
  return { identity, office };
}

async function nextTurn(folder: string): Promise<number> {
  const before = await readIdentities(folder);
  return 1 + Math.max(before.length, ...before.map(({ turn }) => turn ?? 0));
}

const fileOf = (folder: string): string => joinPath(folder, "joining.json");

/** A new workstation with its first operation, kept before it is let in. */
async function begin(asker: Asker, folder: string, token: string, now: () => Date): Promise<Begun> {
  const asked = await asker.ask(paths.invited, { method: "POST", body: { token } });
  const value = await jsonOf(asked);
  if (asked.statusCode !== 200) throwAnswer(value);
  const { member, epoch, key } = Invited.parse(value);
  const id = newWorkstationId();
  const identity = createIdentity(id, member, "");
  const { publicKey } = identity;
  const invitation = hashText(token);
  const operation: Operation = {
    v: 1,
    id: { workstation: id, n: 1 },
    previous: beginning,
    by: member,
    saw: { epoch, seq: seqOf(0) },
    clock: instantOf(now()),
    type: "workstation-joined",
    joined: { id, member, publicKey, invitation, tokenHash: grantOf(identity).tokenHash },
  };
  const begun: Begun = { taizhang: "joining", v: 1, invitation, key, identity, operation };
  await mkdir(folder, { recursive: true });
  await writeAtomically(fileOf(folder), [`${JSON.stringify(begun, undefined, 2)}\n`]);
  return begun;
}

/** The workstation that was begun with this very invitation and has had no answer. */
async function findBegun(folder: string, token: string): Promise<Begun | undefined> {
  const text = await readText(fileOf(folder));
  if (text === undefined) return undefined;
  try {
    const begun = Begun.parse(JSON.parse(text));
    return begun.invitation === hashText(token) ? begun : undefined;
  } catch {
    return undefined; // nobody was let in with it: it is begun anew
  }
}
