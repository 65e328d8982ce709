/**
 * Letting a workstation in that brings an invitation. Unknown, too old, used and revoked are one
 * answer, given after the same work: nobody learns from it which invitations there are.
 *
 * An answer that got lost costs nothing: the same request again finds its operation recorded and
 * gets the same answer.
 */
import { RequestFailed } from "../shared/connection.ts";
import { hashOperation, hashText } from "../shared/ledger/chain.ts";
import { findProfile } from "../shared/ledger/ledger.ts";
import { Envelope, type Operation, readOperation } from "../shared/ledger/operation.ts";
import { isVouched } from "../shared/ledger/vouching.ts";
import type { Invitation } from "../shared/ledger/workstations.ts";
import { type Invited, invitationMinutes, type Join, type Joined } from "../shared/wire.ts";
import type { Instant } from "../shared/words/dates.ts";
import type { Hash } from "../shared/words/ids.ts";
import type { Office } from "./office.ts";

/**
 * Whom an invitation is for, so that the workstation can write its first operation.
 * @throws RequestFailed
 */
export function findInvited(office: Office, token: string, key: Hash): Invited {
  const known = office.intake.ledger().invitations.get(hashText(token));
  if (!known || !isUsable(known, undefined, office.now())) {
    throw new RequestFailed({ code: "not-invited" });
  }
  return { member: known.member, epoch: office.epoch, key };
}

/** @throws RequestFailed, StorageFailed */
export async function join(office: Office, request: Join): Promise<Joined> {
  const { token, signature } = request;
  const invitation = hashText(token);
  const operation = readJoining(request.operation);
  const { id, member, publicKey, tokenHash } = operation.joined;
  const known = office.intake.ledger().invitations.get(invitation);
  const hash = hashOperation(operation);
  const vouched = await isVouched({ publicKey, id: operation.id, hash, signature });
  const asInvited = operation.joined.invitation === invitation && known?.member === member;
  const own = operation.id.workstation === id && operation.by === member && tokenHash !== undefined;
  if (!known || !vouched || !asInvited || !own || !isUsable(known, id, office.now())) {
    throw new RequestFailed({ code: "not-invited" });
  }
  const [answer] = await office.intake.accept(id, [operation], signature);
  if (answer?.outcome === "declined") throw new RequestFailed({ code: "not-invited" });
  const ledger = office.intake.ledger();
  return {
    member,
    name: ledger.members.get(member)?.name ?? "",
    office: findProfile(ledger)?.office.name ?? "",
    epoch: office.epoch,
  };
}

/** @throws RequestFailed */
function readJoining(value: unknown): Operation & { type: "workstation-joined" } {
  const envelope = Envelope.safeParse(value);
  const read = envelope.success ? readOperation(envelope.data) : undefined;
  if (read?.ok && read.operation.type === "workstation-joined") return read.operation;
  throw new RequestFailed({ code: "malformed", path: "operation", issue: "workstation-joined" });
}

const millisecondsValid = invitationMinutes * 60_000;

/** Not yet used, but by the one that asks again; and not older than it may be. */
function isUsable(
  { used, revoked, received }: Invitation,
  id: string | undefined,
  now: Instant,
): boolean {
  const age = Date.parse(now) - Date.parse(received);
  return revoked === undefined && (used === undefined || used === id) && age <= millisecondsValid;
}
