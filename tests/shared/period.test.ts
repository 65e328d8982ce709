import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, LocalDate } from "../../shared/words/dates.ts";
import {
  findPeriod,
  halfYearOf,
  isWithin,
  kindOf,
  type PeriodId,
  periodAround,
  periodOf,
} from "../../shared/words/period.ts";

const anyDay = fc
  .date({ min: new Date("1991-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((moment) => LocalDate.parse(moment.toISOString().slice(0, 10)));

test.each([
  ["2022-H1", "2022-01-01", "2022-06-30"],
  ["2022-H2", "2022-07-01", "2022-12-31"],
  ["2024-Q1", "2024-01-01", "2024-03-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2022", "2022-01-01", "2022-12-31"],
  ["2022-01-01..2022-05-31", "2022-01-01", "2022-05-31"],
  ["2022-H1@2022-05-31", "2022-01-01", "2022-05-31"],
  ["2022@2022-11-25", "2022-01-01", "2022-11-25"],
  ["2022-Q3@2022-07-01", "2022-07-01", "2022-07-01"],
])("the name %s tells its days", (name, from, to) => {
  expect(findPeriod(name)).toEqual({ id: name, from, to });
});

test.each([
  "2022-H1@2022-06-30", // that is 2022-H1
  "2022-H1@2022-07-01",
  "2022-H1@2021-12-31",
  "2022-H1@",
  "2022-H1@2022-05-31@2022-04-30",
  "2022-H1@2022-5-31",
  "2022-H3",
  "2022-13",
  "1899",
  "2022-05-31..2022-01-01",
  "",
  "2022-02-30..2022-03-01",
])("%j is no period", (name) => {
  expect(findPeriod(name)).toBeUndefined();
});

test("a period is of one kind, closed early or not, and lies around its days", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom("month", "quarter", "half-year", "year"), (day, kind) => {
      const whole = periodAround(day, kind);
      expect(isWithin(day, whole)).toBe(true);
      expect(kindOf(whole.id)).toEqual({ kind, whole: whole.id });
      if (day === whole.to) return;
      const early = periodOf(`${whole.id}@${day}` as PeriodId);
      expect(early).toEqual({ id: early.id, from: whole.from, to: day });
      expect(kindOf(early.id)).toEqual({ kind, whole: whole.id });
    }),
  );
});

test("every day lies in exactly one half-year, and not in its neighbours", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const half = halfYearOf(day);
      expect(isWithin(day, half)).toBe(true);
      expect(halfYearOf(addDays(half.to, 1)).from).toBe(addDays(half.to, 1));
      expect(isWithin(addDays(half.from, -1), half)).toBe(false);
    }),
  );
});

test("days are counted without a time zone", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -360, max: 360 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});

test.each(["2022-02-29", "2022-6-3", "1989-12-31", "2101-01-01", "2022-00-10"])(
  "%s is not a day of the calendar",
  (text) => {
    expect(LocalDate.safeParse(text).success).toBe(false);
  },
);
