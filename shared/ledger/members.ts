/** Members (工作人员): a name, a role and duties; nothing else is kept about a person. */
import type { Map as Table } from "immutable";
import { z } from "zod";
import { MemberId } from "../words/ids.ts";
import { PlainText } from "../words/plain-text.ts";
import { type Act, amendFields, startTrail, type Tracked } from "./trail.ts";

export const Role = z.enum(["staff", "leader", "admin"]);
export type Role = z.infer<typeof Role>;

const rank: Readonly<Record<Role, number>> = { staff: 0, leader: 1, admin: 2 };

/** A leader may do what staff may, an admin what a leader may. */
export const hasRole = (role: Role, needed: Role): boolean => rank[role] >= rank[needed];

const fields = {
  name: PlainText,
  role: Role,
  duties: z.array(PlainText).max(20),
  active: z.boolean(),
};

export const NewMember = z.looseObject({ id: MemberId, ...fields });
export type NewMember = z.infer<typeof NewMember>;
export type Member = NewMember & Tracked;
export type Members = Table<MemberId, Member>;

export const MemberAdded = z.looseObject({ type: z.literal("member-added"), member: NewMember });
export const MemberChanged = z.looseObject({
  type: z.literal("member-changed"),
  member: MemberId,
  changes: z.strictObject(fields).partial(),
});

export type MemberOperation = z.infer<typeof MemberAdded> | z.infer<typeof MemberChanged>;

export function foldMember(members: Members, operation: MemberOperation, act: Act): Members {
  switch (operation.type) {
    case "member-added": {
      const { member } = operation;
      return members.has(member.id)
        ? members
        : members.set(member.id, { ...member, trail: startTrail(act) });
    }
    case "member-changed": {
      const member = members.get(operation.member);
      return member ? members.set(member.id, amendFields(member, operation.changes, act)) : members;
    }
  }
}
