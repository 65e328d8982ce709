/** An office always keeps an active admin. */
import type { Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import type { Refusal } from "./refusal.ts";

type MemberOperation = Operation & { type: "member-added" | "member-changed" };

export function findMemberRefusal(ledger: Ledger, operation: MemberOperation): Refusal | undefined {
  switch (operation.type) {
    case "member-added":
      return undefined;
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
