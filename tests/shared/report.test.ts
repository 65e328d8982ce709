import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import { compose } from "../../shared/report/compose.ts";
import { type Document, figuresOf, inlinesOf } from "../../shared/report/document.ts";
import { explain } from "../../shared/report/explain.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { sayPeriod } from "../../shared/report/period-words.ts";
import { toPlainLines } from "../../shared/words/plain-text.ts";
import { smallProfile } from "../support/profile.ts";
import {
  adopted,
  closed,
  logged,
  period,
  profileWith,
  stated,
  type Told,
  tell,
  tellOn,
  times,
} from "../support/told.ts";

const count = (id: string, label: string, unit: string, where: object, more: object = {}) => ({
  id,
  label,
  unit,
  question: { of: "entries", measure: "count", where },
  ...more,
});
const indicators = [
  count("meetings", "会议", "次", { kinds: ["meeting"] }),
  count("open-meetings", "公开会议", "次", { kinds: ["meeting"], marks: ["open"] }),
  {
    id: "help",
    label: "志愿服务活动",
    unit: "次",
    question: { of: "entries", measure: "sum-quantity", where: { kinds: ["help"] } },
    wording: { rule: "floored", to: 100 },
  },
  {
    id: "topics",
    label: "议题",
    unit: "个",
    question: { of: "entries", measure: "list-titles", where: { kinds: ["meeting"] } },
  },
  {
    id: "villages-met",
    label: "开会的村",
    unit: "个",
    question: { of: "entries", measure: "distinct-units", where: { kinds: ["meeting"] } },
  },
  {
    id: "villages",
    label: "村",
    unit: "个",
    question: { of: "roster", measure: "units", where: { unitTypes: ["village"] } },
  },
  {
    id: "coverage",
    label: "覆盖率",
    question: { of: "rate", part: "villages-met", whole: "villages" },
  },
  {
    id: "checked",
    label: "专项检查",
    question: { of: "entries", measure: "done", where: { kinds: ["check"] } },
  },
];

const reportOn = (body: readonly object[], happened: readonly Told[] = [], outline = {}) =>
  document(tell(officeWith(body, outline), ...happened));
const officeWith = (body: readonly object[], outline: object = {}) =>
  profileWith({ indicators, outline: { title: ["{office}{period}报告"], body, ...outline } });
function document(ledger: Ledger, name = "2022-H1"): Document {
  const composed = compose(ledger, period(name));
  if (!composed) throw new Error("no profile was adopted");
  return composed;
}
/** What stands under the title. */
const bodyOf = (report: Document) => toText(report).trimEnd().split("\n\n").slice(1);

describe("the report is a tree before it is text", () => {
  test("an office without a profile has no report", () => {
    expect(compose(emptyLedger, period())).toBeUndefined();
  });

  test("the title stands on two lines with an empty one between, then the addressee and its colon", () => {
    const report = reportOn([{ paragraph: "现将有关情况报告如下：" }], [], {
      title: ["{office}{period}", "工作报告"],
      addressee: "上级单位",
      signature: true,
    });
    expect(toText(report)).toBe(
      "测试单位2022年上半年\n\n工作报告\n\n上级单位：\n\n现将有关情况报告如下：\n\n测试单位\n",
    );
  });

  test("heading numbers go on, section numbers begin anew under every heading, some have none", () => {
    const report = reportOn([
      { heading: "开展情况" },
      { section: "抓学习" },
      { section: "抓阵地" },
      { heading: "存在的问题", numbered: false },
      { section: "短板" },
      { heading: "打算" },
      { section: "再学习", text: "按月学。" },
    ]);
    expect(bodyOf(report)).toEqual([
      "一、开展情况",
      "（一）抓学习。",
      "（二）抓阵地。",
      "存在的问题",
      "（一）短板。",
      "二、打算",
      "（一）再学习。按月学。",
    ]);
  });

  test("the points of a section run on within its paragraph as 一是 二是 三是", () => {
    const report = reportOn(
      [
        {
          section: "抓学习？",
          points: ["定计划。", "开会{meetings}。"],
          after: "共{meetings:bare}回。",
        },
      ],
      times(3, () => logged("meeting")),
    );
    expect(bodyOf(report)).toEqual(["（一）抓学习？一是定计划。二是开会3次。共3回。"]);
  });

  test("a text that its author spread over lines has no blanks between Chinese characters", () => {
    const report = reportOn([{ paragraph: "先后\n开会 {meetings} ，\n用 Excel 记账。\n" }]);
    expect(bodyOf(report)).toEqual(["先后开会0次，用 Excel 记账。"]);
  });
});

