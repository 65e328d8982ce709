/**
 * The entries by month. A month is the same object as long as none of its days changed, in one
 * ledger and in the next, so what was counted in it is remembered by it.
 */
import type { Day, EntryTable } from "../ledger/entry-table.ts";
import { type LocalDate, lastDayOf, monthOf } from "../words/dates.ts";
import type { DayRange } from "./scope.ts";

type Days = EntryTable["byDay"];

export interface Month {
  readonly days: readonly { readonly on: LocalDate; readonly day: Day }[];
}

const monthsByTable = new WeakMap<Days, Map<string, Month | undefined>>();
/** By the first of its days that has entries. */
const lastKnown = new WeakMap<Day, Month>();

/** The month given as `2022-06`; undefined where nothing was entered for it. */
export function findMonth(byDay: Days, name: string): Month | undefined {
  const months = monthsByTable.get(byDay) ?? new Map<string, Month | undefined>();
  monthsByTable.set(byDay, months);
  if (months.has(name)) return months.get(name);
  const month = gatherMonth(byDay, name);
  months.set(name, month);
  return month;
}

function gatherMonth(byDay: Days, name: string): Month | undefined {
  const days: { on: LocalDate; day: Day }[] = [];
  for (const on of calendarOf(name)) {
    const day = byDay.get(on);
    if (day) days.push({ on, day });
  }
  const first = days[0];
  if (!first) return undefined;
  const known = lastKnown.get(first.day);
  const isKnown =
    known?.days.length === days.length &&
    known.days.every(({ on, day }, at) => day === days[at]?.day && on === days[at].on);
  if (isKnown) return known;
  const month = { days };
  lastKnown.set(first.day, month);
  return month;
}

const calendars = new Map<string, readonly LocalDate[]>();

/** The days of a month, 2022-06-01 to 2022-06-30. */
function calendarOf(month: string): readonly LocalDate[] {
  const known = calendars.get(month);
  if (known) return known;
  const count = Number(lastDayOf(month).slice(8));
  const days = Array.from(
    { length: count },
    (_, at) => `${month}-${String(at + 1).padStart(2, "0")}` as LocalDate,
  );
  calendars.set(month, days);
  return days;
}

const firstDays = new WeakMap<Days, LocalDate>();

/** The first of the month in which the oldest entry lies. */
export function findFirstOfMonth(byDay: Days): LocalDate | undefined {
  const known = firstDays.get(byDay);
  if (known) return known;
  let oldest: LocalDate | undefined;
  for (const day of byDay.keys()) if (oldest === undefined || day < oldest) oldest = day;
  if (oldest === undefined) return undefined;
  const first = `${monthOf(oldest)}-01` as LocalDate;
  firstDays.set(byDay, first);
  return first;
}

/** The months of a stretch of days, and which of them lie in it as a whole. */
export function monthsWithin(byDay: Days, range: DayRange): { name: string; whole: boolean }[] {
  const from = range.from ?? findFirstOfMonth(byDay);
  if (from === undefined) return [];
  return monthNames({ from, to: range.to }).map((name) => ({
    name,
    whole: from <= `${name}-01` && lastDayOf(name) <= range.to,
  }));
}

/** The names of the months that a stretch touches, oldest first. */
export function monthNames({ from, to }: Required<DayRange>): string[] {
  const names: string[] = [];
  const last = monthOf(to);
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (let name = monthOf(from); name <= last; ) {
    names.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
    name = `${year}-${String(month).padStart(2, "0")}`;
  }
  return names;
}
