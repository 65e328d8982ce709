/** A position as a form holds it, and back: what was filled in, or only what was changed of it. */
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import type { Position } from "../../../../shared/ledger/positions.ts";
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import {
  type CategoryId,
  type MemberId,
  nameOf,
  PositionId,
  type UnitId,
} from "../../../../shared/words/ids.ts";
import { readDate, readNumber } from "../../../reading/dates.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { dayField } from "../../day-field.ts";
import { remarkNumber } from "../../field-remarks.ts";
import { chosenIn, type Field, type Option, textIn, type Values } from "../../ui/field.ts";

export interface PositionFormContext {
  readonly wording: Wording;
  readonly profile: Profile;
  readonly today: LocalDate;
  readonly members: readonly Option[];
  readonly spelt: (list: Profile["units"] | Profile["categories"]) => readonly Option[];
}

/** @param position the one that is amended; undefined for a new one, which has a first day too */
export function positionFields(
  { wording, profile, today, members, spelt }: PositionFormContext,
  position: Position | undefined,
): readonly Field[] {
  const { say } = wording;
  const chosen = (id: string | undefined) => (id === undefined ? [] : [id]);
  const text = (name: "place" | "note", initial = ""): Field => ({
    name,
    label: say(`field.${name}`),
    type: "text",
    initial,
  });
  return [
    {
      name: "category",
      label: say("field.category"),
      type: "one",
      options: spelt(profile.categories),
      initial: chosen(position?.category),
      required: say("checklist.no-category"),
    },
    {
      name: "name",
      label: say("field.name"),
      type: "text",
      initial: position?.name ?? "",
      required: say("checklist.no-name"),
    },
    {
      name: "unit",
      label: say("field.unit"),
      type: "one",
      options: spelt(profile.units),
      initial: chosen(position?.unit),
      hint: say("checklist.unit-hint"),
    },
    ...(position ? [] : [dayField(wording, today, "opened", { initial: today })]),
    {
      name: "quantity",
      label: say("field.quantity"),
      type: "text",
      initial: String(position?.quantity ?? 1),
      offered: true,
      remark: (typed) => remarkNumber(wording, typed),
    },
    text("place", position?.place),
    {
      name: "owner",
      label: say("field.owner"),
      type: "one",
      options: members,
      initial: chosen(position?.owner),
    },
    text("note", position?.note?.replaceAll("\n", " ")),
  ];
}

export const dayIn = (values: Values, name: "opened" | "on", today: LocalDate): LocalDate =>
  readDate(textIn(values, name) || undefined, today);

/** @throws WrongUse for a day or a number that is none */
export function openedFrom(values: Values, today: LocalDate): Draft {
  const unit = chosenIn(values, "unit") as UnitId | undefined;
  const owner = chosenIn(values, "owner") as MemberId | undefined;
  const [place, note] = [textIn(values, "place"), textIn(values, "note")];
  const position = {
    name: textIn(values, "name"),
    category: chosenIn(values, "category") as CategoryId,
    quantity: readNumber(textIn(values, "quantity") || "1"),
    opened: dayIn(values, "opened", today),
    ...(unit ? { unit } : {}),
    ...(owner ? { owner } : {}),
    ...(place ? { place } : {}),
    ...(note ? { note } : {}),
  };
  return (operation) => ({
    type: "position-opened",
    position: { id: PositionId.parse(nameOf(operation)), ...position },
  });
}

/**
 * Only what was changed is sent, so two people who amend different fields do not meet.
 * @returns undefined where nothing was changed
 * @throws WrongUse for a number that is none
 */
export function amendedFrom(position: Position, values: Values): OperationBody | undefined {
  const optional = (text: string) => (text === "" ? null : text);
  const said = {
    name: textIn(values, "name"),
    category: chosenIn(values, "category") as CategoryId,
    unit: (chosenIn(values, "unit") ?? null) as UnitId | null,
    quantity: readNumber(textIn(values, "quantity") || "1"),
    place: optional(textIn(values, "place")),
    owner: (chosenIn(values, "owner") ?? null) as MemberId | null,
    note: optional(textIn(values, "note")),
  };
  const stood: Readonly<Record<string, unknown>> = {
    ...position,
    note: position.note?.replaceAll("\n", " "), // as the form's one line shows it
  };
  const changes = Object.fromEntries(
    Object.entries(said).filter(([field, value]) => (stood[field] ?? null) !== value),
  ) as Partial<typeof said>;
  if (Object.keys(changes).length === 0) return undefined;
  return { type: "position-amended", position: position.id, changes };
}
