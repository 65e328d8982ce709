/**
 * The day of an act as sheets give it: a real date, a number, or one of the many ways to write one.
 *
 * A stretch of days counts on its first. A day without a year needs one from elsewhere; where a
 * day could be two (6.3 kept as a number may have been typed as 6.30), it is not guessed.
 */
import { LocalDate } from "../../shared/words/dates.ts";
import type { Cell } from "../reading/sheet/cells.ts";
import { dayOfSerial } from "../reading/sheet/number-formats.ts";
import { findChineseNumber, findChineseYear } from "./numerals.ts";

export type WrongDay = "not-a-date" | "no-year" | "no-day" | "unclear-day" | "unclear-year";
export type Day =
  | { readonly day: LocalDate; readonly stretch?: string } // as it stands in the sheet
  | { readonly wrong: WrongDay };

export interface DayContext {
  readonly year?: number | undefined;
  readonly from1904: boolean;
}

export function readDay(cell: Cell, context: DayContext): Day {
  if (cell.day) return { day: cell.day };
  if (cell.number === undefined) return readDayText(cell.text, context);
  const { number } = cell;
  if (number >= 19_900_101 && Number.isInteger(number)) return readDayText(String(number), context);
  if (number > 31_411) {
    const day = dayOfSerial(number, context.from1904);
    return day === undefined ? { wrong: "not-a-date" } : { day };
  }
  const [, month = "", day = ""] = /^(\d{1,2})\.([123])$/.exec(cell.text) ?? [];
  const couldBe = (text: string) => "day" in readDayText(text, { ...context, year: 2024 });
  if (day !== "" && couldBe(`${month}.${day}`) && couldBe(`${month}.${day}0`)) {
    return { wrong: "unclear-day" };
  }
  return readDayText(cell.text, context);
}

const weekday = "(?:[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?)?";
const hour = "(?:\\d{1,2}(?::\\d{2}(?::\\d{2}(?:\\.\\d+)?)?|[时点](?:\\d{1,2}分?|半|整)?))";
const partOfDay = "(?:上午|下午|中午|晚上|晚间|早上|早晨|凌晨|全天|晚)?";
const clock = `(?:[T ]?${partOfDay}(?:${hour}(?:[-~至到]${partOfDay}${hour})?)?)Z?`;
const tail = `${weekday}${clock}${weekday}$`;
const oneDay = new RegExp(
  `^(?:(\\d{4}|\\d{2})(年|[-./]))?(\\d{1,2})(月|[-./])(\\d{1,2})(日|号)?${tail}`,
);
const endOfStretch = new RegExp(
  `^(?:(?:(?:\\d{4})[-./年])?\\d{1,2}[-./月])?\\d{1,2}(?:日|号)?${tail}`,
);
const monthOnly = /^(?:\d{4}[-./年])?\d{1,2}月(?:份|初|中|底|末|[上中下]旬)?$|^\d{4}[-./]\d{1,2}$/;

/** @param text what stands in the cell, with full-width signs and Chinese numerals as they are */
export function readDayText(text: string, context: DayContext): Day {
  const typed = withDigits(
    text
      .normalize("NFKC")
      .trim()
      .replaceAll(/\s+/g, " ")
      .replaceAll(/(?<!\d) | (?!\d)/g, "")
      .replaceAll(/[。．]/g, ".")
      .replaceAll(/[–—―－]+/g, "-")
      .replaceAll("〜", "~"),
  );
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  if (whole) return dayOf(whole[1], whole[2], whole[3]);
  if (/^\d{5}$/.test(typed)) {
    const day = dayOfSerial(Number(typed), context.from1904);
    return day === undefined ? { wrong: "not-a-date" } : { day };
  }
  const single = readSingle(typed, context);
  if (single) return single;
  for (let at = typed.search(/[-~至到]/); at > 0; at = nextSign(typed, at)) {
    const first = readSingle(typed.slice(0, at), context);
    const rest = typed.slice(at).replace(/^[-~至到]+/, "");
    if (first && endOfStretch.test(rest)) {
      return "day" in first ? { ...first, stretch: text.trim() } : first;
    }
  }
  return { wrong: monthOnly.test(typed) ? "no-day" : "not-a-date" };
}

function nextSign(typed: string, after: number): number {
  const next = typed.slice(after + 1).search(/[-~至到]/);
  return next < 0 ? -1 : after + 1 + next;
}

function readSingle(typed: string, { year: known }: DayContext): Day | undefined {
  const match = oneDay.exec(typed);
  if (!match) return undefined;
  const [, year, , month, sign, day, ending] = match;
  if (sign === "-" && ending && year === undefined) return undefined; // 6-8日: two days of a month
  if (year === undefined)
    return known === undefined ? wrongOr(month, day) : dayOf(known, month, day);
  if (year.length === 4) return dayOf(year, month, day);
  return Number(year) > 12 ? dayOf(`20${year}`, month, day) : { wrong: "unclear-year" };
}

/** Without a year: what is no day in any of them is no day. */
const wrongOr = (month: string | undefined, day: string | undefined): Day =>
  "wrong" in dayOf(2024, month, day) ? { wrong: "not-a-date" } : { wrong: "no-year" };

function dayOf(year: unknown, month: unknown, day: unknown): Day {
  const two = (number: unknown) => String(number).padStart(2, "0");
  const found = LocalDate.safeParse(`${year}-${two(month)}-${two(day)}`);
  return found.success ? { day: found.data } : { wrong: "not-a-date" };
}

/** 二〇二二年六月三日 → 2022年6月3日. */
const withDigits = (text: string): string =>
  text.replaceAll(/([〇○零一二三四五六七八九十廿]{1,4})(?=[年月日号])/g, (numeral) =>
    String(findChineseYear(numeral) ?? findChineseNumber(numeral) ?? numeral),
  );

/** The year that a title, a sheet's or a file's name is about, if it is one. */
export function findYear(text: string): number | undefined {
  const typed = withDigits(text.normalize("NFKC"));
  const found = [
    ...typed.matchAll(/(?<!\d)(19\d{2}|20\d{2})(?=年|度|[-_.]?(?:H[12]|Q[1-4])|[^\d]|$)/gi),
  ];
  const years = new Set(found.map(([, year]) => Number(year)));
  const [year] = years;
  return years.size === 1 ? year : undefined;
}
