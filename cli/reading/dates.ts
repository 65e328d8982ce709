/** Days and periods as people type them. */
import { addDays, LocalDate } from "../../shared/words/dates.ts";
import { findPeriod, halfYearOf, type Period } from "../../shared/words/period.ts";
import { WrongUse } from "../failure.ts";
import { findPeriodSaid } from "./period-said.ts";

const words: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  yesterday: -1,
  昨天: -1,
  昨日: -1,
  前天: -2,
  大前天: -3,
  明天: 1,
};
const weekdays = "一二三四五六日";

/** From Monday (0) to Sunday (6). */
export const weekdayOf = (day: LocalDate): number =>
  (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** @throws WrongUse */
export function readDate(text: string | undefined, today: LocalDate): LocalDate {
  if (text === undefined) return today;
  const day = findDate(text, today);
  if (!day) throw new WrongUse("error.not-a-date", { text });
  return day;
}

/**
 * A day with or without its year or month, as a word (昨天), so many days back (-1), or a weekday:
 * the last one that was, today included; 上周五 is that of the week before this one.
 * @returns undefined for what is no day
 */
export function findDate(text: string, today: LocalDate): LocalDate | undefined {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  const away = words[typed] ?? (/^-\d{1,3}$/.test(typed) ? Number(typed) : undefined);
  if (away !== undefined) return addDays(today, away);
  return findWeekday(typed, today) ?? findCalendarDay(typed, today);
}

function findWeekday(typed: string, today: LocalDate): LocalDate | undefined {
  const [, before, name] = /^(上)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(typed) ?? [];
  if (name === undefined) return undefined;
  const wanted = weekdays.indexOf(name === "天" ? "日" : name);
  const here = weekdayOf(today);
  const back = before ? here - wanted + 7 : (here - wanted + 7) % 7;
  return addDays(today, -back);
}

function findCalendarDay(typed: string, today: LocalDate): LocalDate | undefined {
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  const parts =
    whole ?? /^(?:(\d{4})[-./年])?(?:(\d{1,2})[-./月])(\d{1,2})[日号]?$/.exec(typed) ?? undefined;
  const [, year, month, day] = parts ?? [];
  const alone = /^(\d{1,2})[日号]$/.exec(typed)?.[1];
  const [thisYear, thisMonth] = today.split("-");
  const two = (number: string | undefined) => number?.padStart(2, "0");
  const found = alone
    ? `${thisYear}-${thisMonth}-${two(alone)}`
    : `${year ?? thisYear}-${two(month)}-${two(day)}`;
  return LocalDate.safeParse(found).data;
}

/** @throws WrongUse */
export function readPeriod(text: string | undefined, today: () => LocalDate): Period {
  if (text === undefined) return halfYearOf(today());
  const period = findPeriod(text.toUpperCase()) ?? findPeriodSaid(text, today());
  if (!period) throw new WrongUse("error.not-a-period", { text });
  return period;
}

const counted = /^(\d{1,9})\s*(?:人次|人|次|场|条|篇|期|个|处|支|件|people)?$/u;

/** A whole number, with or without what it counts, as people write it: 35, 35人. */
export function findNumber(text: string): number | undefined {
  const [, digits] = counted.exec(text.normalize("NFKC").trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** @throws WrongUse */
export function readNumber(text: string): number {
  const number = findNumber(text);
  if (number === undefined) throw new WrongUse("error.not-a-number", { text });
  return number;
}