describe("every number is a figure that keeps its tally", () => {
  test("its sources travel with it", () => {
    const ledger = tell(
      officeWith([{ paragraph: "开会{meetings}，其中公开{open-meetings}。" }]),
      logged("meeting", { marks: ["open"] }),
      logged("meeting"),
      logged("meeting", { on: "2022-07-01" }),
    );
    const [meetings, open] = figuresOf(document(ledger));
    expect(meetings).toMatchObject({ text: "2次", tally: { value: 2 } });
    expect(meetings?.tally.sources).toEqual(["told0001-2", "told0001-3"]);
    expect(open?.tally.sources).toEqual(["told0001-2"]);
  });

  test("one figure explained: indicator, value, printed text, rule, scope and source records", () => {
    const ledger = tell(
      officeWith([{ paragraph: "活动{help}。" }]),
      logged("help", { quantity: 600, title: "清扫河道" }),
      logged("help", { quantity: 12, title: "送书", on: "2022-02-01" }),
    );
    expect(explain(document(ledger), ledger)).toMatchObject([
      {
        printed: "600余次",
        tally: { id: "help", label: "志愿服务活动", value: 612, text: "600余", rule: "floored" },
        scope: "period",
        wording: { rule: "floored", to: 100 },
        sources: [
          { id: "told0001-3", type: "entry", on: "2022-02-01", title: "送书" },
          { id: "told0001-2", type: "entry", on: "2022-03-01", title: "清扫河道" },
        ],
      },
    ]);
  });

  test("names are joined by 、 or, where one of them holds it, by ；", () => {
    const topics = (...titles: string[]) =>
      bodyOf(
        reportOn(
          [{ paragraph: "{topics:names}" }],
          titles.map((title) => logged("meeting", { title })),
        ),
      )[0];
    expect(topics("春耕", "防汛", "春耕")).toBe("春耕、防汛");
    expect(topics("春耕、备耕", "防汛")).toBe("春耕、备耕；防汛");
    expect(topics()).toBe("—");
  });

  test("units are named in the profile's order, by their own labels, whatever else has their id", () => {
    const profile = profileWith({
      marks: [...smallProfile.marks, { id: "east", label: "东风标记" }],
      indicators,
      outline: { title: ["x"], body: [{ paragraph: "{villages-met:names}" }] },
    });
    const ledger = tell(
      profile,
      logged("meeting", { units: ["west"] }),
      logged("meeting", { units: ["east"] }),
    );
    expect(bodyOf(document(ledger))).toEqual(["东村、西村"]);
  });

  test("a closed period is read with the profile that was in force when it was closed", () => {
    const before = tell(officeWith([{ paragraph: "旧提纲，开会{meetings}。" }]), logged("meeting"));
    const ledger = tellOn(before, closed(), adopted(officeWith([{ paragraph: "新提纲。" }])));
    expect(bodyOf(document(ledger))).toEqual(["旧提纲，开会1次。"]);
    expect(bodyOf(document(ledger, "2022-Q1"))).toEqual(["旧提纲，开会1次。"]);
    expect(bodyOf(document(ledger, "2022"))).toEqual(["新提纲。"]);
    expect(bodyOf(document(ledger, "2022-H2"))).toEqual(["新提纲。"]);
  });
});

describe("a sentence that depends on a tally", () => {
  const choice = (indicator: string, is: string) => [
    // biome-ignore lint/suspicious/noThenProperty: the word of the profile's author.
    { paragraph: [{ when: { indicator, is }, then: "是", otherwise: "否" }] },
  ];
  const said = (indicator: string, is: string, ...happened: Told[]) =>
    bodyOf(reportOn(choice(indicator, is), happened))[0];

  test.each([
    ["meetings", "zero", [], "是"],
    ["meetings", "zero", [logged("meeting")], "否"],
    ["meetings", "positive", [logged("meeting")], "是"],
    ["coverage", "positive", [], "否"],
    ["checked", "complete", [], "否"],
    ["checked", "complete", times(3, () => logged("check")), "是"],
    ["coverage", "complete", [logged("meeting", { units: ["east"] })], "否"],
    ["coverage", "complete", [logged("meeting", { units: ["east", "west"] })], "是"],
  ])("%s is %s", (indicator, is, happened, expected) => {
    expect(said(indicator, is, ...happened)).toBe(expected);
  });

  test("a rate of which something is missing is never 100%, nor complete", () => {
    const ids = Array.from({ length: 20_001 }, (_, at) => `v${at}`);
    const units = ids.map((id) => ({ id, label: id, type: "village" }));
    const profile = profileWith({
      units,
      indicators,
      outline: {
        title: ["x"],
        body: [{ paragraph: "{coverage}" }, ...choice("coverage", "complete")],
      },
    });
    const ledger = tell(profile, logged("meeting", { units: ids.slice(1) }));
    expect(bodyOf(document(ledger))).toEqual(["99.99%", "否"]);
  });
});

