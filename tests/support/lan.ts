/** An office that serves its network, and workstations that join it, in folders of their own. */
import { randomBytes } from "node:crypto";
import type { Draft } from "../../cli/workstation/drafting.ts";
import { type Identity, readIdentities } from "../../cli/workstation/identity.ts";
import { comeBack, type Returned } from "../../cli/workstation/joined/coming-back.ts";
import { joinOffice } from "../../cli/workstation/joined/join.ts";
import { openJoined } from "../../cli/workstation/joined/joined.ts";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import { rememberWay } from "../../cli/workstation/joined/ways.ts";
import type { Way } from "../../cli/workstation/way.ts";
import { openWorkstation } from "../../cli/workstation/workstation.ts";
import { type Daemon, startDaemon } from "../../daemon/server.ts";
import { allowReturn } from "../../daemon/speaker.ts";
import type { Invitation } from "../../shared/invitation.ts";
import { hashOperation, hashText } from "../../shared/ledger/chain.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Role } from "../../shared/ledger/members.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { EntryId, type MemberId, nameOf } from "../../shared/words/ids.ts";
import { emptyFolder } from "./folder.ts";
import { makeOffice, type TestOffice, testOptions, writerOf } from "./office.ts";

export interface Lan extends TestOffice {
  readonly daemon: Daemon;
  readonly way: Way;
  readonly complaints: unknown[];
  /** An invitation that an admin has just given out; the member is added unless there already. */
  invite(name: string, role?: Role): Promise<Invitation>;
  /** @param folder one that others have joined in; an empty one unless told */
  join(invitation: Invitation, folder?: string): Promise<{ folder: string; identity: Identity }>;
  close(): Promise<void>;
}

export async function openLan(port = 0, office?: TestOffice, now = testOptions.now): Promise<Lan> {
  const made = office ?? (await makeOffice());
  const complaints: unknown[] = [];
  const daemon = await startDaemon(made.folder, port, {
    ...testOptions,
    now,
    reach: "network",
    version: "0",
    instance: "test",
    complain: (error) => complaints.push(error),
  });
  const way = { host: "127.0.0.1", port: daemon.port, key: daemon.key };
  const { intake } = daemon.office;
  return {
    ...made,
    daemon,
    way,
    complaints,
    invite: async (name, role = "staff") => {
      const token = randomBytes(10).toString("hex");
      const writer = writerOf(daemon.office, made.admin);
      const members = [...intake.ledger().members.values()];
      let member = members.find((one) => one.name === name)?.id;
      const added = member
        ? []
        : [
            writer.write((_, id) => {
              member = id as MemberId;
              const fields = { id, name, role, duties: [], active: true };
              return { type: "member-added", member: fields };
            }),
          ];
      const invited = writer.write(() => ({
        type: "workstation-invited",
        invitation: hashText(token),
        member: member as MemberId,
      }));
      const signature = vouch(made.admin.privateKey, invited.id, hashOperation(invited));
      await intake.accept(made.admin.id, [...added, invited], signature);
      const key = (daemon.key ?? "").slice(0, 20);
      return { to: "join", key, token, port: daemon.port, addresses: ["127.0.0.1"] };
    },
    join: async (invitation, into) => {
      const folder = into ?? (await emptyFolder());
      const ways = async function* () {
        yield { host: "127.0.0.1", port: invitation.port, key: invitation.key };
      };
      const { identity } = await joinOffice(folder, invitation, ways(), () => new Date());
      return { folder, identity };
    },
    close: () => daemon.close(),
  };
}

export interface Station {
  readonly folder: string;
  readonly identity: Identity;
}

/** It knows its daemon by what it has kept, and keeps what it learns; only the port is told. */
export async function openKnowing(
  { folder, identity: { id } }: Station,
  port: () => number,
): Promise<JoinedConnection> {
  let known = (await readIdentities(folder)).find((one) => one.id === id) as Identity;
  return openJoined(folder, known, {
    now: () => new Date(),
    random: () => 0.5,
    ways: async function* () {
      yield { host: "127.0.0.1", port: port(), key: known.daemon?.key };
    },
    reached: async (way) => {
      known = await rememberWay(folder, known, way);
    },
    note: () => undefined,
  });
}

export const meeting =
  (title: string): Draft =>
  (id) => ({
    type: "entry-logged",
    entry: {
      id: EntryId.parse(nameOf(id)),
      kind: "meeting" as never,
      on: "2022-03-01" as never,
      title,
      quantity: 1,
      units: [],
      marks: [],
    },
  });

export async function logAt(
  { folder, identity }: Station,
  joined: JoinedConnection,
  title: string,
): Promise<void> {
  const workstation = openWorkstation(folder, identity, joined, () => new Date());
  await workstation.submit([meeting(title)]);
}

export const titlesIn = (ledger: Ledger): string[] =>
  [...ledger.entries.byId.values()].map(({ title }) => title).sort();

/** What the admin gives to workstations that cannot connect. */
export async function giveReturn({ daemon, admin }: Lan): Promise<Invitation> {
  const token = randomBytes(10).toString("hex");
  const { office, key = "", port } = daemon;
  await allowReturn(office, { workstation: admin.id, member: admin.member }, hashText(token));
  return { to: "come-back", key: key.slice(0, 20), token, port, addresses: [] };
}

export function comeBackWith(folder: string, invitation: Invitation): Promise<readonly Returned[]> {
  const { port, key } = invitation;
  const ways = async function* () {
    yield { host: "127.0.0.1", port, key };
  };
  return comeBack(folder, invitation, ways());
}

/** A joined workstation at work; `way` says where its daemon is just now. */
export function openStation(
  { folder, identity }: { readonly folder: string; readonly identity: Identity },
  way: () => Way,
): Promise<JoinedConnection> {
  return openJoined(folder, identity, {
    now: () => new Date(),
    random: () => 0.5,
    ways: async function* () {
      yield way();
    },
    reached: async () => undefined,
    note: () => undefined,
  });
}
