/**
 * The workstations that members write from, and how they are let in: an admin invites, the new
 * workstation joins by itself with what the invitation named, and one that is lost is revoked.
 *
 * An invitation stands here by the hash of its token, so whoever reads the journal cannot use it.
 * Whether it is too old is asked when somebody joins, by the daemon's clock; a fold knows no clock.
 */
import { Map as Table } from "immutable";
import { z } from "zod";
import type { Instant } from "../words/dates.ts";
import { Hash, MemberId, type Seq, WorkstationId } from "../words/ids.ts";
import { beginning } from "./chain.ts";
import type { Act } from "./trail.ts";

/** Another workstation may join for this member, with the token of this hash. */
export const WorkstationInvited = z.looseObject({
  type: z.literal("workstation-invited"),
  invitation: Hash,
  member: MemberId,
});
export const InvitationRevoked = z.looseObject({
  type: z.literal("invitation-revoked"),
  invitation: Hash,
});

/**
 * A workstation was let in: its public key (Ed25519, SPKI in base64) vouches for what it writes.
 * Recorded by an admin, or by the workstation itself as its first operation, with its invitation.
 */
export const WorkstationJoined = z.looseObject({
  type: z.literal("workstation-joined"),
  joined: z.looseObject({
    id: WorkstationId,
    member: MemberId,
    publicKey: z.string().max(200),
    invitation: Hash.optional(),
    /** SHA-256 of its token: who joined by itself is known again after a restore, too. */
    tokenHash: Hash.optional(),
  }),
});
/** What it wrote stays; it is let in no more. */
export const WorkstationRevoked = z.looseObject({
  type: z.literal("workstation-revoked"),
  workstation: WorkstationId,
});

export type WorkstationOperation =
  | z.infer<typeof WorkstationInvited>
  | z.infer<typeof InvitationRevoked>
  | z.infer<typeof WorkstationJoined>
  | z.infer<typeof WorkstationRevoked>;

/** What the ledger knows of a workstation: who it belongs to, and how far its numbers go. */
export interface Workstation {
  readonly member?: MemberId;
  readonly publicKey?: string;
  readonly tokenHash?: Hash;
  /** Its last number that the journal has, recorded or declined; that operation's hash and seq. */
  readonly n: number;
  readonly hash: Hash;
  readonly seq: Seq;
  readonly joined?: Seq;
  readonly revoked?: Seq;
  /** Its numbers that the journal has without a body, and the lines that say why (被退回). */
  readonly declined?: readonly { readonly n: number; readonly seq: Seq }[];
}
export type Workstations = Table<WorkstationId, Workstation>;

export interface Invitation {
  readonly member: MemberId;
  readonly seq: Seq;
  readonly by: MemberId;
  readonly received: Instant; // the daemon's clock: from here it counts its minutes
  readonly used?: WorkstationId;
  readonly revoked?: Seq;
}
export type Invitations = Table<Hash, Invitation>;

/** Whether a workstation could still join with it, were it not too old. */
export const isOpen = ({ used, revoked }: Invitation): boolean =>
  used === undefined && revoked === undefined;

export interface LettingIn {
  readonly workstations: Workstations;
  readonly invitations: Invitations;
}

export const nobodyLetIn: LettingIn = { workstations: Table(), invitations: Table() };

export function foldWorkstation(
  { workstations, invitations }: LettingIn,
  operation: WorkstationOperation,
  act: Act,
): LettingIn {
  switch (operation.type) {
    case "workstation-invited": {
      const { invitation, member } = operation;
      const { seq, by, received } = act;
      if (invitations.has(invitation)) return { workstations, invitations };
      return {
        workstations,
        invitations: invitations.set(invitation, { member, seq, by, received }),
      };
    }
    case "invitation-revoked": {
      const known = invitations.get(operation.invitation);
      if (!known || known.revoked !== undefined) return { workstations, invitations };
      const revoked = { ...known, revoked: act.seq };
      return { workstations, invitations: invitations.set(operation.invitation, revoked) };
    }
    case "workstation-joined": {
      const { id, member, publicKey, invitation, tokenHash } = operation.joined;
      const before = workstations.get(id) ?? { n: 0, hash: beginning, seq: act.seq };
      const token = tokenHash ? { tokenHash } : {};
      const joined = { ...before, member, publicKey, ...token, joined: act.seq };
      const used = invitation && invitations.get(invitation);
      return {
        workstations: workstations.set(id, joined),
        invitations: used ? invitations.set(invitation, { ...used, used: id }) : invitations,
      };
    }
    case "workstation-revoked": {
      const known = workstations.get(operation.workstation);
      if (!known || known.revoked !== undefined) return { workstations, invitations };
      const revoked = { ...known, revoked: act.seq };
      return { workstations: workstations.set(operation.workstation, revoked), invitations };
    }
  }
}
