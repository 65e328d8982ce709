/** Days in a query: a day, a month, a period, a range of them, or everything from or up to one. */
import { addDays, LocalDate } from "../../shared/words/dates.ts";
import { findPeriod } from "../../shared/words/period.ts";
import { readDate } from "./dates.ts";

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
const first = "1990-01-01" as LocalDate;
const last = "2100-12-31" as LocalDate;

/**
 * The days that a text means, or undefined where it means none.
 * @param today for 今天 and the like
 * @param year of days that are said without one: that of the period that is looked at
 */
export function findDays(
  text: string,
  today: string,
  year: string = today.slice(0, 4),
): Days | undefined {
  const bound = /^(>=|<=|>|<)(.+)$/.exec(text);
  if (bound) {
    const days = findOne(bound[2] ?? "", today, year);
    if (!days) return undefined;
    switch (bound[1]) {
      case ">=":
        return { from: days.from, to: last };
      case ">":
        return inOrder(next(days.to, 1), last);
      case "<=":
        return { from: first, to: days.to };
      default:
        return inOrder(first, next(days.from, -1));
    }
  }
  const ends = text.split("..");
  if (ends.length === 2) {
    const from = ends[0] === "" ? first : findOne(ends[0] ?? "", today, year)?.from;
    const to = ends[1] === "" ? last : findOne(ends[1] ?? "", today, year)?.to;
    return from && to && text !== ".." ? inOrder(from, to) : undefined;
  }
  return findOne(text, today, year);
}

const inOrder = (from: LocalDate, to: LocalDate): Days | undefined =>
  from <= to ? { from, to } : undefined;

function next(day: LocalDate, by: number): LocalDate {
  const moved = addDays(day, by);
  if (moved < first) return first;
  if (moved > last) return last;
  return moved;
}

/** A bare number is text, not a year: "2022" stands in many titles, and 2022年 says it clearly. */
function findOne(text: string, today: string, year: string): Days | undefined {
  const month = /^(?:(\d{4})[-./年])?(\d{1,2})月$|^(\d{4})[-./](\d{1,2})$/.exec(text);
  const number = month?.[2] ?? month?.[4];
  const named = number
    ? `${month?.[1] ?? month?.[3] ?? year}-${number.padStart(2, "0")}`
    : text.replace(/^(\d{4})年$/, "$1");
  const period = /^\d+$/.test(text) ? undefined : findPeriod(named.toUpperCase());
  if (period) return { from: period.from, to: period.to };
  try {
    const reference = /^\d/.test(text) ? `${year}-01-01` : today;
    const day = readDate(text, LocalDate.parse(reference));
    return { from: day, to: day };
  } catch {
    return undefined; // not a day either: the caller says so, or takes it as text
  }
}
