import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDate, readDate, readNumber, weekdayOf } from "../../../cli/reading/dates.ts";
import { addDays, daysBetween, type LocalDate } from "../../../shared/words/dates.ts";

const saturday = "2022-06-11" as LocalDate;

describe("a day as people type it", () => {
  test.each([
    ["今天", "2022-06-11"],
    ["昨天", "2022-06-10"],
    ["大前天", "2022-06-08"],
    ["-1", "2022-06-10"],
    ["－３", "2022-06-08"],
    ["6.1", "2022-06-01"],
    ["6-1", "2022-06-01"],
    ["６月１日", "2022-06-01"],
    ["6月1号", "2022-06-01"],
    ["9号", "2022-06-09"],
    ["2021.12.31", "2021-12-31"],
    ["2021年12月31日", "2021-12-31"],
    ["20211231", "2021-12-31"],
    ["周六", "2022-06-11"],
    ["周五", "2022-06-10"],
    ["星期日", "2022-06-05"],
    ["上周五", "2022-06-03"],
    ["上周日", "2022-06-05"],
  ])("%s is %s on Saturday, 11 June 2022", (typed, day) => {
    expect(findDate(typed, saturday)).toBe(day);
  });

  test.each(["", "6", "13.1", "2.30", "会议", "35人", "周八", "12345678", "6.1.2"])(
    "%j is none, and no other day is guessed",
    (typed) => {
      expect(findDate(typed, saturday)).toBeUndefined();
      expect(() => readDate(typed, saturday)).toThrow();
    },
  );
});

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays("1990-01-01" as LocalDate, days));

test("a day is understood in every shape in which it is written", () => {
  fc.assert(
    fc.property(anyDay, anyDay, (day, today) => {
      const [year = "", month = "", date = ""] = day.split("-");
      const [m, d] = [Number(month), Number(date)];
      for (const typed of [
        day,
        `${year}.${m}.${d}`,
        `${year}年${m}月${d}日`,
        `${year}/${month}/${date}`,
      ])
        expect(findDate(typed, today)).toBe(day);
      expect(findDate(`${m}.${d}`, day)).toBe(day);
    }),
  );
});

test("a weekday is one of the last seven days, that of last week is in the week before", () => {
  fc.assert(
    fc.property(anyDay, fc.nat({ max: 6 }), (today, at) => {
      const name = "一二三四五六日"[at];
      const day = findDate(`周${name}`, today) as LocalDate;
      expect(weekdayOf(day)).toBe(at);
      expect(daysBetween(day, today)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(day, today)).toBeLessThan(7);
      const before = findDate(`上周${name}`, today) as LocalDate;
      const monday = addDays(today, -weekdayOf(today));
      expect(weekdayOf(before)).toBe(at);
      expect(before >= addDays(monday, -7) && before < monday).toBe(true);
    }),
  );
});

test("a number may be typed full-width", () => {
  expect(readNumber("３５")).toBe(35);
  expect(() => readNumber("三十五")).toThrow();
});
