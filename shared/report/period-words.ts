/**
 * A period as a report names it: 2022年上半年, 2022年第三季度, 2022年度, 2022年上半年（截至5月31日）,
 * 2022年1—5月, and by its days where it does not end with a month. The name that was typed decides: `2022-01-01..2022-06-30` was
 * asked for by its days and is called 2022年1—6月.
 */
import { type LocalDate, lastDayOf, monthOf } from "../words/dates.ts";
import { type Period, type PeriodId, periodOf } from "../words/period.ts";

export function sayPeriod({ id, from, to }: Period): string {
  const year = sayYear(from);
  if (id.includes("..")) return sayStretch(from, to);
  const [name = "", closing] = id.split("@");
  if (closing !== undefined) {
    return `${sayPeriod(periodOf(name as PeriodId))}（截至${sayDay(to)}）`;
  }
  const part = id.slice(5);
  const quarter = /^Q([1-4])$/.exec(part)?.[1];
  if (quarter) return `${year}第${"一二三四"[Number(quarter) - 1]}季度`;
  if (part === "H1") return `${year}上半年`;
  if (part === "H2") return `${year}下半年`;
  return part === "" ? `${year}度` : `${year}${sayMonth(from)}`;
}

function sayStretch(from: LocalDate, to: LocalDate): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (from.endsWith("-01") && to === lastDayOf(monthOf(to))) {
    const start = `${sayYear(from)}${sayMonth(from)}`;
    if (monthOf(from) === monthOf(to)) return start;
    return sameYear
      ? `${sayYear(from)}${Number(from.slice(5, 7))}—${sayMonth(to)}`
      : `${start}至${sayYear(to)}${sayMonth(to)}`;
  }
  const start = `${sayYear(from)}${sayDay(from)}`;
  if (from === to) return start;
  return `${start}至${sameYear ? "" : sayYear(to)}${sayDay(to)}`;
}

/** A day as an official document writes it: 2022年7月5日, without leading zeros. */
export const sayDate = (day: LocalDate): string => `${sayYear(day)}${sayDay(day)}`;

const sayYear = (day: LocalDate): string => `${Number(day.slice(0, 4))}年`;
const sayMonth = (day: LocalDate): string => `${Number(day.slice(5, 7))}月`;
const sayDay = (day: LocalDate): string => `${sayMonth(day)}${Number(day.slice(8))}日`;
