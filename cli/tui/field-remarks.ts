/** What forms say of a day or a number while it is typed, or what is wrong with it. */
import type { LocalDate } from "../../shared/words/dates.ts";
import { findDate, findNumber, weekdayOf } from "../reading/dates.ts";
import type { Wording } from "../wording/wording.ts";
import type { Remark } from "./ui/field.ts";

/** How a day is understood, with its weekday; nothing for one that stands there as it is. */
export function remarkDay({ say }: Wording, today: LocalDate, typed: string): Remark | undefined {
  if (typed.trim() === "") return { text: say("form.day-is-today", { day: today }) };
  const day = findDate(typed, today);
  if (!day) return { text: say("error.not-a-date", { text: typed }), isBad: true };
  const weekday = say(`weekday.${weekdayOf(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  return { text: day === typed ? weekday : `→ ${day} ${weekday}` };
}

/** Of what was done: a day that is to come is nearly always a slip of the year. */
export function remarkDayDone(
  wording: Wording,
  today: LocalDate,
  typed: string,
): Remark | undefined {
  const remark = remarkDay(wording, today, typed);
  const day = findDate(typed, today);
  if (!remark || !day || day <= today) return remark;
  return { text: wording.say("form.to-come", { said: remark.text }) };
}

export function remarkNumber({ say }: Wording, typed: string): Remark | undefined {
  const fits = typed.trim() === "" || findNumber(typed) !== undefined;
  return fits ? undefined : { text: say("error.not-a-number", { text: typed }), isBad: true };
}
