/** `join`: this machine becomes a workstation of an office, or is known to it again. */
import { existsSync } from "node:fs";
import { join as joinPath } from "node:path";
import { type Invitation, readInvitation } from "../../shared/invitation.ts";
import { Failed, WrongUse } from "../failure.ts";
import { readFileNamed } from "../reading/files.ts";
import type { Session } from "../session.ts";
import { chooseIdentity } from "../workstation/connect.ts";
import { type Identity, readIdentities } from "../workstation/identity.ts";
import { comeBack, draftsOf, type Returned } from "../workstation/joined/coming-back.ts";
import { joinOffice } from "../workstation/joined/join.ts";
import type { JoinedConnection } from "../workstation/joined/joined-connection.ts";
import { open } from "../workstation/joined/open.ts";
import { waysIn } from "../workstation/joined/ways.ts";
import { openWorkstation } from "../workstation/workstation.ts";

export interface JoinOptions {
  readonly address?: readonly string[];
  readonly file?: string;
}

/** How long the first copy may take before the command ends; the rest comes by itself. */
const firstCopyWithin = 60_000;
const sentWithin = 5_000;

export async function join(session: Session, words: readonly string[], options: JoinOptions) {
  const { folder } = session;
  const text = options.file === undefined ? words.join("") : await readFileNamed(options.file);
  if (text.trim() === "") throw new WrongUse("join.nothing-given");
  const invitation = readInvitation(text);
  if (!invitation) throw new WrongUse("join.misread");
  if (existsSync(joinPath(folder, "journal"))) throw new WrongUse("join.is-office", { folder });
  const addresses = options.address ?? [];
  if (invitation.to === "come-back") return returnTo(session, invitation, addresses);
  return joinAnew(session, invitation, addresses);
}

async function joinAnew(session: Session, invitation: Invitation, addresses: readonly string[]) {
  const { out, folder, now } = session;
  const { say } = session.wording;
  const others = (await readIdentities(folder)).filter(({ daemon }) => daemon);
  const ways = waysIn(invitation, addresses);
  const joining = joinOffice(folder, invitation, ways, now);
  const { identity, office } = await joining.catch((error: unknown) => {
    if (others.length > 0) out.note(say("join.is-joined", { names: namesOf(others) }));
    throw error;
  });
  const { name, id: workstation } = identity;
  const seq = await copied(session, identity);
  const writer = await chooseIdentity(folder, undefined);
  out.result({ office, name, workstation, seq, folder }, () => [
    say("join.done", { name, office, count: seq }),
    say("join.next"),
    ...(writer.id === workstation ? [] : [say("join.not-writing", { writer: writer.name, name })]),
    ...(others.length > 0 ? [say("join.others", { names: namesOf(others) })] : []),
  ]);
}

async function returnTo(session: Session, invitation: Invitation, addresses: readonly string[]) {
  const { out, folder, now } = session;
  const { say } = session.wording;
  const isAny = (await readIdentities(folder)).some(({ daemon }) => daemon);
  if (!isAny) throw new WrongUse("join.nobody-to-return", { folder });
  const returned = await comeBack(folder, invitation, waysIn(invitation, addresses));
  if (returned.length === 0) throw new Failed("join.not-known");
  for (const one of returned) {
    const { identity } = one;
    await copied(session, identity, async (joined) => {
      await openWorkstation(folder, identity, joined, now).submit(draftsOf(one));
      await joined.settled(sentWithin);
    });
  }
  const identities = returned.map(({ identity }) => identity);
  const office = identities[0]?.daemon?.office ?? "";
  const workstations = returned.map(({ identity, handedBack }) => ({
    workstation: identity.id,
    name: identity.name,
    handedBack: handedBack?.recorded ?? 0,
  }));
  out.result({ office, workstations, folder }, () => [
    say("join.back", { names: namesOf(identities), office }),
    ...sayHandedBack(session, returned),
  ]);
}

function sayHandedBack({ wording }: Session, returned: readonly Returned[]): string[] {
  const count = returned.reduce((sum, { handedBack }) => sum + (handedBack?.recorded ?? 0), 0);
  return count > 0 ? [wording.say("join.handed-back", { count })] : [];
}

const namesOf = (identities: readonly Identity[]): string[] => identities.map(({ name }) => name);

/** The ledger is copied to this machine. @returns its last number */
async function copied(
  { wording, out, folder, now }: Session,
  identity: Identity,
  then?: (joined: JoinedConnection) => Promise<void>,
): Promise<number> {
  out.progress(wording.say("join.copying"));
  const joined = await open(folder, identity, now);
  try {
    await joined.caughtUp(firstCopyWithin);
    await then?.(joined);
    return joined.live.current().ledger.seq;
  } finally {
    out.progress(undefined);
    await joined.close();
  }
}
