import { describe, expect, test } from "vitest";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { builtInProfiles } from "../../shared/profile/built-in.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import type { ReportFinding } from "../../shared/report/check/finding.ts";
import { compose } from "../../shared/report/compose.ts";
import type { Document } from "../../shared/report/document.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import {
  closed,
  elsewhere,
  logged,
  period,
  profileWith,
  stated,
  type Told,
  tell,
  tellOn,
  tellUnseen,
  times,
} from "../support/told.ts";

/** Without the months: these ledgers have an entry or two. */
const check = (ledger: Ledger, name = "2022-H1"): ReportFinding[] => {
  const document = compose(ledger, period(name));
  const findings = document ? checkReport(document, ledger) : [];
  return findings.filter(({ issue }) => issue !== "missing-months");
};
const issues = (findings: readonly ReportFinding[]) => findings.map(({ issue }) => issue);

const count = (id: string, label: string, kinds: string[], more: object = {}) => ({
  id,
  label,
  unit: "次",
  question: { of: "entries", measure: "count", where: { kinds } },
  ...more,
});
const marked = (id: string, label: string, mark: string) =>
  count(id, label, [], {
    question: { of: "entries", measure: "count", where: { kinds: ["meeting"], marks: [mark] } },
  });
const indicators = [
  count("meetings", "集中学习", ["meeting"]),
  marked("open-meetings", "理论中心组学习", "open"),
  marked("joint-meetings", "专题研讨", "joint"),
  {
    id: "help",
    label: "志愿服务活动",
    unit: "次",
    question: { of: "entries", measure: "sum-quantity", where: { kinds: ["help"] } },
    wording: { rule: "floored" },
  },
];
const office = (outline: readonly object[], more: object = {}) =>
  profileWith({ indicators, outline: { title: ["报告"], body: outline }, ...more });
const meeting = (...marks: string[]) => logged("meeting", { marks });

/** What is found in a statement that says this. */
const typed = (text: string, name = "2022-H1") =>
  check(tell(office([{ statement: "plans" }]), stated("plans", text, name)), name);

describe("figures of one sentence", () => {
  const study = "集中学习{meetings}，其中理论中心组学习{open-meetings}，专题研讨{joint-meetings}。";
  const parts = ["open-meetings", "joint-meetings"];
  const relation = (type: string) => ({ relations: [{ type, whole: "meetings", parts }] });
  const overlapping = [meeting("open", "joint"), meeting("open"), meeting()];

  test("an overlap is fine: 16, of these 12 and 6", () => {
    expect(check(tell(office([{ paragraph: study }], relation("among")), ...overlapping))).toEqual(
      [],
    );
  });

  test("a partition that adds up is fine, and one that does not is told before the export", () => {
    const profile = office([{ paragraph: "学习{meetings}。" }], relation("respectively"));
    expect(check(tell(profile, meeting("open"), meeting("joint")))).toEqual([]);
    expect(check(tell(profile, ...overlapping, meeting()))).toMatchObject([
      {
        issue: "broken-partition",
        whole: { value: 4, text: "4次", indicator: "meetings", label: "集中学习" },
        parts: [{ value: 2 }, { value: 1 }],
        sum: 3,
      },
    ]);
  });

  test("an incomplete list need not add up", () => {
    expect(
      check(tell(office([{ paragraph: study }], relation("including")), ...overlapping)),
    ).toEqual([]);
  });

  test("a part above its whole is told, of a relation as of a rate", () => {
    const profile = office([{ paragraph: "率{rate}。" }], {
      relations: [{ type: "among", whole: "open-meetings", parts: ["meetings"] }],
      indicators: [
        ...indicators,
        {
          id: "rate",
          label: "率",
          question: { of: "rate", part: "meetings", whole: "joint-meetings" },
        },
      ],
    });
    expect(check(tell(profile, ...overlapping))).toMatchObject([
      { issue: "part-above-whole", whole: { value: 2 }, part: { value: 3, label: "集中学习" } },
      { issue: "part-above-whole", whole: { value: 1 }, part: { value: 3 } },
    ]);
  });

  test("a rate is computed to two decimals: 51 accounts, 3 of them faulty, 94.12%", () => {
    const profile = office([{ paragraph: "合格率{rate}。" }], {
      indicators: [
        ...indicators,
        {
          id: "rate",
          label: "率",
          question: { of: "rate", part: "open-meetings", whole: "meetings" },
        },
      ],
    });
    const ledger = tell(profile, ...times(48, () => meeting("open")), ...times(3, () => meeting()));
    expect(compose(ledger, period())?.blocks.at(-1)).toMatchObject({
      inlines: [{ text: "合格率" }, { type: "figure", text: "94.12%" }, {}],
    });
    expect(check(ledger)).toEqual([]);
  });

  test("the words of a sentence are believed where the profile declares nothing", () => {
    const sentence = "学习{meetings}，理论学习和研讨分别为{open-meetings}、{joint-meetings}。";
    const ledger = tell(
      office([{ paragraph: sentence.replace("，理论学习和研讨", "，") }]),
      ...overlapping,
      meeting(),
    );
    expect(check(ledger)).toMatchObject([
      {
        issue: "broken-partition",
        whole: { indicator: "meetings" },
        sum: 3,
        place: { sentence: "学习4次，分别为2次、1次。" },
      },
    ]);
  });
});

