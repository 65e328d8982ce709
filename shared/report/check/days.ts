/**
 * Words for a stretch of days, as a report on a period means them: 全年, 第三季度, 2021年下半年,
 * 1—5月. A day (6月15日) is such a stretch too, of one day.
 */
import { type LocalDate, lastDayOf } from "../../words/dates.ts";
import type { Period } from "../../words/period.ts";

export interface SaidDays {
  readonly at: number;
  readonly end: number;
  readonly said: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** A time that a report sums up, not the day or month of a single act. */
  readonly isSpan: boolean;
}

/** Said of what is to come; a number in it was counted by nobody. */
export const isPlan = (text: string): boolean =>
  /计划|拟|将|预计|力争|确保|争取|打算|目标|不少于|至少|下一步/u.test(text);

const numerals = "一二三四";
const pattern = new RegExp(
  "(?<year>\\d{4}年度?|今年|本年度?|去年|上年度?|明年)?(?:" +
    "(?<half>[上下]半年)|(?<firstQuarters>前[一二三1-3]个?季度)|第?(?<quarter>[一二三四1-4])季度" +
    "|(?<first>\\d{1,2})月?(?:份)?[—–~至到-](?<last>\\d{1,2})月|(?<month>\\d{1,2})月份?(?:(?<day>\\d{1,2})[日号])?)" +
    "|(?<whole>全年度?|(?:\\d{4}年度?|今年|去年|上年度?|明年)(?=[，,、]|共|全|累|以?来))",
  "gu",
);

/**
 * The stretches that a text names, in its order; what is no day of the calendar is none. One that is
 * closed early, 上半年（截至5月31日）, ends on that day.
 */
export const daysSaidIn = (text: string, period: Period): SaidDays[] =>
  stretchesIn(text, period).map((days) => (days.isSpan ? endedEarly(days, text) : days));

function endedEarly(days: SaidDays, text: string): SaidDays {
  const closing = /^[（(]截[至止](\d{1,2})月(\d{1,2})日[）)]/u.exec(text.slice(days.end));
  if (!closing) return days;
  const [whole, month = "", day = ""] = closing;
  const to = `${days.to.slice(0, 5)}${month.padStart(2, "0")}-${day.padStart(2, "0")}` as LocalDate;
  const isInside = to >= days.from && to <= days.to;
  return isInside ? { ...days, to, end: days.end + whole.length, said: days.said + whole } : days;
}

function stretchesIn(text: string, period: Period): SaidDays[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { half, firstQuarters, quarter, first, last, month, day, whole } = match.groups ?? {};
    const said = match[0];
    const year = yearOf(match.groups?.year ?? whole ?? "", period);
    const place = { at: match.index, end: match.index + said.length, said };
    const months = (from: number, to: number, isSpan: boolean): SaidDays[] => {
      if (from < 1 || to > 12 || from > to) return [];
      return [{ ...place, from: firstDay(year, from), to: lastDay(year, to), isSpan }];
    };
    if (whole) return months(1, 12, true);
    if (half) return half === "上半年" ? months(1, 6, true) : months(7, 12, true);
    if (firstQuarters) return months(1, quarterOf(firstQuarters[1]) * 3, true);
    if (quarter) return months(quarterOf(quarter) * 3 - 2, quarterOf(quarter) * 3, true);
    if (first && last) return months(Number(first), Number(last), true);
    if (!month) return [];
    const [inMonth] = months(Number(month), Number(month), false);
    if (!inMonth || day === undefined) return inMonth ? [inMonth] : [];
    const on = `${inMonth.from.slice(0, 8)}${day.padStart(2, "0")}` as LocalDate;
    return on >= inMonth.from && on <= inMonth.to ? [{ ...inMonth, from: on, to: on }] : [];
  });
}

/** The period's own year, where none is said. */
function yearOf(said: string, { to }: Period): number {
  const own = Number(to.slice(0, 4));
  if (/^\d/.test(said)) return Number(said.slice(0, 4));
  if (said.startsWith("去年") || said.startsWith("上年")) return own - 1;
  return said.startsWith("明年") ? own + 1 : own;
}

const quarterOf = (sign = ""): number =>
  numerals.includes(sign) ? numerals.indexOf(sign) + 1 : Number(sign);

const monthName = (year: number, month: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
const firstDay = (year: number, month: number) => `${monthName(year, month)}-01` as LocalDate;
const lastDay = (year: number, month: number) => lastDayOf(monthName(year, month));
