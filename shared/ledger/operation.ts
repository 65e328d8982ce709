/**
 * An operation (操作) is one change, a fact in the past tense; a line of the journal is an
 * operation that the daemon numbered.
 *
 * Fields that this version does not know are kept (loose schemas): the hash is over all that was
 * said, so a reader that dropped something could no longer prove it.
 */
import { z } from "zod";
import { Profile } from "../profile/profile.ts";
import { Instant } from "../words/dates.ts";
import {
  DutyId,
  EntryId,
  Epoch,
  Hash,
  MemberId,
  OperationId,
  PositionId,
  ProblemId,
  PublicationId,
  Seq,
} from "../words/ids.ts";
import { PlainLines } from "../words/plain-text.ts";
import { DutyAssigned, DutyEnded, DutyResumed } from "./duties.ts";
import { EntryAmended, EntryLogged } from "./entries.ts";
import { MemberAdded, MemberChanged } from "./members.ts";
import {
  PeriodClosed,
  PeriodExcepted,
  PeriodExceptionEnded,
  PeriodReopened,
  PeriodSettled,
  StatementWritten,
} from "./periods.ts";
import { PositionAmended, PositionOpened, PositionReopened, PositionRetired } from "./positions.ts";
import {
  ProblemAmended,
  ProblemAssigned,
  ProblemClosed,
  ProblemRaised,
  ProblemRectified,
  ProblemReopened,
  ProblemStepWithdrawn,
} from "./problems.ts";
import {
  PublicationAmended,
  PublicationCorrected,
  PublicationDrafted,
  PublicationReleased,
  PublicationReviewed,
  PublicationSentBack,
  PublicationStepWithdrawn,
  PublicationWithdrawn,
} from "./publications.ts";
import type { FormerPlace, LostPast } from "./sight.ts";
import {
  InvitationRevoked,
  WorkstationInvited,
  WorkstationJoined,
  WorkstationRevoked,
} from "./workstations.ts";

/** Adopting a profile carries its whole text, as people edit it, and what the text says. */
const ProfileAdopted = z.looseObject({
  type: z.literal("profile-adopted"),
  text: z.string().max(400_000),
  profile: Profile,
});

const RecordReference = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("entry"), id: EntryId }),
  z.looseObject({ type: z.literal("position"), id: PositionId }),
  z.looseObject({ type: z.literal("problem"), id: ProblemId }),
  z.looseObject({ type: z.literal("publication"), id: PublicationId }),
  z.looseObject({ type: z.literal("duty"), id: DutyId }),
]);
export type RecordReference = z.infer<typeof RecordReference>;

const RecordVoided = z.looseObject({
  type: z.literal("record-voided"),
  record: RecordReference,
  reason: PlainLines,
});
/** The counter-operation of a void. */
const RecordRestored = z.looseObject({
  type: z.literal("record-restored"),
  record: RecordReference,
});

/**
 * The daemon had been restored from an older copy, and a workstation handed back what it had lost:
 * so many lines after this number.
 */
const LinesHandedBack = z.looseObject({
  type: z.literal("lines-handed-back"),
  after: Seq,
  lines: z.int().min(1),
});

/** What came late for a closed period: let in as a correction, or given back. */
const LateAdmitted = z.looseObject({ type: z.literal("late-admitted"), late: OperationId });
const LateReturned = z.looseObject({
  type: z.literal("late-returned"),
  late: OperationId,
  reason: PlainLines,
});

/** What every operation says, whatever its type. */
const envelope = {
  v: z.literal(1),
  id: OperationId,
  previous: Hash, // of this workstation's operation before; zeros for its first
  by: MemberId,
  saw: z.looseObject({ epoch: Epoch, seq: Seq }), // what its author had before their eyes
  clock: Instant, // the author's; shown, never used for order
  group: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(), // what belongs together and is undone together
  undoes: OperationId.optional(), // this is the counter-operation of that one
};
export const Envelope = z.looseObject({ ...envelope, type: z.string().max(60) });
export type Envelope = z.infer<typeof Envelope>;