describe("what people write", () => {
  const plans = (form: string) => [
    { heading: "打算", numbered: false },
    { statement: "plans", form },
  ];

  test("an unwritten statement is a visible place of its own, not a text", () => {
    const report = reportOn([{ paragraph: ["明确责任。", { statement: "plans" }] }]);
    expect(bodyOf(report)).toEqual(["明确责任。〔待填：打算〕"]);
    expect(inlinesOf(report).at(-1)).toEqual({
      type: "unwritten",
      statement: "plans",
      label: "打算",
    });
  });

  test("a statement that was emptied again is unwritten", () => {
    const report = reportOn(plans("points"), [stated("plans", "多读书"), stated("plans", " \n")]);
    expect(bodyOf(report).at(-1)).toBe("〔待填：打算〕");
  });

  test("its lines become paragraphs, points of one paragraph, or sections with a run-in heading", () => {
    const written = stated("plans", "多读书。每月一本。\n\n  勤走村  ");
    const body = (form: string) => bodyOf(reportOn(plans(form), [written])).slice(1);
    expect(body("paragraphs")).toEqual(["多读书。每月一本。", "勤走村。"]);
    expect(body("points")).toEqual(["一是多读书。每月一本。二是勤走村。"]);
    expect(body("sections")).toEqual(["（一）多读书。每月一本。", "（二）勤走村。"]);
    const [, section] = reportOn(plans("sections"), [written]).blocks.slice(1);
    expect(section).toMatchObject({ heading: [{ type: "written", text: "多读书" }] });
  });

  test("a number that somebody typed all the same does not stand there twice", () => {
    const points = stated("plans", "一是多读书。\n二是勤走村。\n二是重复的。");
    expect(bodyOf(reportOn(plans("points"), [points])).at(-1)).toBe(
      "一是多读书。二是勤走村。三是二是重复的。",
    );
    const sections = stated("plans", "(一)多读书。\n（二）勤走村。");
    expect(bodyOf(reportOn(plans("sections"), [sections])).slice(1)).toEqual([
      "（一）多读书。",
      "（二）勤走村。",
    ]);
  });

  test("what is typed is never read as an outline or a template", () => {
    const typed = "开会{meetings}，{office}{{ meetings }}{% raw %}";
    const title = "{meetings}的会";
    const report = reportOn(
      [{ paragraph: [{ statement: "plans" }] }, { paragraph: "{topics:names}" }],
      [stated("plans", typed), logged("meeting", { title })],
    );
    expect(bodyOf(report)).toEqual([`${typed}。`, title]);
  });

  test("whatever is typed, everything else of the report stays as it was", () => {
    const body = [
      { paragraph: ["开会{meetings}。", { statement: "plans" }] },
      ...plans("points"),
      ...plans("sections"),
    ];
    const untouched = (report: Document) =>
      inlinesOf(report).filter(({ type }) => type === "figure" || type === "unwritten").length;
    const before = untouched(reportOn(body));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const text = toPlainLines(typed);
        const report = reportOn(body, [stated("plans", text)]);
        const isWritten = text.trim() !== "";
        expect(untouched(report)).toBe(isWritten ? before - 3 : before);
        expect(figuresOf(report)).toHaveLength(1);
        expect(toText(report).startsWith("测试单位2022年上半年报告\n\n开会0次。")).toBe(true);
      }),
    );
  });

  test("a statement belongs to its period", () => {
    const ledger = tell(officeWith(plans("paragraphs")), stated("plans", "多读书。"));
    expect(bodyOf(document(ledger, "2022-H2")).at(-1)).toBe("〔待填：打算〕");
  });
});

test.each([
  ["2022-H1", "2022年上半年"],
  ["2022-H2", "2022年下半年"],
  ["2022-Q3", "2022年第三季度"],
  ["2022", "2022年度"],
  ["2022-H1@2022-05-31", "2022年上半年（截至5月31日）"],
  ["2022@2022-11-25", "2022年度（截至11月25日）"],
  ["2022-06", "2022年6月"],
  ["2022-01-01..2022-06-30", "2022年1—6月"],
  ["2022-02-01..2022-02-28", "2022年2月"],
  ["2021-11-01..2022-02-28", "2021年11月至2022年2月"],
  ["2022-01-01..2022-05-25", "2022年1月1日至5月25日"],
  ["2021-12-26..2022-05-25", "2021年12月26日至2022年5月25日"],
  ["2022-03-05..2022-03-05", "2022年3月5日"],
])("the report calls the period %s %s", (name, said) => {
  expect(sayPeriod(period(name))).toBe(said);
});
