/** Fields that the forms about publications have in common, and what was put into them. */
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { isActive } from "../../../../shared/ledger/positions.ts";
import { byWritten, isVoided } from "../../../../shared/ledger/trail.ts";
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { PositionId } from "../../../../shared/words/ids.ts";
import { readDate } from "../../../reading/dates.ts";
import type { Wording } from "../../../wording/wording.ts";
import { remarkDay } from "../../field-remarks.ts";
import type { Field, Option, Values } from "../../ui/field.ts";

export interface FormContext {
  readonly wording: Wording;
  readonly ledger: Ledger;
  readonly profile: Profile;
  readonly today: LocalDate;
  readonly spelt: (list: readonly { readonly id: string; readonly label: string }[]) => Option[];
}

export const text = (
  { wording }: FormContext,
  name:
    | "title"
    | "outlet"
    | "origin"
    | "gist"
    | "link"
    | "reason"
    | "opinion"
    | "proofreading"
    | "correction",
  initial = "",
): Field => ({ name, label: wording.say(`field.${name}`), type: "text", initial });

export const dayField = ({ wording, today }: FormContext, initial: LocalDate): Field => ({
  name: "on",
  label: wording.say("field.on"),
  type: "text",
  initial,
  offered: true,
  remark: (typed) => remarkDay(wording, today, typed),
});

export function positionField(
  { wording, ledger, today, spelt }: FormContext,
  chosen?: string,
): Field {
  const inUse = [...ledger.positions.values()]
    .filter((position) => !isVoided(position) && isActive(position, today))
    .sort(byWritten);
  return {
    name: "position",
    label: wording.say("field.position"),
    type: "one",
    options: spelt(inUse.map(({ id, name }) => ({ id, label: name }))),
    initial: chosen === undefined ? [] : [chosen],
    hint: wording.say("publication.position-hint"),
  };
}

export const typed = (values: Values, name: string): string => values[name]?.text.trim() ?? "";
export const chosenIn = (values: Values, name: string): string | undefined =>
  values[name]?.chosen[0];
export const dayIn = (values: Values, today: LocalDate): LocalDate =>
  readDate(typed(values, "on") || undefined, today);

export function channelIn(values: Values, { positions }: Ledger) {
  const position = chosenIn(values, "position") as PositionId | undefined;
  const category = position && positions.get(position)?.category;
  const outlet = typed(values, "outlet");
  return {
    ...(position ? { position } : {}),
    ...(category ? { category } : {}),
    ...(outlet ? { outlet } : {}),
  };
}