describe("numbers that people typed", () => {
  test.each([
    ["发布信息1418条，分别为747条、671条。"],
    ["发布信息1418条，分别为747、671条。"],
    ["公开信息530条，包括政策137条、公告13条、年报2条。"],
    ["学习会16次，其中中心组12次、研讨会6次。"],
    ["学习16次，其中8个支部全部参加。"],
    ["召开部署会、推进会各1次。"],
  ])("%s is fine", (text) => {
    expect(typed(text)).toEqual([]);
  });

  test("a partition that does not add up is told", () => {
    expect(
      typed("开展活动11279场次，分别为116场次、168场次、82场次、10158场次、738场次。"),
    ).toMatchObject([
      {
        issue: "broken-partition",
        whole: { value: 11279, text: "11279场次" },
        sum: 11262,
        place: { statement: "plans" },
      },
    ]);
  });

  test("a part above its whole is told", () => {
    expect(typed("学习16次，其中研讨18次。")).toMatchObject([
      { issue: "part-above-whole", whole: { value: 16 }, part: { value: 18, text: "18次" } },
    ]);
  });

  test.each([
    ["约5766人次", "hedged-exact"],
    ["近600次左右", "hedged-twice"],
    ["约600余次", "hedged-twice"],
    ["约二十余次", "hedged-twice"],
    ["将近23个", "hedged-exact"],
    ["16余次", "hedged-exact"],
    ["5余次", "hedged-exact"],
    ["二十三多次", "hedged-exact"],
    ["1.25万余人次", "hedged-exact"],
    ["大约94.12%", "hedged-exact"],
  ])("%s: %s", (number, issue) => {
    expect(typed(`参加活动${number}。`)).toMatchObject([{ issue, number }]);
  });

  test.each([
    "参加600余人次，近2000人次，约5000人，120多个，20余次，1.2万余人次，26万余份。两千余份。",
    "修订村规民约23份，节约经费1234元，签订公约17份，预约45人次。",
    "最近3次、附近16户、近5年、近三个月、约2小时、超过3次、第16次。",
    "统一部署，一是二是，十九届六中全会，三审三校，6月15日，3—5次。",
  ])("no hedge is wrong in: %s", (text) => {
    expect(typed(text)).toEqual([]);
  });

  test.each([
    ["2022-H1", "全年共开展活动21场。", "全年"],
    ["2022-H1", "2021年下半年，开展活动21场。", "2021年下半年"],
    ["2022-H1", "2022年，开展活动21场。", "2022年"],
    ["2022-H1", "7月组织活动3场。", "7月"],
    ["2022-H2", "上半年开展活动21场。", "上半年"],
    ["2022-Q3", "前三季度开展活动21场。", "前三季度"],
    ["2022-H1", "去年，开展活动21场。", "去年"],
    ["2022-01-01..2022-05-31", "1—6月开展活动21场。", "1—6月"],
    ["2022-H1@2022-05-31", "上半年开展活动21场。", "上半年"],
  ])("in a report on %s, %s is of other days", (name, text, said) => {
    const [finding, ...more] = typed(text, name);
    expect(finding).toMatchObject({ issue: "other-days", said, place: { statement: "plans" } });
    expect(more).toEqual([]);
  });

  test.each([
    ["2022-H1", "上半年开展活动21场，第二季度12场。3月5日举办1场。"],
    ["2022-H1", "下半年计划开展活动21场。"],
    ["2022-H1", "制定2022年工作要点1份。"],
    ["2022-H1", "将全年任务分解到6个站所。"],
    ["2022", "全年共开展活动21场，上半年9场。"],
    ["2022-01-01..2022-05-31", "1至5月开展活动21场。"],
    ["2022-H1@2022-05-31", "上半年（截至5月31日），开展活动21场，5月20日举办1场。"],
  ])("in a report on %s, %s is fine", (name, text) => {
    expect(typed(text, name)).toEqual([]);
  });

  test("a figure of a half-year that is closed early is of just the days that its sentence names", () => {
    const outline = [{ paragraph: "{period}，集中学习{meetings}。" }];
    expect(check(tell(office(outline), meeting()), "2022-H1@2022-05-31")).toEqual([]);
  });

  test("several bodies in one number are shown; taken apart they are fine", () => {
    expect(typed("党委会、中心组共计21场次。")).toMatchObject([
      { issue: "typed-merged", number: "21场次", place: { statement: "plans" } },
    ]);
    expect(typed("党委会、中心组共计21场次，其中党委会9场次。")).toEqual([]);
    expect(typed("党员、群众共计500人次参加，村和站所共23个。")).toEqual([]);
  });

  test("a number behind an indicator's own words is compared with the ledger", () => {
    const profile = office([{ paragraph: [{ statement: "plans" }] }]);
    const says = (text: string) =>
      check(tell(profile, meeting(), meeting(), stated("plans", text)));
    expect(says("上半年，开展集中学习3次。")).toMatchObject([
      { issue: "differs-from-ledger", number: "3次", figure: { indicator: "meetings", value: 2 } },
    ]);
    expect(says("开展集中学习2次。")).toMatchObject([
      { issue: "typed-figure", number: "2次", figure: { indicator: "meetings" } },
    ]);
    expect(says("第一季度开展集中学习1次。5月，集中学习1次。")).toEqual([]);
    expect(says("下半年计划开展集中学习20次。")).toEqual([]);
    expect(says("干部职工集中学习3次，集中学习6个专题。")).toEqual([]);
  });

  test("behind an indicator's own words, a hedge says no more than the ledger holds", () => {
    const profile = office([{ paragraph: [{ statement: "plans" }] }]);
    const says = (text: string, quantity: number) =>
      issues(check(tell(profile, logged("help", { quantity }), stated("plans", text))));
    expect(says("志愿服务活动600余次。", 612)).toEqual(["typed-figure"]);
    expect(says("志愿服务活动600余次。", 600)).toEqual(["above-ledger"]);
    expect(says("志愿服务活动600余次。", 512)).toEqual(["above-ledger"]);
    expect(says("志愿服务活动近600次。", 570)).toEqual(["typed-figure"]);
    expect(says("志愿服务活动近600次。", 569)).toEqual(["above-ledger"]);
    expect(says("志愿服务活动约3千次。", 2_849)).toEqual(["above-ledger"]);
    expect(says("志愿服务活动约3千次。", 2_850)).toEqual(["typed-figure"]);
  });

  test("unit words do not convert: neither where one is typed, nor where parts are to add up", () => {
    const profile = office([{ paragraph: [{ statement: "plans" }] }]);
    expect(
      check(tell(profile, meeting(), meeting(), stated("plans", "开展集中学习2场。"))),
    ).toMatchObject([
      { issue: "other-unit", number: "2场", figure: { indicator: "meetings", text: "2次" } },
    ]);
    const [whole, part] = indicators;
    const mixed = office([{ paragraph: "{meetings}" }], {
      indicators: [whole, { ...part, unit: "场" }],
      relations: [{ type: "respectively", whole: "meetings", parts: ["open-meetings"] }],
    });
    expect(check(tell(mixed, meeting("open")))).toMatchObject([
      { issue: "units-differ", whole: { text: "1次" }, parts: [{ text: "1场" }] },
    ]);
  });

  test.each([
    ["发现问题10个，整改9个，整改率90%。", []],
    ["账号51个，不合格3个，合格率94.12%。", []],
    ["账号51个，不合格3个，合格率94.1%。", []],
    ["发现问题10个，整改9个，整改率95%。", ["rate-differs"]],
    ["账号51个，不合格3个，合格率为94.2%。", ["rate-differs"]],
    ["发现问题10个，整改率100%。", []],
    ["发现问题10个，培训9人，整改率95%。", []],
    ["发放10份，收回9份，满意率95%。", []],
  ])("a typed share is what its own numbers give: %s", (text, expected) => {
    expect(issues(typed(text))).toEqual(expected);
  });

  test.each([
    ["发放资料两千余份，参加3千余人次。", ["mixed-notation"]],
    ["发放资料2000余份，参加三千余人次。", ["mixed-notation"]],
    ["发放资料2000余份，参加3000余人次，1.2万余份，学习十六次。", []],
    ["发放资料两千余份。参加3千余人次。", []],
  ])("hedged numbers of one sentence are written in one way: %s", (text, expected) => {
    expect(issues(typed(text))).toEqual(expected);
  });
});

