/**
 * The names by which things are known: never a plain string, so that a member cannot stand
 * where an entry is meant.
 *
 * A record is named after the operation that made it (`workstation-number`), so two workstations
 * that never met cannot choose the same name, and nobody needs a random number or a clock.
 * What a profile defines (kinds, marks, units …) is named by its author in a short slug.
 */
import { z } from "zod";

export const WorkstationId = z
  .string()
  .regex(/^[a-z0-9]{4,16}$/)
  .brand<"WorkstationId">();
export type WorkstationId = z.infer<typeof WorkstationId>;

const recordId = z.string().regex(/^[a-z0-9]{4,16}-[1-9][0-9]{0,9}$/);

/** The name of an operation, which is that of the record it makes, if it makes one. */
export const OperationName = recordId;

export const EntryId = recordId.brand<"EntryId">();
export type EntryId = z.infer<typeof EntryId>;
export const PositionId = recordId.brand<"PositionId">();
export type PositionId = z.infer<typeof PositionId>;
export const ProblemId = recordId.brand<"ProblemId">();
export type ProblemId = z.infer<typeof ProblemId>;
export const PublicationId = recordId.brand<"PublicationId">();
export type PublicationId = z.infer<typeof PublicationId>;
export const DutyId = recordId.brand<"DutyId">();
export type DutyId = z.infer<typeof DutyId>;
export const MemberId = recordId.brand<"MemberId">();
export type MemberId = z.infer<typeof MemberId>;

/** What the profile names: kinds, marks, categories, units, indicators, statements, obligations … */
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,47}$/);

export const KindId = slug.brand<"KindId">();
export type KindId = z.infer<typeof KindId>;
export const MarkId = slug.brand<"MarkId">();
export type MarkId = z.infer<typeof MarkId>;
export const CategoryId = slug.brand<"CategoryId">();
export type CategoryId = z.infer<typeof CategoryId>;
export const CheckItemId = slug.brand<"CheckItemId">();
export type CheckItemId = z.infer<typeof CheckItemId>;
export const UnitId = slug.brand<"UnitId">();
export type UnitId = z.infer<typeof UnitId>;
export const UnitTypeId = slug.brand<"UnitTypeId">();
export type UnitTypeId = z.infer<typeof UnitTypeId>;
export const IndicatorId = slug.brand<"IndicatorId">();
export type IndicatorId = z.infer<typeof IndicatorId>;
export const StatementId = slug.brand<"StatementId">();
export type StatementId = z.infer<typeof StatementId>;

export const ObligationId = slug.brand<"ObligationId">();
export type ObligationId = z.infer<typeof ObligationId>;

export const ReviewId = slug.brand<"ReviewId">();
export type ReviewId = z.infer<typeof ReviewId>;
export const MediaLevelId = slug.brand<"MediaLevelId">();
export type MediaLevelId = z.infer<typeof MediaLevelId>;

/** The daemon's number of an operation: 1, 2, 3 … without a gap; 0 is before the first. */
export const Seq = z.int().min(0).brand<"Seq">();
export type Seq = z.infer<typeof Seq>;
export const seqOf = (number: number): Seq => number as Seq;

/** A SHA-256, in lower-case hexadecimal. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"Hash">();
export type Hash = z.infer<typeof Hash>;

/** One life of a journal: a restored copy goes on under a new one. */
export const Epoch = z
  .string()
  .regex(/^[a-z0-9]{8,40}$/)
  .brand<"Epoch">();
export type Epoch = z.infer<typeof Epoch>;

/** A workstation, and that workstation's own gapless number, from 1. */
export const OperationId = z.looseObject({
  workstation: WorkstationId,
  n: z.int().min(1).max(9_999_999_999),
});
export type OperationId = z.infer<typeof OperationId>;

/** The name of the record that this operation makes, and of the operation itself in the tray. */
export const nameOf = (id: OperationId): string => `${id.workstation}-${id.n}`;
