/** `member` and `unit`: who works here, and what the office is made of. */

import { type Member, Role } from "../../shared/ledger/members.ts";
import { byWritten } from "../../shared/ledger/trail.ts";
import { WrongUse } from "../failure.ts";
import { columns } from "../printing/columns.ts";
import { readChoice } from "../reading/choices.ts";
import { hasSameName } from "../reading/same-name.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";
import { enrol } from "../workstation/enrol.ts";
import { findMember } from "./amend.ts";
import { submit, throwIfDeclined } from "./submitted.ts";

export const readRole = (wording: Wording, name: string): Role =>
  readChoice(wording, "role", Role.options, name);

export interface MemberOptions {
  readonly role?: string;
  readonly duty?: readonly string[];
}

export async function addMember(
  session: Session,
  name: string,
  { role = "staff", duty = [] }: MemberOptions,
) {
  const { say } = session.wording;
  const known = readRole(session.wording, role);
  const { ledger } = await readLedger(session);
  if (hasSameName(ledger, name)) throw new WrongUse("member.same-name", { name: name.trim() });
  const admin = await session.workstation();
  const { identity, submitted } = await enrol(session.folder, admin, {
    name,
    role: known,
    duties: duty,
  });
  throwIfDeclined(submitted);
  session.out.result({ id: identity.member, name, role: known, workstation: identity.id }, () => [
    say("member.added", { role: say(`role.${known}`), name }),
  ]);
}

export async function listMembers(session: Session) {
  const { say } = session.wording;
  const { ledger } = await readLedger(session);
  const members = ledger.members.valueSeq().toArray().sort(byWritten);
  const status = ({ active }: Member) => (active ? "" : say("member.inactive"));
  session.out.result(
    members.map(({ trail: _, ...member }) => member),
    () =>
      columns(
        members.map((member) => [
          member.id,
          member.name,
          say(`role.${member.role}`),
          [...member.duties, status(member)].filter(Boolean).join("、"),
        ]),
      ),
  );
}

export interface MemberChange extends MemberOptions {
  readonly leave?: boolean;
  readonly return?: boolean;
}

export async function changeMember(session: Session, who: string, given: MemberChange) {
  const { id, name } = await findMember(session, who);
  const changes = {
    ...(given.role && { role: readRole(session.wording, given.role) }),
    ...(given.duty && { duties: [...given.duty] }),
    ...(given.leave && { active: false }),
    ...(given.return && { active: true }),
  };
  if (Object.keys(changes).length === 0) throw new WrongUse("amend.nothing");
  await submit(session, [() => ({ type: "member-changed", member: id, changes })]);
  session.out.result({ id, changes }, () => [session.wording.say("member.changed", { name })]);
}

export async function listUnits(session: Session) {
  const { connection } = await session.workstation();
  const { units, unitTypes } = await connection.profile();
  const typeOf = (type: string) => unitTypes.find(({ id }) => id === type)?.label ?? type;
  const active = units.filter(({ retired }) => !retired);
  session.out.result(active, () =>
    columns(active.map(({ id, label, type }) => [id, label, typeOf(type)])),
  );
}