test.each([
  "约1次",
  "和共3次",
  "党委会、中心组共3次",
  "约",
  "1",
  "全年共3次",
  "其中1次，",
  "1—",
  "十",
  "学习会和",
])("8,000 characters of %s are read in well under a second", (piece) => {
  const text = piece.repeat(Math.floor(8_000 / piece.length));
  const ledger = tell(office([{ statement: "plans" }]), stated("plans", text));
  const start = performance.now();
  check(ledger);
  expect(performance.now() - start).toBeLessThan(1_500);
});

describe("figures among the profile's words", () => {
  const body = (paragraph: string, more: object = {}) => office([{ paragraph }], more);

  test("a hedge of the outline before a figure that is already floored is one too many", () => {
    const help = logged("help", { quantity: 612 });
    expect(check(tell(body("活动约{help}。"), help))).toMatchObject([
      { issue: "hedged-twice", number: "约600余次", place: { sentence: "活动约600余次。" } },
    ]);
    expect(check(tell(body("活动{help}。"), help))).toEqual([]);
  });

  test("a figure is as round as its profile asks for, and nobody is told off for that", () => {
    const finely = { ...indicators[3], wording: { rule: "floored", to: 100 } };
    const profile = body("活动{help}。", { indicators: [finely] });
    expect(check(tell(profile, logged("help", { quantity: 19_950 })))).toEqual([]);
    expect(typed("活动19900余次。")).toMatchObject([{ issue: "hedged-exact" }]);
  });

  test("a figure of the period does not stand behind 全年 in a half-year", () => {
    const profile = body("全年，集中学习{meetings}。");
    expect(check(tell(profile, meeting()))).toMatchObject([
      { issue: "other-days", said: "全年", number: "1次", indicator: "meetings" },
    ]);
    expect(check(tell(profile, meeting()), "2022")).toEqual([]);
  });

  test("a figure of the whole year in the second half-year's report says so", () => {
    const yearly = { indicators: [count("meetings", "集中学习", ["meeting"], { scope: "year" })] };
    const ledger = tell(body("集中学习{meetings}。", yearly), meeting());
    expect(check(ledger)).toEqual([]);
    const [finding] = check(ledger, "2022-H2");
    expect(finding).toMatchObject({ issue: "other-days", indicator: "meetings", number: "1次" });
    expect(finding).not.toHaveProperty("said");
    const said = tell(body("全年集中学习{meetings}。", yearly), meeting());
    expect(check(said, "2022-H2")).toEqual([]);
  });

  test("one figure over two kinds is shown with what each of them has", () => {
    const both = { indicators: [count("both", "会议", ["meeting", "check"])] };
    const profile = body("会议{both}。", both);
    expect(check(tell(profile, meeting(), meeting(), logged("check")))).toMatchObject([
      {
        issue: "merged",
        figure: { value: 3 },
        parts: [
          { value: 2, text: "2次", label: "会议" },
          { value: 1, label: "检查" },
        ],
      },
    ]);
    expect(check(tell(profile, meeting()))).toEqual([]);
  });

  test("numbers within names are nobody's figures", () => {
    const titles = {
      id: "titles",
      label: "专题",
      question: { of: "entries", measure: "list-titles" },
    };
    const ledger = tell(
      body("学习1次，分别为{titles:names}。", { indicators: [titles] }),
      logged("meeting", { title: "7月防汛会第2场，约16次" }),
      logged("meeting", { title: "全年春训3次" }),
    );
    expect(check(ledger)).toEqual([]);
  });

  test("names that are asked for where there are none", () => {
    const titles = {
      id: "titles",
      label: "专题",
      question: { of: "entries", measure: "list-titles" },
    };
    const ledger = tell(body("围绕{titles:names}学习。", { indicators: [titles] }));
    expect(check(ledger)).toMatchObject([
      { issue: "nothing-to-name", figure: { indicator: "titles", text: "0" } },
    ]);
  });
});

