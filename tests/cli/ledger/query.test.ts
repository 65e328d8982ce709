import { describe, expect, test } from "vitest";
import { completions } from "../../../cli/reading/complete-query.ts";
import { matchOf } from "../../../cli/reading/match.ts";
import { parseQuery, printQuery, type QueryContext } from "../../../cli/reading/query.ts";
import { sounds } from "../../../cli/reading/sounds.ts";
import { entryAt } from "../../support/entries.ts";

const context: QueryContext = {
  names: {
    kind: [
      { id: "study", label: "集中学习" },
      { id: "help", label: "志愿服务" },
    ],
    unit: [
      { id: "east", label: "东洼村" },
      { id: "west", label: "西河村" },
    ],
    mark: [{ id: "open", label: "公开" }],
  },
  today: "2022-06-15",
  sounds,
};
const parse = (line: string) => parseQuery(line, context);
const days = (line: string) => parse(line).terms;

describe("a query is read word by word, all of which must fit", () => {
  test("kinds, units and marks by label, part of it, id or pinyin", () => {
    for (const line of ["kind:集中学习", "事项:学习", "kind:study", "kind:jzxx", "事项：集中"]) {
      expect([line, parse(line).terms]).toEqual([line, [{ of: "kind", id: "study" }]]);
    }
    expect(parse("unit:东洼 mark:公开 清洁").terms).toEqual([
      { of: "unit", id: "east" },
      { of: "mark", id: "open" },
      { of: "text", text: "清洁" },
    ]);
  });

  test("days: a month, a day, a range, from a day on, up to a day", () => {
    const june = { of: "days", from: "2022-06-01", to: "2022-06-30" };
    for (const line of ["month:6", "6月", "2022-06", "2022年6月", "6.1..6.30", "月:6"]) {
      expect([line, days(line)]).toEqual([line, [june]]);
    }
    expect(days("6.1..6.12")).toEqual([{ of: "days", from: "2022-06-01", to: "2022-06-12" }]);
    expect(days(">=6.1")).toEqual([{ of: "days", from: "2022-06-01", to: "2100-12-31" }]);
    expect(days("＜6.1")).toEqual([{ of: "days", from: "1990-01-01", to: "2022-05-31" }]);
    expect(days(">2022-H1")).toEqual([{ of: "days", from: "2022-07-01", to: "2100-12-31" }]);
    expect(days("今天")).toEqual([{ of: "days", from: "2022-06-15", to: "2022-06-15" }]);
    expect(days("2022年")).toEqual([{ of: "days", from: "2022-01-01", to: "2022-12-31" }]);
  });

  test("a day without a year is of the year that is looked at, today is today", () => {
    const past = { ...context, year: "2019" };
    expect(parseQuery("month:6", past).terms).toMatchObject([{ from: "2019-06-01" }]);
    expect(parseQuery("6.12", past).terms).toMatchObject([{ from: "2019-06-12" }]);
    expect(parseQuery("今天", past).terms).toMatchObject([{ from: "2022-06-15" }]);
  });

  test("a number, a title with signs and a date that is none are text", () => {
    expect(parse("2022").terms).toEqual([{ of: "text", text: "2022" }]);
    expect(parse("6.31").terms).toEqual([{ of: "text", text: "6.31" }]);
    expect(parse('"kind:学习 6月"').terms).toEqual([{ of: "text", text: "kind:学习 6月" }]);
  });

  test("a word that is not understood is said with the nearest known one, and fits nothing away", () => {
    expect(parse("knd:学习").unknown).toEqual([{ word: "knd:学习", nearest: "kind:" }]);
    expect(parse("kind:集中学些").unknown).toEqual([
      { word: "kind:集中学些", nearest: "kind:集中学习" },
    ]);
    expect(parse("is:voide 会").unknown).toEqual([{ word: "is:voide", nearest: "is:voided" }]);
    expect(parse("month:99").unknown).toEqual([{ word: "month:99", nearest: undefined }]);
    expect(parse("kind:").unknown).toEqual([]); // still being typed
  });

  test("nobody's records can be asked for but one's own", () => {
    expect(parse("by:me").terms).toEqual([{ of: "is", state: "mine" }]);
    expect(parse("by:李敏")).toEqual({
      terms: [],
      unknown: [{ word: "by:李敏", nearest: "is:mine" }],
    });
  });
});

describe("a query fits an entry", () => {
  const fits = (line: string, said: Parameters<typeof entryAt>[1] = {}) =>
    matchOf(parse(line), { names: context.names, sounds, seq: () => 10, member: "reader01-1" })(
      entryAt(5, said),
    );

  test("by text, initials and pinyin of its title", () => {
    const said = { title: "重阳节义务植树 COVID" };
    for (const line of ["植树", "covid", "ywzs", "yiwuzhishu", "yiwuzs", "chongyang", "cyj"]) {
      expect([line, fits(line, said)]).toEqual([line, true]);
    }
    for (const line of ["植物", "ywzz", "zhishux"]) {
      expect([line, fits(line, said)]).toEqual([line, false]);
    }
  });

  test("by the label of its kind, a unit or a mark", () => {
    expect(fits("志愿", { kind: "help" })).toBe(true);
    expect(fits("zyfw", { kind: "help" })).toBe(true);
    expect(fits("东洼", { units: ["west", "east"] })).toBe(true);
    expect(fits("公开", { marks: ["open"] })).toBe(true);
    expect(fits("公开")).toBe(false);
  });

  test("by how it stands", () => {
    const voided = { trail: { voided: { seq: 6, by: "reader01-1", reason: "重复" } } };
    expect([fits("is:voided", voided), fits("is:作废")]).toEqual([true, false]);
    expect([fits("is:pending", { trail: { seqs: [5, 11] } }), fits("is:待发")]).toEqual([
      true,
      false,
    ]);
    expect([fits("is:late", { trail: { admitted: 7 } }), fits("is:late")]).toEqual([true, false]);
    const conflicts = [{ about: "void", seq: 7, by: "reader01-1" }];
    expect([fits("is:disputed", { trail: { conflicts } }), fits("is:分歧")]).toEqual([true, false]);
    expect([fits("is:mine"), fits("is:mine", { by: "other001-1" })]).toEqual([true, false]);
  });

  test("several words are and", () => {
    const said = { kind: "study", on: "2022-06-02", title: "安全生产" };
    expect(fits("kind:学习 6月 安全", said)).toBe(true);
    expect(fits("kind:学习 5月 安全", said)).toBe(false);
  });
});

test("Tab completes the word that is typed, the nearest first, and leaves the others", () => {
  expect(completions("清洁 ki", context)).toEqual(["清洁 kind:"]);
  expect(completions("6月 kind:学", context)).toEqual(["6月 kind:集中学习"]);
  expect(completions("unit:xh", context)).toEqual(["unit:西河村"]);
  expect(completions("is:v", context)).toEqual(["is:voided"]);
  expect(completions("是:作", context)).toEqual(["是:作废"]);
  expect(completions("unit:", context)).toEqual(["unit:东洼村", "unit:西河村"]);
});

test("what is printed says what was understood", () => {
  expect(printQuery(parse("事项:学习  6月 清洁"))).toBe('kind:study 2022-06-01..2022-06-30 "清洁"');
});
