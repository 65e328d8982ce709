/** A field for a day: how it is understood is said while it is typed, with its weekday. */
import type { LocalDate } from "../../shared/words/dates.ts";
import type { Key, Wording } from "../wording/wording.ts";
import { remarkDay } from "./field-remarks.ts";
import type { Field } from "./ui/field.ts";

export const dayField = (
  wording: Wording,
  today: LocalDate,
  name: string & (Key extends infer K ? (K extends `field.${infer Name}` ? Name : never) : never),
  more: { readonly initial?: LocalDate; readonly hint?: string } = {},
): Field => ({
  name,
  label: wording.say(`field.${name}`),
  type: "text",
  offered: true,
  ...more,
  // With a hint, it says itself what an empty field means.
  remark: (typed) =>
    typed.trim() === "" && more.hint ? undefined : remarkDay(wording, today, typed),
});
