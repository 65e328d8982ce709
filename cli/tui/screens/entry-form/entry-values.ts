/** An entry as a form holds it, and back. */
import type { NewEntry } from "../../../../shared/ledger/entries.ts";
import type { Kind, Profile } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { EntryId, type MarkId, nameOf, type UnitId } from "../../../../shared/words/ids.ts";
import { readDate, readNumber } from "../../../reading/dates.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import type { Value, Values } from "../../ui/field.ts";

const text = (value: string | number | undefined): Value => ({
  text: value === undefined ? "" : String(value),
  chosen: [],
  passed: true,
});
const chosen = (ids: readonly string[]): Value => ({ text: "", chosen: [...ids], passed: true });

type Said = Pick<
  NewEntry,
  "kind" | "title" | "quantity" | "attendance" | "units" | "marks" | "place" | "note"
>;

/** Everything of an entry but its day. */
export const valuesOf = (entry: Said): Values => ({
  kind: chosen([entry.kind]),
  title: text(entry.title),
  quantity: text(entry.quantity),
  attendance: text(entry.attendance),
  units: chosen(entry.units),
  marks: chosen(entry.marks),
  place: text(entry.place),
  note: text(entry.note),
});

export const dayValue = (day: LocalDate): Values => ({ on: text(day) });

/** What usually stays the same from one entry of a kind to the next. */
export const habitsOf = ({ units, marks, place }: Said): Values => ({
  units: chosen(units),
  marks: chosen(marks),
  place: text(place),
});

export const findKind = (profile: Profile, values: Values): Kind | undefined =>
  profile.kinds.find(({ id }) => id === values.kind?.chosen[0]);

/** Whether anything stands there that somebody typed. */
export const isTyped = (values: Values): boolean =>
  ["title", "note", "quantity", "attendance"].some((name) => {
    const typed = values[name]?.text.trim() ?? "";
    return typed !== "" && !(name === "quantity" && typed === "1");
  });

/** @throws WrongUse for a date or number that is none */
export function draftEntry(values: Values, kind: Kind, today: LocalDate): Draft {
  const said = (name: string) => values[name]?.text.trim() ?? "";
  const ids = (name: string) => values[name]?.chosen ?? [];
  const attendance = kind.attendance ? said("attendance") : "";
  const entry = {
    kind: kind.id,
    on: readDate(said("on") || undefined, today),
    title: said("title"),
    quantity: kind.quantity && said("quantity") ? readNumber(said("quantity")) : 1,
    ...(attendance ? { attendance: readNumber(attendance) } : {}),
    ...(said("place") ? { place: said("place") } : {}),
    ...(said("note") ? { note: said("note") } : {}),
    units: [...ids("units")] as UnitId[],
    marks: [...ids("marks")] as MarkId[],
  };
  return (id) => ({
    type: "entry-logged",
    entry: { id: EntryId.parse(nameOf(id)), ...entry },
  });
}