const bodies = [
  ProfileAdopted,
  MemberAdded,
  MemberChanged,
  WorkstationInvited,
  InvitationRevoked,
  WorkstationJoined,
  WorkstationRevoked,
  EntryLogged,
  EntryAmended,
  PositionOpened,
  PositionAmended,
  PositionRetired,
  PositionReopened,
  ProblemRaised,
  ProblemAmended,
  ProblemAssigned,
  ProblemRectified,
  ProblemClosed,
  ProblemReopened,
  ProblemStepWithdrawn,
  PublicationDrafted,
  PublicationAmended,
  PublicationReviewed,
  PublicationSentBack,
  PublicationReleased,
  PublicationCorrected,
  PublicationWithdrawn,
  PublicationStepWithdrawn,
  DutyAssigned,
  DutyEnded,
  DutyResumed,
  PeriodSettled,
  PeriodClosed,
  PeriodReopened,
  PeriodExcepted,
  PeriodExceptionEnded,
  StatementWritten,
  RecordVoided,
  RecordRestored,
  LateAdmitted,
  LateReturned,
  LinesHandedBack,
] as const;

/** What an operation says beside its envelope: what a form or a command makes. */
export const OperationBody = z.discriminatedUnion("type", bodies);
export type OperationBody = z.infer<typeof OperationBody>;
export type OperationType = OperationBody["type"];

export type Operation = OperationBody & Envelope;

const knownTypes: ReadonlySet<string> = new Set(bodies.map((body) => body.shape.type.value));

export const isKnownType = (type: string): type is OperationType => knownTypes.has(type);

/**
 * Reads an operation whose envelope was read before; the object itself is given back untouched,
 * so that its hash stays what its author made it.
 */
export function readOperation(
  envelope: Envelope,
): { ok: true; operation: Operation } | { ok: false; issues: readonly z.core.$ZodIssue[] } {
  const body = OperationBody.safeParse(envelope);
  if (!body.success) return { ok: false, issues: body.error.issues };
  return { ok: true, operation: envelope as unknown as Operation };
}

/** Its workstation's signature over this operation's hash, and so over all that it wrote before. */
const Signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

const line = {
  seq: Seq,
  received: Instant,
  previous: Hash,
  hash: Hash,
  signature: Signature.optional(),
  handedBack: z.looseObject({ epoch: Epoch, seq: Seq, after: Seq }).optional(),
};

/** What a line may carry beside its operation. */
interface LineMarks {
  /** On the last line of a push, for all of it (see vouching.ts). */
  readonly signature?: string;
  /** Where it stood in a past that the daemon had lost, after which common line (see sight.ts). */
  readonly handedBack?: FormerPlace & LostPast;
}

/** An operation that the daemon numbered. */
export interface RecordedOperation extends LineMarks {
  readonly seq: Seq;
  readonly received: Instant;
  readonly previous: Hash;
  readonly hash: Hash;
  readonly operation: Operation | Envelope;
}
/** A number that a workstation used for what may not be in the journal: without its body. */
export interface RecordedDecline extends LineMarks {
  readonly seq: Seq;
  readonly received: Instant;
  readonly previous: Hash;
  readonly hash: Hash;
  readonly declined: { readonly id: OperationId; readonly hash: Hash; readonly reason: unknown };
}
/** A line of the journal. */
export type Recorded = RecordedOperation | RecordedDecline;

const RecordedShape = z.union([
  z.looseObject({ ...line, operation: Envelope }),
  z.looseObject({
    ...line,
    declined: z.looseObject({ id: OperationId, hash: Hash, reason: z.unknown() }),
  }),
]);

/** Reads a line of a journal or of the stream; throws a ZodError for what is none. */
export const readRecorded = (value: unknown): Recorded => {
  RecordedShape.parse(value);
  return value as Recorded;
};
