/**
 * Days as plain local dates. No time zone can shift them: they are text, `2022-06-30`, and text
 * order is the order of days. Instants (when an operation was received) are UTC.
 */
import { z } from "zod";

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (year < 1990 || year > 2100 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
};

/** A day of the office's calendar, 1990-01-01 to 2100-12-31. */
export const LocalDate = z.string().refine(isLocalDate, { error: "date" }).brand<"LocalDate">();
export type LocalDate = z.infer<typeof LocalDate>;

/** A moment in UTC, to the millisecond, as `Date.toISOString` writes it. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

export const instantOf = (moment: Date): Instant => moment.toISOString() as Instant;

/** A calendar takes a while to make, and screens ask for the day at every key. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  calendars.set(timeZone, made);
  return made;
}

/** The day that a clock on the office's wall shows at this moment. */
export const localDateIn = (timeZone: string, moment: Date): LocalDate =>
  LocalDate.parse(calendarOf(timeZone).format(moment));

/** The last moment of a day on the office's wall. */
export function endOfDay(timeZone: string, day: LocalDate): Instant {
  const noon = Date.parse(`${day}T12:00:00.000Z`);
  let within = noon - 27 * 3_600_000; // this day or an earlier one, in any time zone
  let beyond = noon + 39 * 3_600_000;
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (localDateIn(timeZone, new Date(middle)) <= day) within = middle;
    else beyond = middle;
  }
  return instantOf(new Date(within));
}

/** The month of a day, `2022-06`. */
export const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** The last day of a month given as `2022-06`. */
export function lastDayOf(month: string): LocalDate {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(days).padStart(2, "0")}` as LocalDate;
}

const epochDay = (day: LocalDate): number => Date.parse(`${day}T00:00:00.000Z`) / 86_400_000;

/** The day so many days later (earlier, if negative). */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date((epochDay(day) + days) * 86_400_000).toISOString().slice(0, 10) as LocalDate;

/** How many days lie between: 0 on the same day, positive when `to` is later. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  epochDay(to) - epochDay(from);
