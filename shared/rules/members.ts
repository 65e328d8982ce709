/** An office always keeps an active admin, and a workstation belongs to a member. */
import type { Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import type { Refusal } from "./refusal.ts";

type MemberOperation = Operation & {
  type: "member-added" | "member-changed" | "workstation-joined";
};

export function findMemberRefusal(ledger: Ledger, operation: MemberOperation): Refusal | undefined {
  switch (operation.type) {
    case "member-added":
      return undefined;
    case "workstation-joined": {
      const { id, member } = operation.joined;
      if (!ledger.members.has(member)) return { reason: "no-such", word: "member", id: member };
      const known = ledger.workstations.get(id);
      return known?.member && known.member !== member
        ? { reason: "id-reused", word: "workstation", id }
        : undefined;
    }
    case "member-changed": {
      const { member: id, changes } = operation;
      if (!ledger.members.has(id)) return { reason: "no-such", word: "member", id };
      const leaves = changes.active === false || (changes.role && changes.role !== "admin");
      const another = ledger.members.some(
        (member) => member.id !== id && member.role === "admin" && member.active,
      );
      return leaves && ledger.members.get(id)?.role === "admin" && !another
        ? { reason: "last-admin" }
        : undefined;
    }
  }
}
