/** An office that serves its network, and workstations that join it, in folders of their own. */
import { randomBytes } from "node:crypto";
import type { Identity } from "../../cli/workstation/identity.ts";
import { joinOffice } from "../../cli/workstation/joined/join.ts";
import { openJoined } from "../../cli/workstation/joined/joined.ts";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import type { Way } from "../../cli/workstation/way.ts";
import { type Daemon, startDaemon } from "../../daemon/server.ts";
import type { Invitation } from "../../shared/invitation.ts";
import { hashOperation, hashText } from "../../shared/ledger/chain.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import type { MemberId } from "../../shared/words/ids.ts";
import { emptyFolder } from "./folder.ts";
import { makeOffice, type TestOffice, testOptions, writerOf } from "./office.ts";

export interface Lan extends TestOffice {
  readonly daemon: Daemon;
  readonly way: Way;
  readonly complaints: unknown[];
  /** An invitation that an admin has just given out. */
  invite(name: string): Promise<Invitation>;
  join(invitation: Invitation): Promise<{ folder: string; identity: Identity }>;
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
    invite: async (name) => {
      const token = randomBytes(10).toString("hex");
      const writer = writerOf(daemon.office, made.admin);
      let member = "" as MemberId;
      const added = writer.write((_, id) => {
        member = id as MemberId;
        const fields = { id, name, role: "staff", duties: [], active: true };
        return { type: "member-added", member: fields };
      });
      const invited = writer.write(() => ({
        type: "workstation-invited",
        invitation: hashText(token),
        member,
      }));
      const signature = vouch(made.admin.privateKey, invited.id, hashOperation(invited));
      await intake.accept(made.admin.id, [added, invited], signature);
      const key = (daemon.key ?? "").slice(0, 20);
      return { to: "join", key, token, port: daemon.port, addresses: ["127.0.0.1"] };
    },
    join: async (invitation) => {
      const folder = await emptyFolder();
      const ways = async function* () {
        yield { host: "127.0.0.1", port: invitation.port, key: invitation.key };
      };
      const { identity } = await joinOffice(folder, invitation, ways(), () => new Date());
      return { folder, identity };
    },
    close: () => daemon.close(),
  };
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
