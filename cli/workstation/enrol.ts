/**
 * A new member with a workstation of their own on this machine. The token is let in first, then
 * the ledger learns of the member: broken off between the two, nobody can use the token, and it
 * can simply be done again.
 */
import type { Role } from "../../shared/ledger/members.ts";
import { MemberId, nameOf } from "../../shared/words/ids.ts";
import {
  createIdentity,
  grantOf,
  type Identity,
  keepIdentity,
  newWorkstationId,
} from "./identity.ts";
import type { Submitted, Workstation } from "./workstation.ts";

export interface Enrolled {
  readonly identity: Identity;
  readonly submitted: readonly Submitted[];
}

/** The workstation's folder is only made once the daemon has recorded the member. */
export async function enrol(
  office: string,
  admin: Workstation,
  {
    name,
    role,
    duties,
  }: { readonly name: string; readonly role: Role; readonly duties: readonly string[] },
): Promise<Enrolled> {
  const me = await admin.connection.me();
  const member = MemberId.parse(nameOf({ workstation: admin.id, n: me.n + 1 }));
  const identity = createIdentity(newWorkstationId(), member, name);
  await admin.connection.grant(grantOf(identity));
  const { id, publicKey } = identity;
  const submitted = await admin.submit([
    (operation) => ({
      type: "member-added",
      member: {
        id: MemberId.parse(nameOf(operation)),
        name,
        role,
        duties: [...duties],
        active: true,
      },
    }),
    () => ({ type: "workstation-joined", joined: { id, member, publicKey } }),
  ]);
  if (submitted.every(({ answer }) => answer.outcome === "recorded")) {
    await keepIdentity(office, identity);
  }
  return { identity, submitted };
}
