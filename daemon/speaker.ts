/**
 * What somebody may do who is known by a token: push as their own workstation and member, and, as
 * an admin, let other workstations in. Server and embedded daemon ask the same functions.
 */
import { RequestFailed } from "../shared/connection.ts";
import { beginning } from "../shared/ledger/chain.ts";
import { hasRole } from "../shared/ledger/members.ts";
import { Envelope } from "../shared/ledger/operation.ts";
import type { Grant, Me, PushAnswer } from "../shared/wire.ts";
import type { MemberId, WorkstationId } from "../shared/words/ids.ts";
import type { Office } from "./office.ts";

export interface Speaker {
  readonly workstation: WorkstationId;
  readonly member: MemberId;
}

/** Undefined for a token that nobody has, or of a member who left. */
export function findSpeaker(office: Office, token: string): Speaker | undefined {
  const workstation = office.access.findWorkstation(token);
  if (!workstation) return undefined;
  const ledger = office.intake.ledger();
  const member = ledger.workstations.get(workstation)?.member;
  return member && ledger.members.get(member)?.active ? { workstation, member } : undefined;
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
): Promise<PushAnswer> {
  const operations = values.map((value, at) => readOwn(value, at, speaker));
  const answers = await office.intake.accept(speaker.workstation, operations);
  const { seq, hash } = office.intake.ledger();
  return { answers: [...answers], seq, hash, epoch: office.epoch };
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
  const member = office.intake.ledger().members.get(speaker.member);
  if (!member || !hasRole(member.role, "admin")) {
    throw new RequestFailed({ code: "role-required", role: "admin" });
  }
  await office.access.grant(grant);
}
