import { describe, expect, test } from "vitest";
import { annexOf } from "../../shared/report/annex.ts";
import { compose } from "../../shared/report/compose.ts";
import { logged, period, profileWith, tell, times } from "../support/told.ts";

const meetings = (id: string, label: string, question: object = {}, more: object = {}) => ({
  id,
  label,
  unit: "次",
  question: { of: "entries", measure: "count", where: { kinds: ["meeting"] }, ...question },
  ...more,
});
const profile = profileWith({
  units: [
    { id: "office", label: "办公室", type: "self" },
    { id: "east", label: "东村", type: "village" },
    { id: "west", label: "西村", type: "village" },
  ],
  indicators: [
    meetings("meetings", "会议"),
    meetings("open-meetings", "公开会议", { where: { kinds: ["meeting"], marks: ["open"] } }),
    meetings(
      "help",
      "志愿服务",
      { measure: "sum-quantity", where: { kinds: ["help"] } },
      {
        wording: { rule: "floored" },
        scope: "year",
      },
    ),
    {
      id: "share",
      label: "公开率",
      question: { of: "rate", part: "open-meetings", whole: "meetings" },
    },
  ],
  outline: {
    title: ["报告"],
    body: [
      { paragraph: "开会{meetings}，志愿服务{help}，公开率{share}。" },
      { paragraph: "会议{meetings:bare}场，公开{open-meetings}。" },
    ],
  },
});
const ledger = tell(
  profile,
  logged("meeting", { title: "春耕", units: ["east", "west"], marks: ["open"] }),
  logged("meeting", { title: "防汛", on: "2022-02-01", units: ["east"] }),
  logged("meeting", { title: "例会", on: "2022-06-30" }),
  ...times(3, () => logged("help", { title: "清扫", quantity: 5 })),
);
const document = compose(ledger, period());
if (!document) throw new Error("no document");
const annex = annexOf(document, ledger);

describe("every figure of the report is in the annex", () => {
  test("once, in the order of the report, with every way in which it is printed", () => {
    expect(
      annex.figures.map(({ number, id, value, printed, count }) => [
        number,
        id,
        value,
        printed,
        count,
      ]),
    ).toEqual([
      [1, "meetings", 3, ["3次", "3"], 3],
      [2, "help", 15, ["10余次"], 3],
      [3, "share", 33.33, ["33.33%"], 3],
      [4, "open-meetings", 1, ["1次"], 1],
    ]);
  });

  test("with its rule in words", () => {
    expect(annex.figures.map(({ rule }) => rule)).toEqual([
      "事项“会议”的记录条数；2022年1月1日至2022年6月30日",
      "事项“志愿服务”的记录的数量之和；2022年1月1日至2022年6月30日；取整，不足部分记“余”，单位“次”",
      "“公开会议”占“会议”的百分比；2022年1月1日至2022年6月30日",
      "事项“会议”、标记“公开”的记录条数；2022年1月1日至2022年6月30日",
    ]);
  });

  test("with its records, by day", () => {
    expect(annex.figures[0]?.sources.map(({ id, on, title }) => [id, on, title])).toEqual([
      ["told0001-3", "2022-02-01", "防汛"],
      ["told0001-2", "2022-03-01", "春耕"],
      ["told0001-4", "2022-06-30", "例会"],
    ]);
  });
});

test("a figure with exactly the records of an earlier one names it; with some of them it does not", () => {
  const help = { where: { kinds: ["help"] } };
  const alike = profileWith({
    indicators: [
      meetings("meetings", "会议"),
      meetings("attendance", "到会人次", { measure: "sum-attendance" }),
      meetings("open-meetings", "公开会议", { where: { kinds: ["meeting"], marks: ["open"] } }),
      meetings("others", "其他会议", { where: { kinds: ["talk"] } }),
      meetings("help", "志愿服务", help),
      meetings("helped", "志愿服务件数", { measure: "sum-quantity", ...help }),
      meetings("help-of-year", "全年志愿服务", help, { scope: "year" }),
    ],
    outline: {
      title: ["报告"],
      body: [
        { paragraph: "{meetings}{attendance}{open-meetings}{others}" },
        { paragraph: "{help}{helped}{help-of-year}" },
      ],
    },
  });
  const told = tell(
    alike,
    logged("meeting", { attendance: 8, marks: ["open"] }),
    logged("meeting", { attendance: 20 }),
    ...times(2, () => logged("help", { quantity: 5 })),
  );
  const said = compose(told, period());
  const figures = said ? annexOf(said, told).figures : [];
  expect(figures.map(({ number, count, sameAs }) => [number, count, sameAs?.number])).toEqual([
    [1, 2, undefined],
    [2, 2, 1],
    [3, 1, undefined],
    [4, 0, undefined],
    [5, 2, undefined], // as many, but others
    [6, 2, 5],
    [7, 2, 5],
  ]);
  // What a later one adds up stands where the records are listed.
  expect(figures.map(({ sums }) => [...sums].join())).toEqual([
    ...["attendance", "attendance", "", "", "quantity", "quantity", ""],
  ]);
  for (const { value, sums, sources } of figures.slice(1, 2).concat(figures.slice(5, 6))) {
    const [sum = "quantity"] = sums;
    expect(sources.reduce((whole, record) => whole + (record[sum] ?? 0), 0)).toBe(value);
  }
  for (const { sources, sameAs } of figures) {
    if (sameAs)
      expect(sources.map(({ id }) => id)).toEqual(
        figures[sameAs.number - 1]?.sources.map(({ id }) => id),
      );
  }
});

test("by unit: the total is the office's own, what several did together counts in each row", () => {
  expect(annex.units?.columns.map(({ id, total }) => [id, total])).toEqual([
    ["meetings", 3],
    ["open-meetings", 1],
  ]);
  expect(annex.units?.rows.map(({ label, values }) => [label, ...values])).toEqual([
    ["办公室", 1, 0],
    ["东村", 2, 1],
    ["西村", 1, 1],
  ]);
});

test("where nothing differs between units there is no table of them", () => {
  const alone = tell(profile, logged("meeting"));
  const said = compose(alone, period());
  expect(said && annexOf(said, alone).units).toBeUndefined();
});
