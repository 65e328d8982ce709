/**
 * Positions (阵地): the venues and channels that the office itself answers for. One is active
 * from its first day to its last day, both included, and may be opened again.
 */
import type { Map as Table } from "immutable";
import { z } from "zod";
import { LocalDate } from "../words/dates.ts";
import { CategoryId, MemberId, PositionId, UnitId } from "../words/ids.ts";
import { PlainLines, PlainText } from "../words/plain-text.ts";
import { type Act, amendFields, startTrail, type Tracked } from "./trail.ts";

const fields = {
  name: PlainText,
  category: CategoryId,
  unit: UnitId.optional(), // without one it is the office's own (本级)
  quantity: z.int().min(1).max(1_000_000),
  place: PlainText.optional(),
  owner: MemberId.optional(), // who of the staff answers for it
  note: PlainLines.optional(),
};

export const NewPosition = z.looseObject({ id: PositionId, ...fields, opened: LocalDate });
export type NewPosition = z.infer<typeof NewPosition>;

/** Days of use, both included; without `to` it is still in use. */
export interface Span {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}
export type Position = NewPosition & Tracked & { readonly spans: readonly Span[] };
export type Positions = Table<PositionId, Position>;

export const PositionOpened = z.looseObject({
  type: z.literal("position-opened"),
  position: NewPosition,
});
export const PositionAmended = z.looseObject({
  type: z.literal("position-amended"),
  position: PositionId,
  changes: z
    .strictObject({
      ...fields,
      unit: fields.unit.nullable(),
      place: fields.place.nullable(),
      owner: fields.owner.nullable(),
      note: fields.note.nullable(),
    })
    .partial(),
});
export const PositionRetired = z.looseObject({
  type: z.literal("position-retired"),
  position: PositionId,
  on: LocalDate, // its last day of use
  reason: PlainLines.optional(),
});
export const PositionReopened = z.looseObject({
  type: z.literal("position-reopened"),
  position: PositionId,
  on: LocalDate,
});
export type PositionOperation =
  | z.infer<typeof PositionOpened>
  | z.infer<typeof PositionAmended>
  | z.infer<typeof PositionRetired>
  | z.infer<typeof PositionReopened>;

/** In use on that day? */
export const isActive = (position: Position, day: LocalDate): boolean =>
  position.spans.some((span) => span.from <= day && (!span.to || day <= span.to));

export const lastSpan = (position: Position): Span | undefined => position.spans.at(-1);

export function foldPosition(
  positions: Positions,
  operation: PositionOperation,
  act: Act,
): Positions {
  if (operation.type === "position-opened") {
    const { position } = operation;
    if (positions.has(position.id)) return positions;
    const spans = [{ from: position.opened }];
    return positions.set(position.id, { ...position, spans, trail: startTrail(act) });
  }
  const position = positions.get(operation.position);
  if (!position) return positions;
  const seen = amendFields(position, {}, act);
  const last = lastSpan(position);
  switch (operation.type) {
    case "position-amended":
      return positions.set(position.id, amendFields(position, operation.changes, act));
    case "position-retired": {
      if (!last || last.to || operation.on < last.from) return positions.set(position.id, seen);
      const spans = [...position.spans.slice(0, -1), { from: last.from, to: operation.on }];
      return positions.set(position.id, { ...seen, spans });
    }
    case "position-reopened": {
      if (!last?.to || operation.on < last.from) return positions.set(position.id, seen);
      // Opened again within its last days: as if it had never been retired.
      const spans =
        operation.on <= last.to
          ? [...position.spans.slice(0, -1), { from: last.from }]
          : [...position.spans, { from: operation.on }];
      return positions.set(position.id, { ...seen, spans });
    }
  }
}
