/** A real office in a folder of its own: journal on the disk, members with their workstations. */

import { beginOffice } from "../../cli/workstation/beginning.ts";
import {
  createIdentity,
  grantOf,
  type Identity,
  keepIdentity,
  newWorkstationId,
} from "../../cli/workstation/identity.ts";
import { createOffice } from "../../daemon/main.ts";
import type { openOffice } from "../../daemon/office.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import type { Role } from "../../shared/ledger/members.ts";
import type { Envelope, OperationBody } from "../../shared/ledger/operation.ts";
import { type Instant, instantOf } from "../../shared/words/dates.ts";
import {
  Epoch,
  type MemberId,
  nameOf,
  type OperationId,
  seqOf,
  type WorkstationId,
} from "../../shared/words/ids.ts";
import { emptyFolder } from "./folder.ts";
import { smallProfile } from "./profile.ts";

export const testEpoch = Epoch.parse("testepoch0");
let tick = Date.UTC(2022, 0, 1);

/** A clock that never stands still and never knows the real time. */
export const testNow = (): Instant => {
  tick += 1000;
  return instantOf(new Date(tick));
};
export const testOptions = { now: testNow, createEpoch: () => testEpoch as string };

export interface TestOffice {
  readonly folder: string;
  readonly admin: Identity;
}

/** An office that is made and closed again: its admin is the first member. */
export async function makeOffice(): Promise<TestOffice> {
  const folder = await emptyFolder();
  const profile = { text: "{}", profile: smallProfile };
  const { identity, operations } = beginOffice(
    { name: "管理员", duties: [] },
    profile,
    testEpoch,
    new Date(0),
  );
  const prepared = () => keepIdentity(folder, identity);
  const beginning = { operations, grant: grantOf(identity), profileText: "{}", prepared };
  await createOffice(folder, beginning, testOptions);
  return { folder, admin: identity };
}

/** Writes operations of one workstation with its own numbers and chain, as its program would. */
export class Writer {
  readonly workstation: WorkstationId;
  readonly member: MemberId;
  n: number;
  previous: string;
  saw = 0;

  constructor(identity: Pick<Identity, "id" | "member">, n = 0, previous = "0".repeat(64)) {
    this.workstation = identity.id;
    this.member = identity.member;
    this.n = n;
    this.previous = previous;
  }
  write(body: (id: OperationId, name: string) => object, more: object = {}): Envelope {
    const id = { workstation: this.workstation, n: this.n + 1 };
    const operation = {
      v: 1,
      id,
      previous: this.previous,
      by: this.member,
      saw: { epoch: testEpoch, seq: seqOf(this.saw) },
      clock: instantOf(new Date(0)),
      ...body(id, nameOf(id)),
      ...more,
    } as unknown as Envelope;
    this.n += 1;
    this.previous = hashOperation(operation);
    return operation;
  }
  meeting(title = "例会", on = "2022-03-01"): Envelope {
    return this.write((_, id) => ({
      type: "entry-logged",
      entry: { id, kind: "meeting", on, title, quantity: 1, units: [], marks: [] },
    }));
  }
}

/** The writer of a workstation as far as the office's journal has it. */
export function writerOf(
  office: {
    intake: {
      ledger(): {
        workstations: { get(id: WorkstationId): { n: number; hash: string } | undefined };
      };
    };
  },
  identity: Identity,
): Writer {
  const known = office.intake.ledger().workstations.get(identity.id);
  return new Writer(identity, known?.n ?? 0, known?.hash);
}

/** Adds a member with a workstation of their own. */
export async function addMember(
  office: Awaited<ReturnType<typeof openOffice>>,
  admin: Identity,
  name: string,
  role: Role,
): Promise<Identity> {
  const writer = writerOf(office, admin);
  const id = newWorkstationId();
  const added = writer.write(
    (_, member) =>
      ({
        type: "member-added",
        member: { id: member, name, role, duties: [], active: true },
      }) satisfies OperationBody | object,
  );
  const member = nameOf(added.id) as MemberId;
  const identity = createIdentity(id, member, name);
  const joined = writer.write(() => ({
    type: "workstation-joined",
    joined: { id, member, publicKey: identity.publicKey },
  }));
  await office.access.grant(grantOf(identity));
  await office.intake.accept(admin.id, [added, joined]);
  return identity;
}
