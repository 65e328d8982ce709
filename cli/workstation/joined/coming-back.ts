/**
 * Coming back: the office machine shows a key that nobody handed over, or was restored from a copy
 * older than the day on which this workstation joined, and knows nothing of it. The workstation
 * stays what it is, with all that waits in its outbox; what the admin gave it only lets it hand
 * back what the office has lost, among it its own joining.
 */
import { join } from "node:path";
import { RequestFailed, WrongKey } from "../../../shared/connection.ts";
import { acquireLock } from "../../../shared/disk/lock.ts";
import type { Invitation } from "../../../shared/invitation.ts";
import { PastAnswer, paths, Recovered } from "../../../shared/wire.ts";
import { type Hash, type Seq, seqOf } from "../../../shared/words/ids.ts";
import { jsonOf, throwAnswer } from "../answers.ts";
import type { Draft } from "../drafting.ts";
import { type Identity, readIdentities, workstationFolder } from "../identity.ts";
import { type Asker, askerOn, type Way } from "../way.ts";
import { callsThrough, isOtherPast } from "./daemon-calls.ts";
import { type HandedBack, handBack, hashHere, type Past } from "./handing-back.ts";
import { reach } from "./reaching.ts";
import { openReplica, type Replica } from "./replica.ts";
import { rememberWay } from "./ways.ts";

export interface Returned {
  readonly identity: Identity; // as it is kept now
  readonly handedBack: HandedBack | undefined;
}

/**
 * Brings back every workstation of this folder that belongs to the office.
 * @param ways where the daemon may be, the likeliest first
 * @returns those that it lets in now
 * @throws Unreachable, WrongKey, RequestFailed, LockHeld while another program has one open
 */
export function comeBack(
  folder: string,
  { token }: Invitation,
  ways: AsyncIterable<Way>,
): Promise<readonly Returned[]> {
  return reach(ways, async (way) => {
    const asker = askerOn(way);
    try {
      return await comeBackThrough(asker, folder, token, way);
    } finally {
      asker.close();
    }
  });
}

async function comeBackThrough(
  asker: Asker,
  folder: string,
  token: string,
  way: Way,
): Promise<readonly Returned[]> {
  const post = async (path: string, more: object) => {
    const response = await asker.ask(path, { method: "POST", body: { token, ...more } });
    const value = await jsonOf(response);
    return response.statusCode === 200 ? value : throwAnswer(value);
  };
  const askPast = async (seq: Seq) => PastAnswer.parse(await post(paths.returnPast, { seq }));
  const past: Past = {
    hashThere: async (seq) => (await askPast(seq)).hash,
    send: async (recovery) => Recovered.parse(await post(paths.returnLines, recovery)),
  };
  const { key, hash } = await askPast(first);
  // Its own words must be those it proved.
  if (way.key === undefined || !key.startsWith(way.key)) throw new WrongKey(way.host, key);
  const returned: Returned[] = [];
  for (const identity of await readIdentities(folder)) {
    const found = identity.daemon && (await findBack(asker, folder, identity, hash, past));
    if (!found) continue;
    const kept = await rememberWay(folder, identity, { ...way, key });
    returned.push({ identity: kept, ...found });
  }
  return returned;
}

/** Their journals begin with the same line, or are not of the same office. */
const first = seqOf(1);

/** Undefined unless the daemon lets it in now. */
async function findBack(
  asker: Asker,
  folder: string,
  identity: Identity,
  firstThere: Hash | undefined,
  past: Past,
): Promise<Pick<Returned, "handedBack"> | undefined> {
  const place = workstationFolder(folder, identity.id);
  const lock = await acquireLock(join(place, "link"));
  const replica = await openReplica(join(place, "replica"));
  try {
    if (firstThere === undefined || (await hashHere(replica, first)) !== firstThere)
      return undefined;
    const isKnown = () => isLetIn(asker, identity.token, replica);
    if (await isKnown()) return { handedBack: undefined };
    const handedBack = await handBack(replica, past);
    return (await isKnown()) ? { handedBack } : undefined; // not if it was revoked
  } finally {
    await replica.close();
    await lock.release();
  }
}

async function isLetIn(asker: Asker, token: string, replica: Replica): Promise<boolean> {
  try {
    await callsThrough(asker, token).me(replica.stored());
    return true;
  } catch (error) {
    if (isOtherPast(error)) return true;
    if (error instanceof RequestFailed && error.error.code === "not-signed-in") return false;
    throw error;
  }
}

/** For the journal: what came back with it. */
export function draftsOf({ handedBack }: Returned): readonly Draft[] {
  if (!handedBack || handedBack.recorded === 0) return [];
  const { after, recorded } = handedBack;
  return [() => ({ type: "lines-handed-back", after, lines: recorded })];
}
