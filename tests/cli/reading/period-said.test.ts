import { expect, test } from "vitest";
import { findPeriodSaid, neighbour, otherKind } from "../../../cli/reading/period-said.ts";
import type { LocalDate } from "../../../shared/words/dates.ts";
import { type PeriodId, periodOf } from "../../../shared/words/period.ts";

const today = "2022-07-05" as LocalDate;

test.each([
  ["2022-h1", "2022-H1"],
  ["上半年", "2022-H1"],
  ["2021年下半年", "2021-H2"],
  ["去年下半年", "2021-H2"],
  ["H2", "2022-H2"],
  ["第三季度", "2022-Q3"],
  ["2021年四季度", "2021-Q4"],
  ["q1", "2022-Q1"],
  ["2022Q3", "2022-Q3"],
  ["6月", "2022-06"],
  ["2021年12月份", "2021-12"],
  ["2022年", "2022"],
  ["2022年度", "2022"],
  ["全年", "2022"],
  ["去年", "2021"],
  ["截至5月31日", "2022-H1@2022-05-31"],
  ["截至6月30日", "2022-H1"],
  ["全年截至11月25日", "2022@2022-11-25"],
  ["2021年上半年（截至5月31日）", "2021-H1@2021-05-31"],
  ["2022-H1@2022-05-31", "2022-H1@2022-05-31"],
  ["上半年@5.31", "2022-H1@2022-05-31"],
  ["2022-03-05..2022-04-20", "2022-03-05..2022-04-20"],
])("%s is %s", (said, id) => {
  expect(findPeriodSaid(said, today)?.id).toBe(id);
});

test.each(["", "度", "五季度", "13月", "截至", "上半年截至8月1日", "半年", "会议"])(
  "%j is no period",
  (said) => {
    expect(findPeriodSaid(said, today)).toBeUndefined();
  },
);

const of = (id: string) => periodOf(id as PeriodId);
test.each([
  ["2022-H1", "2021-H2", "2022-H2", "2022-Q2"],
  ["2022-Q1", "2021-Q4", "2022-Q2", "2022-03"],
  ["2022", "2021", "2023", "2022-H2"],
  ["2022-12", "2022-11", "2023-01", "2022"],
  ["2022-H1@2022-05-31", "2021-H2", "2022-H2", "2022-Q2"],
  ["2022-03-05..2022-04-20", "2022-H1", "2022-H1", "2022-Q2"],
])("around %s lie %s and %s, and of another kind %s", (id, before, after, other) => {
  expect(neighbour(of(id), -1).id).toBe(before);
  expect(neighbour(of(id), 1).id).toBe(after);
  expect(otherKind(of(id), 1).id).toBe(other);
});
