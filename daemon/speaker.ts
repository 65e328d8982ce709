/**
 * What somebody may do who is known by a token: push as their own workstation and member, and, as
 * an admin, let other workstations in. Server and embedded daemon ask the same functions.
 */
import { RequestFailed } from "../shared/connection.ts";
import { beginning, hashOperation, hashText } from "../shared/ledger/chain.ts";
import { hasRole } from "../shared/ledger/members.ts";
import { Envelope } from "../shared/ledger/operation.ts";
import { isVouched } from "../shared/ledger/vouching.ts";
import { type Grant, invitationMinutes, type Me, type PushAnswer } from "../shared/wire.ts";
import { instantOf } from "../shared/words/dates.ts";
import type { Hash, MemberId, WorkstationId } from "../shared/words/ids.ts";
import type { Office } from "./office.ts";

export interface Speaker {
  readonly workstation: WorkstationId;
  readonly member: MemberId;
}

/** Undefined for a token that nobody has, of a workstation that was revoked or a member who left. */
export function findSpeaker(office: Office, token: string): Speaker | undefined {
  const { workstations } = office.intake.ledger();
  const tokenHash = hashText(token);
  const joined = workstations.findKey((known) => known.tokenHash === tokenHash);
  const workstation = joined ?? office.access.findWorkstation(tokenHash);
  if (!workstation) return undefined;
  const { member } = workstations.get(workstation) ?? {};
  if (!member || !isLetIn(office, { workstation, member })) return undefined;
  return { workstation, member };
}

/** Until the workstation is revoked or its member leaves. */
export function isLetIn(office: Office, { workstation, member }: Speaker): boolean {
  const { workstations, members } = office.intake.ledger();
  const revoked = workstations.get(workstation)?.revoked;
  return revoked === undefined && members.get(member)?.active === true;
}

export function meOf(office: Office, { workstation, member }: Speaker): Me {
  const ledger = office.intake.ledger();
  const { n, hash } = ledger.workstations.get(workstation) ?? { n: 0, hash: beginning };
  return { workstation, member, n, hash, seq: ledger.seq, epoch: office.epoch, now: office.now() };
}

/** @throws RequestFailed, Gap, CopiedWorkstation, StorageFailed; then nothing was changed */
export async function push(
  office: Office,
  speaker: Speaker,
  values: readonly unknown[],
  signature?: string,
): Promise<PushAnswer> {
  const last = values.map((value, at) => readOwn(value, at, speaker));
  const operations = office.parts.take(speaker.workstation, last);
  await checkSignature(office, speaker, operations.at(-1), signature);
  const answers = await office.intake.accept(speaker.workstation, operations, signature);
  const { seq, hash } = office.intake.ledger();
  return { answers: [...answers], seq, hash, epoch: office.epoch };
}

/**
 * A part of a push whose last part is still to come: nothing is decided yet.
 * @returns how many operations wait now
 * @throws RequestFailed
 */
export function keepPart(
  office: Office,
  speaker: Speaker,
  values: readonly unknown[],
  bytes: number,
): number {
  const operations = values.map((value, at) => readOwn(value, at, speaker));
  return office.parts.keep(speaker.workstation, operations, bytes);
}

/** Since the office's first invitation nothing is taken that nobody vouches for. */
async function checkSignature(
  office: Office,
  { workstation }: Speaker,
  last: Envelope | undefined,
  signature: string | undefined,
): Promise<void> {
  const { invitations, workstations } = office.intake.ledger();
  if (!last || (signature === undefined && invitations.isEmpty())) return;
  const publicKey = workstations.get(workstation)?.publicKey ?? "";
  const hash = hashOperation(last);
  const holds =
    signature !== undefined && (await isVouched({ publicKey, id: last.id, hash, signature }));
  if (!holds) throw new RequestFailed({ code: "not-vouched" });
}

/** An operation without a readable envelope has no number, so it cannot even be declined. */
function readOwn(value: unknown, at: number, speaker: Speaker): Envelope {
  const read = Envelope.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = ["operations", at, ...(issue?.path ?? [])].join(".");
    throw new RequestFailed({ code: "malformed", path, issue: issue?.message ?? "" });
  }
  const { id, by } = read.data;
  if (id.workstation !== speaker.workstation || by !== speaker.member) {
    throw new RequestFailed({ code: "not-yours", workstation: id.workstation });
  }
  return value as Envelope; // as it came: its hash is over what its author made
}

/** @throws RequestFailed unless an admin asks */
export async function grantAccess(office: Office, speaker: Speaker, grant: Grant): Promise<void> {
  checkAdmin(office, speaker);
  await office.access.grant(grant);
}

/** @throws RequestFailed unless an admin asks */
export async function allowReturn(
  office: Office,
  speaker: Speaker,
  tokenHash: Hash,
): Promise<void> {
  checkAdmin(office, speaker);
  const until = Date.parse(office.now()) + invitationMinutes * 60_000;
  await office.access.allowReturn(tokenHash, instantOf(new Date(until)));
}

function checkAdmin(office: Office, speaker: Speaker): void {
  const member = office.intake.ledger().members.get(speaker.member);
  if (!member || !hasRole(member.role, "admin")) {
    throw new RequestFailed({ code: "role-required", role: "admin" });
  }
}
