/** Which fields the entry form asks for, given the kind, and what it says of what stands in them. */
import type { Kind, Profile } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { KindId } from "../../../../shared/words/ids.ts";
import { readOneLine, type Spell } from "../../../reading/one-line.ts";
import type { Wording } from "../../../wording/wording.ts";
import { remarkDayDone, remarkNumber } from "../../field-remarks.ts";
import type { Field, Option, Remark, Value, Values } from "../../ui/field.ts";
import { unitGroups } from "../../unit-groups.ts";
import { dayValue, findKind, valuesOf } from "./entry-values.ts";

export interface FormContext {
  readonly wording: Wording;
  readonly profile: Profile;
  readonly today: LocalDate;
  readonly spell: Spell;
  /** Kinds that this member used last, the latest first. */
  readonly recentKinds: readonly KindId[];
}

/** Fields follow the kind: no quantity is asked where one is one. */
export function entryFields(context: FormContext, values: Values): readonly Field[] {
  const { profile, wording } = context;
  const { say } = wording;
  const kind = findKind(profile, values);
  const text = (name: string, more: Partial<Field> = {}): Field =>
    ({ name, label: say(`field.${name}` as "field.title"), type: "text", ...more }) as Field;
  const number = { remark: (typed: string) => remarkNumber(wording, typed) };
  return [
    {
      name: "kind",
      label: say("field.kind"),
      type: "one",
      options: optionsOf(kindsInOrder(context), context.spell, values.kind),
      hint: say("form.kind-hint", { kind: exampleOf(kindsInOrder(context)) }),
      required: say("form.no-kind"),
      take: (typed) => takeOneLine(context, typed),
      remark: (typed) => remarkOneLine(context, typed),
    },
    text("title", { required: say("form.no-title"), isEnough: true }),
    text("on", {
      initial: context.today,
      offered: true,
      remark: (typed) => remarkDayDone(wording, context.today, typed),
    }),
    ...(kind?.quantity ? [text("quantity", { initial: "1", offered: true, ...number })] : []),
    ...(kind?.attendance ? [text("attendance", number)] : []),
    {
      name: "units",
      label: say("field.units"),
      type: "many",
      options: optionsOf(profile.units, context.spell, values.units),
      groups: unitGroups(wording, profile),
      hint: say("form.units-hint"),
    },
    {
      name: "marks",
      label: say("field.marks"),
      type: "many",
      options: optionsOf(marksInOrder(profile, kind), context.spell, values.marks),
    },
    text("place"),
    text("note", { lines: true, hint: say("form.note-hint") } as Partial<Field>),
  ];
}

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly retired?: boolean;
}
/** What is retired is offered no more, but has its name as long as it stands there. */
const optionsOf = (list: readonly Labelled[], spell: Spell, value: Value | undefined): Option[] =>
  list
    .filter(({ id, retired }) => !retired || value?.chosen.includes(id))
    .map(({ id, label }) => ({ id, label, spelt: spell(label) }));

/** One of this office's own kinds, for the line that shows how one is written. */
const exampleOf = (kinds: readonly Kind[]): string =>
  (kinds.find(({ attendance }) => attendance) ?? kinds[0])?.label ?? "";

/** Inspections go through a position's items and have a screen of their own. */
function kindsInOrder({ profile, recentKinds }: FormContext): readonly Kind[] {
  const kinds = profile.kinds.filter(({ inspects }) => !inspects);
  const rank = ({ id }: Kind) => {
    const at = recentKinds.indexOf(id);
    return at < 0 ? recentKinds.length : at;
  };
  return [...kinds].sort((a, b) => rank(a) - rank(b));
}

const marksInOrder = ({ marks }: Profile, kind: Kind | undefined) =>
  [...marks].sort(
    (a, b) =>
      Number(kind?.marks.includes(b.id) ?? false) - Number(kind?.marks.includes(a.id) ?? false),
  );

function takeOneLine({ profile, today, spell }: FormContext, typed: string): Values | undefined {
  const read = readOneLine(typed, profile, today, spell);
  return read && { ...valuesOf(read), ...dayValue(read.on) };
}

/** What a line that was typed comes to, before Enter puts it into the fields. */
function remarkOneLine(context: FormContext, typed: string): Remark | undefined {
  const { profile, today, spell, wording } = context;
  const read = readOneLine(typed, profile, today, spell);
  if (!read) return undefined;
  const labelled = (list: readonly Labelled[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id;
  const parts = [
    labelled(profile.kinds, read.kind),
    read.on,
    read.title,
    read.quantity > 1 ? `×${read.quantity}` : "",
    read.attendance === undefined ? "" : wording.say("unit.people", { count: read.attendance }),
    read.place ? `@${read.place}` : "",
    ...read.units.map((id) => `@${labelled(profile.units, id)}`),
    ...read.marks.map((id) => `#${labelled(profile.marks, id)}`),
  ];
  return { text: `→ ${parts.filter(Boolean).join(" · ")}` };
}
