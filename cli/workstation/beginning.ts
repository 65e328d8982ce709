/** The first operations of an office: its profile, its admin, and the admin's workstation. */
import { hashOperation, beginning as zeros } from "../../shared/ledger/chain.ts";
import type { Operation, OperationBody } from "../../shared/ledger/operation.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import { instantOf } from "../../shared/words/dates.ts";
import { type Epoch, MemberId, nameOf, seqOf } from "../../shared/words/ids.ts";
import { createIdentity, type Identity, newWorkstationId } from "./identity.ts";

export interface Beginning {
  readonly identity: Identity;
  readonly operations: readonly Operation[];
}

/** @param text the profile as people edit it, and what it says */
export function beginOffice(
  admin: { readonly name: string; readonly duties: readonly string[] },
  { text, profile }: { readonly text: string; readonly profile: Profile },
  epoch: Epoch,
  now: Date,
): Beginning {
  const workstation = newWorkstationId();
  const member = MemberId.parse(nameOf({ workstation, n: 2 })); // made by the second operation
  const identity = createIdentity(workstation, member, admin.name, true);
  const { publicKey } = identity;
  const bodies: OperationBody[] = [
    { type: "profile-adopted", text, profile },
    {
      type: "member-added",
      member: {
        id: member,
        name: admin.name,
        role: "admin",
        duties: [...admin.duties],
        active: true,
      },
    },
    { type: "workstation-joined", joined: { id: workstation, member, publicKey } },
  ];
  let previous = zeros;
  const operations = bodies.map((body, at): Operation => {
    const operation: Operation = {
      v: 1,
      id: { workstation, n: at + 1 },
      previous,
      by: member,
      saw: { epoch, seq: seqOf(0) },
      clock: instantOf(now),
      ...body,
    };
    previous = hashOperation(operation);
    return operation;
  });
  return { identity, operations };
}
