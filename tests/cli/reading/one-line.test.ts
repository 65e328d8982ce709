import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOneLine } from "../../../cli/reading/one-line.ts";
import { pinyinOf } from "../../../cli/reading/pinyin.ts";
import { Profile } from "../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../shared/words/dates.ts";
import { smallProfile } from "../../support/profile.ts";

const today = "2022-06-11" as LocalDate;
const profile = Profile.parse({
  ...smallProfile,
  kinds: [
    { id: "meeting", label: "会议", attendance: true },
    { id: "study", label: "理论学习", attendance: true },
    { id: "volunteer", label: "志愿服务", quantity: true, attendance: true },
    { id: "old", label: "旧事项", retired: true },
    { id: "inspect", label: "检查", inspects: true },
  ],
  marks: [
    { id: "discussion", label: "研讨" },
    { id: "centre", label: "理论中心组" },
  ],
  units: [
    { id: "east", label: "东洼村", type: smallProfile.unitTypes[0]?.id },
    { id: "west", label: "西洼村", type: smallProfile.unitTypes[0]?.id },
  ],
});
const read = (text: string) => readOneLine(text, profile, today, pinyinOf);

describe("a piece of work as one line", () => {
  test("is its kind, and then in any order day, mark, place and people; the rest is the title", () => {
    const whole = {
      kind: "meeting",
      on: "2022-06-10",
      title: "学习研讨",
      quantity: 1,
      attendance: 35,
      place: "三楼会议室",
      units: [],
      marks: ["discussion"],
    };
    expect(read("会议 学习研讨 @三楼会议室 35人 昨天 #研讨")).toEqual(whole);
    expect(read("会议 #研讨 昨天 学习研讨 ３５人次 ＠三楼会议室")).toEqual(whole);
    expect(read("hy　学习研讨　@三楼会议室　35人　6.10　#yt")).toEqual(whole);
  });

  test("names units by @, and a quantity only where the kind has one", () => {
    expect(read("zyfw 清洁家园 @东洼村 @xwc x3 20人")).toMatchObject({
      kind: "volunteer",
      units: ["east", "west"],
      quantity: 3,
      attendance: 20,
    });
    expect(read("会议 第 3 次例会")).toMatchObject({ title: "第 3 次例会", quantity: 1 });
  });

  test("says nothing where the first word names no kind, or there is no second", () => {
    expect(read("开会 什么")).toBeUndefined();
    expect(read("会议")).toBeUndefined();
    expect(read("旧事项 什么")).toBeUndefined();
    expect(read("检查 什么")).toBeUndefined();
  });

  test("keeps in the title what it does not understand", () => {
    const found = read("会议 例会 #没有的标记 @一处 @二处 13.45");
    expect(found).toMatchObject({ title: "例会 #没有的标记 @二处 13.45", place: "一处" });
  });
});

test("no word is ever dropped", () => {
  const word = fc.stringMatching(/^[一-龥a-zA-Z0-9#@.×]{1,6}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const found = read(`会议 ${words.join(" ")}`);
      const title = found?.title.split(" ").filter(Boolean) ?? [];
      const taken =
        (found?.place ? 1 : 0) + (found?.attendance ? 1 : 0) + (found?.on === today ? 0 : 1);
      const named = words.filter((one) => /^[#@]./.test(one)).length;
      expect(title.length + taken + named).toBeGreaterThanOrEqual(words.length - countToday(words));
      for (const one of title) expect(words).toContain(one);
    }),
  );
});

/** A day that is today's own cannot be told from one that was not said. */
const countToday = (words: readonly string[]): number =>
  words.some((one) => ["6.11", "11号", "20220611"].includes(one)) ? 1 : 0;

test("what was understood, written as one line, is understood the same", () => {
  const title = fc
    .stringMatching(/^[一-龥]{1,8}$/)
    .filter((one) => !["今天", "昨天"].includes(one));
  const entry = fc.record({
    kind: fc.constantFrom(...profile.kinds.slice(0, 3)),
    title,
    day: fc.integer({ min: 1, max: 28 }),
    people: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
    marks: fc.subarray([...profile.marks]),
    units: fc.subarray([...profile.units]),
  });
  fc.assert(
    fc.property(entry, ({ kind, title: said, day, people, marks, units }) => {
      const line = [
        kind.label,
        said,
        `5.${day}`,
        ...(people ? [`${people}人`] : []),
        ...marks.map(({ label }) => `#${label}`),
        ...units.map(({ label }) => `@${label}`),
      ].join(" ");
      expect(read(line)).toEqual({
        kind: kind.id,
        on: `2022-05-${String(day).padStart(2, "0")}`,
        title: said,
        quantity: 1,
        ...(people ? { attendance: people } : {}),
        marks: marks.map(({ id }) => id),
        units: units.map(({ id }) => id),
      });
    }),
  );
});
