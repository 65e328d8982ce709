/** The entry form: which fields a kind asks for, and the draft that they come to. */
import { useState } from "react";
import type { Kind, Profile } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { EntryId, type MarkId, nameOf, type UnitId } from "../../../../shared/words/ids.ts";
import { readDate, readNumber } from "../../../reading/dates.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { useLedger, useOffice } from "../../office-context.tsx";
import type { Field, Values } from "../../ui/field.ts";
import { useSpellings } from "../../use-spellings.ts";

/** Fields follow the kind: no quantity is asked where one is one. */
export function useEntryFields(kind: Kind | undefined): readonly Field[] {
  const { wording } = useOffice();
  const { profile, today } = useLedger();
  const spelt = useSpellings();
  const { say } = wording;
  // Inspections go through a position's items and have a screen of their own.
  const kinds = profile.kinds.filter(({ inspects }) => !inspects);
  const offered = kind?.marks ?? [];
  const marks = [...profile.marks].sort(
    (a, b) => Number(offered.includes(b.id)) - Number(offered.includes(a.id)),
  );
  const text = (name: string, label: string, initial = "", hint?: string): Field => ({
    name,
    label,
    type: "text",
    initial,
    hint,
  });
  return [
    {
      name: "kind",
      label: say("field.kind"),
      type: "one",
      options: spelt(kinds),
      hint: say("form.kind-hint"),
    },
    text("on", say("field.on"), today),
    text("title", say("field.title")),
    ...(kind?.quantity ? [text("quantity", say("field.quantity"), "1")] : []),
    ...(kind?.attendance ? [text("attendance", say("field.attendance"))] : []),
    { name: "units", label: say("field.units"), type: "many", options: spelt(profile.units) },
    { name: "marks", label: say("field.marks"), type: "many", options: spelt(marks) },
    text("place", say("field.place")),
    text("note", say("field.note")),
  ];
}

/** @throws WrongUse for a date or number that is none */
export function draftEntry(values: Values, kind: Kind, today: LocalDate): Draft {
  const text = (name: string) => values[name]?.text.trim() ?? "";
  const chosen = (name: string) => values[name]?.chosen ?? [];
  const attendance = kind.attendance ? text("attendance") : "";
  const entry = {
    kind: kind.id,
    on: readDate(text("on") || undefined, today),
    title: text("title"),
    quantity: kind.quantity && text("quantity") ? readNumber(text("quantity")) : 1,
    ...(attendance ? { attendance: readNumber(attendance) } : {}),
    ...(text("place") ? { place: text("place") } : {}),
    ...(text("note") ? { note: text("note") } : {}),
    units: [...chosen("units")] as UnitId[],
    marks: [...chosen("marks")] as MarkId[],
  };
  return (id) => ({
    type: "entry-logged",
    entry: { id: EntryId.parse(nameOf(id)), ...entry },
  });
}

export const findKind = (profile: Profile, values: Values): Kind | undefined =>
  profile.kinds.find(({ id }) => id === values.kind?.chosen[0]);

/** A number that makes the form new: after one entry was kept, the next begins empty. */
export function useFresh(): readonly [number, () => void] {
  const [round, setRound] = useState(0);
  return [round, () => setRound((before) => before + 1)];
}