describe("what is not done yet", () => {
  test("an unwritten statement is listed once, by its label", () => {
    const profile = office([
      { paragraph: ["{meetings}", { statement: "plans" }] },
      { statement: "plans" },
    ]);
    expect(check(tell(profile))).toEqual([
      { issue: "unwritten", statement: "plans", label: "打算" },
    ]);
    expect(check(tell(profile, stated("plans", "多读书。")))).toEqual([]);
  });

  test("what is to be complete and is not", () => {
    const rated = {
      indicators: [
        ...indicators,
        {
          id: "rate",
          label: "率",
          question: { of: "rate", part: "open-meetings", whole: "meetings" },
        },
      ],
    };
    // biome-ignore lint/suspicious/noThenProperty: the word of the profile's author.
    const choice = { when: { indicator: "rate", is: "complete" }, then: "已全部公开。" };
    const profile = office(
      [{ paragraph: ["学习。", choice] }, { section: "公开", points: [[choice]] }],
      rated,
    );
    expect(check(tell(profile, meeting("open"), meeting()))).toMatchObject([
      { issue: "not-complete", figure: { indicator: "rate", value: 50, text: "50%" } },
    ]);
    expect(check(tell(profile, meeting("open")))).toEqual([]);
    expect(check(tell(profile))).toEqual([]);
  });

  test("months without an entry, voided ones being none", () => {
    const profile = office([{ paragraph: "{meetings}" }]);
    const on = (day: string) => logged("meeting", { on: day });
    const voided: Told = () => ({
      type: "record-voided",
      record: { type: "entry", id: "told0001-5" },
      reason: "写错了",
    });
    const happened = ["2022-01-31", "2022-02-01", "2022-04-15", "2022-05-02"].map(on);
    const ledger = tell(profile, ...happened, voided);
    const document = compose(ledger, period());
    expect(document && checkReport(document, ledger)).toEqual([
      { issue: "missing-months", months: ["2022-03", "2022-05", "2022-06"] },
    ]);
    const inApril = checkReport(document as Document, ledger, "2022-04-30" as LocalDate);
    expect(inApril).toEqual([{ issue: "missing-months", months: ["2022-03"] }]); // not yet missing
    const days = period("2022-01-31..2022-02-28");
    const short = compose(ledger, days);
    expect(short && checkReport(short, ledger)).toEqual([]);
  });

  test("problems past their deadline on the last day, the longest first", () => {
    const profile = office([{ paragraph: "{meetings}" }]);
    const raised =
      (title: string): Told =>
      (id) => ({
        type: "problem-raised",
        problem: { id, title, on: "2022-02-01", level: "ordinary" },
      });
    const step =
      (type: string, problem: string, fields: object): Told =>
      () => ({ type, problem, on: "2022-02-02", ...fields });
    const assigned = (problem: string, deadline: string) =>
      step("problem-assigned", problem, { owner: "told0001-1", deadline });
    const ledger = tell(
      profile,
      raised("甲"),
      raised("乙"),
      raised("丙"),
      assigned("told0001-2", "2022-06-29"),
      assigned("told0001-3", "2022-06-01"),
      assigned("told0001-4", "2022-06-01"),
      step("problem-rectified", "told0001-4", { measure: "修好" }),
    );
    expect(check(ledger)).toEqual([
      { issue: "overdue", problem: "told0001-3", title: "乙", deadline: "2022-06-01", days: 29 },
      { issue: "overdue", problem: "told0001-2", title: "甲", deadline: "2022-06-29", days: 1 },
    ]);
    expect(check(ledger, "2022-01-01..2022-06-01")).toEqual([]);
  });

  test("a record that two people disagree on is listed with the figures that it is behind", () => {
    const profile = office([{ paragraph: "{meetings}，{open-meetings}，{meetings}" }]);
    const ledger = tell(profile, meeting("open"));
    const entry = "told0001-2";
    const amend =
      (title: string): Told =>
      () => ({ type: "entry-amended", entry, changes: { title } });
    const disputed = tellUnseen(tellOn(ledger, amend("甲")), ledger.seq, elsewhere, amend("乙"));
    expect(check(disputed)).toEqual([
      { issue: "disputed", record: entry, indicators: ["meetings", "open-meetings"] },
    ]);
    expect(check(disputed, "2022-H2")).toEqual([]);
  });

  test("a statement that two people wrote at once", () => {
    const ledger = tell(office([{ statement: "plans" }]), stated("plans", "甲。"));
    const disputed = tellUnseen(ledger, 1, elsewhere, stated("plans", "乙。"));
    expect(check(disputed)).toEqual([{ issue: "disputed-statement", statement: "plans" }]);
  });

  test("what came late for these days and waits for the leader", () => {
    const ledger = tellOn(tell(office([{ paragraph: "{meetings}" }]), closed()), meeting());
    expect(check(ledger)).toEqual([
      { issue: "late", operation: "told0001-3", type: "entry-logged" },
    ]);
    expect(check(ledger, "2022-H2")).toEqual([]);
    const again = tellOn(ledger, () => ({
      type: "entry-amended",
      entry: "told0001-3",
      changes: { title: "改" },
    }));
    expect(issues(check(again))).toEqual(["late", "late"]);
  });
});

test.each([...builtInProfiles])(
  "%s: an empty ledger gives nothing but what is not done yet",
  (_, text) => {
    const read = readProfile(text);
    if (!read.ok) throw new Error("the profile does not read");
    const notDone = new Set(["unwritten", "not-complete", "nothing-to-name"]);
    expect(issues(check(tell(read.profile))).filter((issue) => !notDone.has(issue))).toEqual([]);
  },
);
