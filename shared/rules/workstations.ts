/** A workstation belongs to one member for good, and joins with an invitation that is still open. */
import type { Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import { isOpen } from "../ledger/workstations.ts";
import type { Refusal } from "./refusal.ts";

export type LettingIn = Operation & {
  type: "workstation-invited" | "invitation-revoked" | "workstation-joined" | "workstation-revoked";
};

export function findWorkstationRefusal(ledger: Ledger, operation: LettingIn): Refusal | undefined {
  switch (operation.type) {
    case "workstation-invited": {
      const { member: id, invitation } = operation;
      const member = ledger.members.get(id);
      if (!member) return { reason: "no-such", word: "member", id };
      if (!member.active) return { reason: "not-a-member", member: id };
      return ledger.invitations.has(invitation)
        ? { reason: "id-reused", word: "invitation", id: invitation.slice(0, 8) }
        : undefined;
    }
    case "invitation-revoked": {
      const known = ledger.invitations.get(operation.invitation);
      const id = operation.invitation.slice(0, 8);
      if (!known) return { reason: "no-such", word: "invitation", id };
      return isOpen(known) ? undefined : { reason: "invitation-used" };
    }
    case "workstation-joined": {
      const { id, member, invitation } = operation.joined;
      if (!ledger.members.has(member)) return { reason: "no-such", word: "member", id: member };
      const known = ledger.workstations.get(id);
      if (known?.revoked) return { reason: "revoked", workstation: id };
      if (known?.member && known.member !== member) {
        return { reason: "id-reused", word: "workstation", id };
      }
      if (!invitation) return undefined;
      return joinsByItself(ledger, operation) ? undefined : { reason: "invitation-used" };
    }
    case "workstation-revoked": {
      const { workstation: id } = operation;
      const known = ledger.workstations.get(id);
      if (!known?.member) return { reason: "no-such", word: "workstation", id };
      if (known.revoked) return { reason: "revoked", workstation: id };
      return isLastOfAdmins(ledger, id) ? { reason: "last-admin" } : undefined;
    }
  }
}

/** The first operation of a workstation that was invited needs no admin: its invitation speaks. */
export function joinsByItself(ledger: Ledger, operation: Operation): boolean {
  if (operation.type !== "workstation-joined") return false;
  const { id, member, invitation } = operation.joined;
  const known = invitation && ledger.invitations.get(invitation);
  const own = operation.id.workstation === id && operation.id.n === 1 && operation.by === member;
  return own && known !== undefined && isOpen(known) && known.member === member;
}

/** Without it nobody could invite or revoke any more. */
function isLastOfAdmins(ledger: Ledger, leaving: string): boolean {
  return !ledger.workstations.some(({ member, revoked }, id) => {
    const owner = member && ledger.members.get(member);
    return id !== leaving && !revoked && owner?.active === true && owner.role === "admin";
  });
}
