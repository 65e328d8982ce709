/**
 * Duties (责任): who of the staff answers for what, from which day to which. Somebody is first
 * responsible (第一责任人) or directly responsible (直接责任人), or answers for an area.
 *
 * Kept so that a report can name them and a problem finds its owner; nothing is ever counted by
 * them.
 */
import type { Map as Table } from "immutable";
import { z } from "zod";
import { LocalDate } from "../words/dates.ts";
import { CategoryId, DutyId, KindId, MemberId, UnitId } from "../words/ids.ts";
import { PlainLines, PlainText } from "../words/plain-text.ts";
import { type Act, amendFields, startTrail, type Tracked } from "./trail.ts";

export const Standing = z.enum(["first", "direct", "area"]);
export type Standing = z.infer<typeof Standing>;

export const NewDuty = z.looseObject({
  id: DutyId,
  member: MemberId,
  standing: Standing,
  from: LocalDate,
  /** For what, by lists that a record can be held against: every list that is given must be met. */
  kinds: z.array(KindId).max(100).optional(),
  categories: z.array(CategoryId).max(100).optional(),
  units: z.array(UnitId).max(500).optional(),
  area: PlainText.optional(), // the same, or anything else, in words
});
export type NewDuty = z.infer<typeof NewDuty>;
export type Duty = NewDuty & Tracked & { readonly until?: LocalDate };
export type Duties = Table<DutyId, Duty>;

export const DutyAssigned = z.looseObject({ type: z.literal("duty-assigned"), duty: NewDuty });
export const DutyEnded = z.looseObject({
  type: z.literal("duty-ended"),
  duty: DutyId,
  on: LocalDate, // its last day
  reason: PlainLines.optional(),
});
/** The counter-operation of an ending. */
export const DutyResumed = z.looseObject({ type: z.literal("duty-resumed"), duty: DutyId });
export type DutyOperation =
  | z.infer<typeof DutyAssigned>
  | z.infer<typeof DutyEnded>
  | z.infer<typeof DutyResumed>;

/** On that day, both its first and its last included. */
export const isInForce = ({ from, until }: Duty, day: LocalDate): boolean =>
  from <= day && (until === undefined || day <= until);

export function foldDuty(duties: Duties, operation: DutyOperation, act: Act): Duties {
  if (operation.type === "duty-assigned") {
    const { duty } = operation;
    return duties.has(duty.id) ? duties : duties.set(duty.id, { ...duty, trail: startTrail(act) });
  }
  const duty = duties.get(operation.duty);
  if (!duty) return duties;
  const until = operation.type === "duty-ended" ? operation.on : null;
  return duties.set(duty.id, amendFields(duty, { until }, act));
}
