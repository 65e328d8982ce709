/**
 * A period (周期): an inclusive pair of days with a name that people can type.
 *
 * `2022-H1` half-year, `2022-Q2` quarter, `2022` year, `2022-06` month. `2022-H1@2022-05-31` is
 * that half-year closed on a day before its end (截至5月31日): of the same kind, with fewer days.
 * `2022-03-05..2022-04-20` is any other stretch. The name tells the days, so a period needs no
 * table: the same name is the same days everywhere. Periods may overlap.
 */
import { z } from "zod";
import { LocalDate, lastDayOf } from "./dates.ts";

export interface Period {
  readonly id: PeriodId;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const periodKinds = ["half-year", "quarter", "year", "month", "stretch"] as const;
export type PeriodKind = (typeof periodKinds)[number];

const shape = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** The period that a name means; undefined where it means none. */
export function findPeriod(name: string): Period | undefined {
  const [from, to, ...more] = name.split("..");
  if (to !== undefined) {
    const days = z.tuple([LocalDate, LocalDate]).safeParse([from, to]);
    if (!days.success || more.length > 0 || days.data[0] > days.data[1]) return undefined;
    return { id: name as PeriodId, from: days.data[0], to: days.data[1] };
  }
  const [base, closing, ...rest] = name.split("@");
  if (base !== undefined && closing !== undefined) {
    const [whole, day] = [findPeriod(base), LocalDate.safeParse(closing).data];
    // Its last day would give one stretch of days two names.
    if (!whole || !day || rest.length > 0 || day < whole.from || day >= whole.to) return undefined;
    return { id: name as PeriodId, from: whole.from, to: day };
  }
  const match = shape.exec(name);
  if (!match) return undefined;
  const [, year, half, quarter, month] = match;
  const [first, last] = half
    ? [half === "1" ? 1 : 7, half === "1" ? 6 : 12]
    : quarter
      ? [Number(quarter) * 3 - 2, Number(quarter) * 3]
      : month
        ? [Number(month), Number(month)]
        : [1, 12];
  const monthName = (of: number) => `${year}-${String(of).padStart(2, "0")}`;
  const start = LocalDate.safeParse(`${monthName(first)}-01`);
  if (!start.success) return undefined;
  return { id: name as PeriodId, from: start.data, to: lastDayOf(monthName(last)) };
}

export const PeriodId = z
  .string()
  .refine((name) => findPeriod(name) !== undefined, { error: "period" })
  .brand<"PeriodId">();
export type PeriodId = z.infer<typeof PeriodId>;

/** The days of a period whose name was already checked. */
export function periodOf(id: PeriodId): Period {
  const period = findPeriod(id);
  if (!period) throw new RangeError(`not a period: ${id}`);
  return period;
}

/** What sort of period a name means, and on which day it is closed early, if it is. */
export function kindOf(id: PeriodId): { readonly kind: PeriodKind; readonly whole: PeriodId } {
  const whole = id.split("@")[0] as PeriodId;
  const part = whole.slice(5);
  if (whole.includes("..")) return { kind: "stretch", whole };
  if (part === "") return { kind: "year", whole };
  if (part.startsWith("H")) return { kind: "half-year", whole };
  return { kind: part.startsWith("Q") ? "quarter" : "month", whole };
}

/** The period of that kind in which a day lies; a stretch has no others beside it. */
export function periodAround(day: LocalDate, kind: Exclude<PeriodKind, "stretch">): Period {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (kind) {
    case "month":
      return periodOf(day.slice(0, 7) as PeriodId);
    case "quarter":
      return periodOf(`${year}-Q${Math.ceil(month / 3)}` as PeriodId);
    case "half-year":
      return periodOf(`${year}-H${month <= 6 ? 1 : 2}` as PeriodId);
    case "year":
      return periodOf(year as PeriodId);
  }
}

export const isWithin = (day: LocalDate, period: Pick<Period, "from" | "to">): boolean =>
  period.from <= day && day <= period.to;

/** The half-year in which a day lies: the office's default period. */
export const halfYearOf = (day: LocalDate): Period => periodAround(day, "half-year");

/** From the first day of the period's year to its last day. */
export const yearToDate = (period: Period): Pick<Period, "from" | "to"> => ({
  from: `${period.to.slice(0, 4)}-01-01` as LocalDate,
  to: period.to,
});
