/** `invite` and `invitation`: letting another workstation in, and taking that back. */
import { randomBytes } from "node:crypto";
import { type Invitation, invitationText } from "../../shared/invitation.ts";
import { hashText } from "../../shared/ledger/chain.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { isOpen } from "../../shared/ledger/workstations.ts";
import { invitationMinutes, type Place } from "../../shared/wire.ts";
import { MemberId, nameOf } from "../../shared/words/ids.ts";
import { Failed, WrongUse } from "../failure.ts";
import { columns } from "../printing/columns.ts";
import { writeFileNamed } from "../reading/files.ts";
import { readLedger, type Session } from "../session.ts";
import type { Draft } from "../workstation/drafting.ts";
import { readRole } from "./members.ts";
import { submit } from "./submitted.ts";

export interface InviteOptions {
  readonly name?: string;
  readonly returning?: boolean;
  readonly role?: string;
  readonly duty?: readonly string[];
  readonly address?: readonly string[];
  readonly out?: string;
  readonly qr?: boolean;
}

/** What is printed is nowhere kept. */
export async function invite(session: Session, options: InviteOptions) {
  const { say } = session.wording;
  const { name, returning } = options;
  if (name === undefined && !returning) throw new WrongUse("invite.no-name");
  const { connection } = await session.workstation();
  const place = await connection.place();
  if (!place) throw new Failed("invite.no-daemon");
  const token = randomBytes(10).toString("hex");
  const minutes = invitationMinutes;
  if (name === undefined) {
    await connection.allowReturn(hashText(token));
    const heading = say("invite.returning-done", { minutes });
    return print(session, { to: "come-back", token }, place, options, heading);
  }
  const { ledger } = await readLedger(session);
  await submit(session, draftsFor(ledger, name, options, hashText(token)), { saw: ledger.seq });
  return print(
    session,
    { to: "join", token },
    place,
    options,
    say("invite.done", { name, minutes }),
  );
}

async function print(
  { wording: { say }, out }: Session,
  invited: Pick<Invitation, "to" | "token">,
  place: Place,
  options: InviteOptions,
  heading: string,
) {
  const addresses = options.address ?? place.addresses;
  const { port, key } = place;
  const text = invitationText({ ...invited, key, port, addresses });
  if (options.out !== undefined) await writeFileNamed(options.out, `${text}\n`);
  const shown = options.qr ?? process.stdout.isTTY === true;
  const data = { invitation: text, minutes: invitationMinutes, addresses, port };
  await out.resultLater(data, async () => [
    heading,
    "",
    `  taizhang join ${text}`,
    "",
    ...(shown ? [(await import("uqr")).renderUnicodeCompact(text.replaceAll("-", "")), ""] : []),
    ...(options.out === undefined ? [] : [say("invite.written", { file: options.out })]),
    ...(addresses.length === 0 ? [say("invite.no-address")] : []),
  ]);
}

/** For a member that there is, or for a new one, who is added in the same step. */
function draftsFor(
  ledger: Ledger,
  name: string,
  { role, duty = [] }: InviteOptions,
  invitation: ReturnType<typeof hashText>,
): Draft[] {
  const known = ledger.members.find(
    (member) => member.active && (member.name === name || member.id === name),
  );
  if (known) {
    if (role !== undefined && role !== known.role)
      throw new WrongUse("invite.other-role", { name });
    return [() => ({ type: "workstation-invited", invitation, member: known.id })];
  }
  let member: MemberId;
  return [
    (operation) => {
      member = MemberId.parse(nameOf(operation));
      return {
        type: "member-added",
        member: {
          id: member,
          name,
          role: readRole(role ?? "staff"),
          duties: [...duty],
          active: true,
        },
      };
    },
    () => ({ type: "workstation-invited", invitation, member }),
  ];
}

export async function listInvitations(session: Session) {
  const { wording, out, now } = session;
  const { ledger } = await readLedger(session);
  const rows = [...ledger.invitations]
    .filter(([, invitation]) => isOpen(invitation))
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([id, { member, received }]) => {
      const age = (now().getTime() - Date.parse(received)) / 60_000;
      const name = ledger.members.get(member)?.name ?? member;
      return { id: id.slice(0, 8), name, minutes: Math.max(0, Math.ceil(invitationMinutes - age)) };
    })
    .filter(({ minutes }) => minutes > 0);
  out.result(rows, () =>
    rows.length === 0
      ? [wording.say("invitation.empty")]
      : columns(
          rows.map(({ id, name, minutes }) => [
            id,
            name,
            wording.say("invitation.minutes", { minutes }),
          ]),
        ),
  );
}

export async function revokeInvitation(session: Session, id: string) {
  const { ledger } = await readLedger(session);
  const found = [...ledger.invitations.keys()].filter(
    (hash) => id.length >= 4 && hash.startsWith(id),
  );
  const [invitation] = found;
  if (!invitation || found.length > 1) throw new WrongUse("error.no-record", { id });
  await submit(session, [() => ({ type: "invitation-revoked", invitation })]);
  session.out.result({ id: invitation.slice(0, 8) }, () => [
    session.wording.say("invitation.revoked"),
  ]);
}
