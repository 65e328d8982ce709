/** `invite` and `invitation`: letting another workstation in, and taking that back. */
import { type Invitation, isIPv4, mostAddresses } from "../../shared/invitation.ts";
import { hashText } from "../../shared/ledger/chain.ts";
import { invitationMinutes, type Place } from "../../shared/wire.ts";
import { Failed, WrongUse } from "../failure.ts";
import { columns } from "../printing/columns.ts";
import { qrLines } from "../printing/qr.ts";
import { writeFileNamed } from "../reading/files.ts";
import { readLedger, type Session } from "../session.ts";
import {
  createInvitationToken,
  draftInvitation,
  invitationAt,
  openInvitations,
} from "../workstation/inviting.ts";
import { readRole } from "./members.ts";
import { noRecord } from "./records.ts";
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
  checkAddresses(options.address);
  const { connection, joined } = await session.workstation();
  if (joined) throw new Failed("sync.invite-at-office");
  const place = await connection.place();
  if (!place) throw new Failed("invite.no-daemon");
  const token = createInvitationToken();
  const minutes = invitationMinutes;
  if (name === undefined) {
    await connection.allowReturn(hashText(token));
    const heading = say("invite.returning-done", { count: minutes });
    return print(session, { to: "come-back", token }, place, options, heading);
  }
  const { ledger } = await readLedger(session);
  const role = options.role === undefined ? undefined : readRole(session.wording, options.role);
  const drafts = draftInvitation(ledger, { name, role, duties: options.duty }, token);
  await submit(session, drafts, { saw: ledger.seq });
  return print(
    session,
    { to: "join", token },
    place,
    options,
    say("invite.done", { name, count: minutes }),
  );
}

/** What an invitation has no room for would be left out, and nobody told. @throws WrongUse */
function checkAddresses(addresses: readonly string[] = []): void {
  const unfit = addresses.find((address) => !isIPv4(address)) ?? addresses[mostAddresses];
  if (unfit !== undefined) {
    throw new WrongUse("invite.address-unfit", { address: unfit });
  }
}

async function print(
  { wording: { say }, out }: Session,
  invited: Pick<Invitation, "to" | "token">,
  place: Place,
  options: InviteOptions,
  heading: string,
) {
  const addresses = options.address ?? place.addresses;
  const { port } = place;
  const text = invitationAt({ ...place, addresses }, invited);
  if (options.out !== undefined) await writeFileNamed(options.out, `${text}\n`);
  const shown = options.qr ?? process.stdout.isTTY === true;
  const data = { invitation: text, minutes: invitationMinutes, addresses, port };
  await out.resultLater(data, async () => [
    heading,
    "",
    `  taizhang join ${text}`,
    "",
    ...(shown ? [...(await qrLines(text.replaceAll("-", ""))), ""] : []),
    ...(options.out === undefined ? [] : [say("invite.written", { file: options.out })]),
    ...(addresses.length === 0 ? [say("invite.no-address")] : []),
  ]);
}

export async function listInvitations(session: Session) {
  const { wording, out, now } = session;
  const { ledger } = await readLedger(session);
  const rows = openInvitations(ledger, now()).map(({ invitation, name, minutes }) => ({
    id: invitation.slice(0, 8),
    name,
    minutes,
  }));
  out.result(rows, () =>
    rows.length === 0
      ? [wording.say("invitation.empty")]
      : columns(
          rows.map(({ id, name, minutes }) => [
            id,
            name,
            wording.say("invitation.minutes", { count: minutes }),
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
  if (!invitation || found.length > 1) throw noRecord(session.wording, id, "invitation");
  await submit(session, [() => ({ type: "invitation-revoked", invitation })]);
  session.out.result({ id: invitation.slice(0, 8) }, () => [
    session.wording.say("invitation.revoked"),
  ]);
}
