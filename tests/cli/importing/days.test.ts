import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findYear, readDay, readDayText } from "../../../cli/importing/days.ts";
import { addDays, type LocalDate } from "../../../shared/words/dates.ts";

const context = { year: 2022, from1904: false };
const read = (text: string) => readDayText(text, context);
const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays("1990-01-01" as LocalDate, days));

/** Every way in which offices write a day that has its year. */
const ways: readonly ((year: number, month: number, day: number) => string)[] = [
  (y, m, d) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => ` ${y} 年 ${m} 月 ${d} 号 `,
  (y, m, d) => `${y}. ${m}. ${d}`,
  (y, m, d) => `${y}${String(m).padStart(2, "0")}${String(d).padStart(2, "0")}`,
  (y, m, d) => `${y}-${m}-${d} 14:30:00`,
  (y, m, d) => `${y}年${m}月${d}日（星期五）下午3点`,
  (y, m, d) => fullWidth(`${y}．${m}．${d}`),
  (y, m, d) => `${chineseYear(y)}年${chinese(m)}月${chinese(d)}日`,
];
const fullWidth = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const chineseYear = (year: number) =>
  Array.from(String(year), (digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
/** 1 to 31, spelt by hand and not by the program. */
const chinese = (number: number) => {
  const units = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  const tens = ["", "十", "二十", "三十"];
  return `${tens[Math.floor(number / 10)]}${units[number % 10]}`;
};

test("a day is read back in every way to write it, and as the number that workbooks keep", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(ways.length - 1), (day, way) => {
      const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
      expect(read(ways[way]?.(year, month, date) ?? "")).toEqual({ day });
      const serial = (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
      expect(readDay({ text: String(serial), number: serial }, context)).toEqual({ day });
      const in1904 = { text: String(serial - 1462), number: serial - 1462 };
      expect(readDay(in1904, { ...context, from1904: true })).toEqual({ day });
    }),
  );
});

test("a stretch counts on its first day, whatever stands between the two", () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom("-", "—", "－", "~", "～", "至", "到"),
      (day, days, sign) => {
        const end = addDays(day, days);
        const say = (one: string) => one.replaceAll("-", ".");
        const text = `${say(day)}${sign}${say(end)}`;
        expect(read(text)).toEqual({ day, stretch: text });
      },
    ),
  );
  for (const text of ["6月3日-5日", "6月3日至6月5日", "6.3-6.5", "2022年6月3日—5日", "6.3-5"]) {
    expect([text, read(text)]).toEqual([text, { day: "2022-06-03", stretch: text }]);
  }
});

test.each([
  ["6月3日", { day: "2022-06-03" }],
  ["6.3", { day: "2022-06-03" }],
  ["6/3", { day: "2022-06-03" }],
  ["22.6.3", { day: "2022-06-03" }],
  ["12.6.3", { wrong: "unclear-year" }],
  ["2月29日", { wrong: "not-a-date" }],
  ["2022年6月", { wrong: "no-day" }],
  ["2022.06", { wrong: "no-day" }],
  ["6月上旬", { wrong: "no-day" }],
  ["6-8日", { wrong: "not-a-date" }],
  ["全年", { wrong: "not-a-date" }],
  ["合计", { wrong: "not-a-date" }],
  ["1899.1.1", { wrong: "not-a-date" }],
] as const)("%s", (text, day) => expect(read(text)).toEqual(day));

describe("what could be two days, or is none, is not guessed", () => {
  test("6.3 kept as a number may have been 6.30; as text, or with two places, it may not", () => {
    expect(readDay({ text: "6.3", number: 6.3 }, context)).toEqual({ wrong: "unclear-day" });
    expect(readDay({ text: "6.30", number: 6.3 }, context)).toEqual({ day: "2022-06-30" });
    expect(readDay({ text: "6.8", number: 6.8 }, context)).toEqual({ day: "2022-06-08" });
    // there is no 30 February
    expect(readDay({ text: "2.3", number: 2.3 }, context)).toEqual({ day: "2022-02-03" });
  });
  test("a day without a year needs one", () => {
    expect(readDayText("6月3日", { from1904: false })).toEqual({ wrong: "no-year" });
    expect(readDayText("6月31日", { from1904: false })).toEqual({ wrong: "not-a-date" });
  });
  test("whatever stands there, the answer is a day or a reason, and quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const day = read(text);
        if ("day" in day) expect(day.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        else expect(day.wrong).toBeTruthy();
      }),
    );
    const started = performance.now();
    for (const long of ["1-".repeat(20_000), "2022.6.3".repeat(5_000), "年".repeat(30_000)]) {
      read(long);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

test("the year of a title is found where it is one", () => {
  expect(findYear("青禾镇2022年上半年台账")).toBe(2022);
  expect(findYear("二〇二二年度工作台账")).toBe(2022);
  expect(findYear("台账2022-H1")).toBe(2022);
  expect(findYear("2021-2022年台账")).toBeUndefined();
  expect(findYear("台账20220603")).toBeUndefined();
  expect(findYear("工作台账")).toBeUndefined();
});
