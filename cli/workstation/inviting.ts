/**
 * Letting another workstation in: what is recorded, and the string that is given out. The token in
 * it is nowhere kept; the journal has its hash.
 */
import { randomBytes } from "node:crypto";
import { type Invitation, invitationText } from "../../shared/invitation.ts";
import { hashText } from "../../shared/ledger/chain.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Role } from "../../shared/ledger/members.ts";
import { isOpen } from "../../shared/ledger/workstations.ts";
import { invitationMinutes, type Place } from "../../shared/wire.ts";
import { type Hash, MemberId, nameOf } from "../../shared/words/ids.ts";
import { WrongUse } from "../failure.ts";
import type { Draft } from "./drafting.ts";

export const createInvitationToken = (): string => randomBytes(10).toString("hex");

/** What is typed, sent or shown as a picture. */
export const invitationAt = (
  { key, port, addresses }: Pick<Place, "key" | "port"> & { readonly addresses: readonly string[] },
  invited: Pick<Invitation, "to" | "token">,
): string => invitationText({ ...invited, key, port, addresses: [...addresses] });

export interface Invited {
  readonly name: string; // or the id of a member that there is
  readonly role?: Role | undefined;
  readonly duties?: readonly string[] | undefined;
}

/**
 * For a member that there is, or for a new one, who is added in the same step.
 * @throws WrongUse where there is one of that name with another role
 */
export function draftInvitation(
  ledger: Ledger,
  { name, role, duties = [] }: Invited,
  token: string,
): Draft[] {
  const invitation = hashText(token);
  const known = ledger.members.find(
    (member) => member.active && (member.name === name || member.id === name),
  );
  if (known) {
    if (role !== undefined && role !== known.role) {
      throw new WrongUse("invite.other-role", { name });
    }
    return [() => ({ type: "workstation-invited", invitation, member: known.id })];
  }
  let member: MemberId;
  return [
    (operation) => {
      member = MemberId.parse(nameOf(operation));
      const added = { id: member, name, role: role ?? "staff", duties: [...duties], active: true };
      return { type: "member-added", member: added };
    },
    () => ({ type: "workstation-invited", invitation, member }),
  ];
}

export interface OpenInvitation {
  readonly invitation: Hash;
  readonly name: string;
  readonly minutes: number; // that it is still good for
}

/** Those that a workstation could join with now, the oldest first. */
export const openInvitations = (ledger: Ledger, now: Date): readonly OpenInvitation[] =>
  [...ledger.invitations]
    .filter(([, invitation]) => isOpen(invitation))
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([invitation, { member, received }]) => {
      const age = (now.getTime() - Date.parse(received)) / 60_000;
      const name = ledger.members.get(member)?.name ?? member;
      const minutes = Math.max(0, Math.ceil(invitationMinutes - age));
      return { invitation, name, minutes };
    })
    .filter(({ minutes }) => minutes > 0);
