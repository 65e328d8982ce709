/**
 * Sixteen studies: twelve of the theory centre group, six discussions, two of them both. Four
 * topics are key topics, two of them studied twice under the same title. Also the office's
 * sessions, lectures and trainings, and what lies just outside the half-year.
 */
import { amend, log, voidEntry } from "./drafts.ts";
import { type MemberKey, type SampleStep, step } from "./step.ts";

type Study = readonly [
  on: string,
  title: string,
  marks: readonly string[],
  attendance: number,
  member: MemberKey,
];
const centre = "theory-centre";
const discussion = "discussion";
const key = "key-topic";

const studies: readonly Study[] = [
  ["2022-01-07", "县委全会精神", [centre], 26, "he"],
  ["2022-01-21", "乡村振兴与基层治理", [centre, key], 31, "he"],
  ["2022-02-11", "新时代文明实践中心建设", [centre, key], 29, "he"],
  ["2022-02-22", "公文写作与信息发布规范", [discussion], 43, "wang"],
  ["2022-03-04", "年度宣传思想文化工作要点", [centre], 27, "he"],
  ["2022-03-17", "乡村振兴与基层治理", [centre, discussion, key], 34, "he"],
  ["2022-03-30", "图文编辑与校对基础", [discussion], 38, "wang"],
  ["2022-04-08", "耕地保护政策", [centre], 28, "he"],
  ["2022-04-21", "基层党组织建设的历史经验", [centre, discussion, key], 36, "he"],
  ["2022-05-06", "安全生产与防汛责任", [centre, key], 33, "he"],
  ["2022-05-13", "民法典与村规民约", [discussion], 41, "liu"],
  ["2022-05-26", "财经纪律与廉洁从业", [centre], 30, "he"],
  ["2022-06-02", "移风易俗工作方法", [discussion], 39, "liu"],
  ["2022-06-10", "安全生产与防汛责任", [centre, key], 32, "he"],
  ["2022-06-23", "数字乡村建设案例", [centre], 25, "he"],
  ["2022-06-30", "上半年学习体会交流", [centre], 28, "he"],
];

const place = "镇政府三楼会议室";
const meeting = { place, units: ["town"] };

/** As it was first written down, where that was not yet right. */
const slips: Readonly<Record<string, { on?: string; title?: string; marks?: readonly string[] }>> =
  {
    "2022-02-11": { title: "新时代文明实践中心建没" },
    "2022-03-17": { marks: [centre, key] },
    "2022-06-30": { on: "2022-07-01" },
  };

const studyStep = ([on, title, marks, attendance, member]: Study): SampleStep =>
  step(on, "17:30", member, [
    log({
      ...meeting,
      key: `study:${on}`,
      kind: "study",
      on,
      title,
      marks,
      attendance,
      ...slips[on],
    }),
  ]);

const corrections: readonly SampleStep[] = [
  step("2022-02-14", "08:50", "he", [
    amend("study:2022-02-11", { changes: { title: "新时代文明实践中心建设" } }),
  ]),
  step("2022-03-18", "09:05", "lin", [amend("study:2022-03-17", { marks: { add: [discussion] } })]),
  // The same meeting written down by two: one is voided.
  step("2022-04-11", "08:40", "wang", [
    log({
      ...meeting,
      key: "study:twice",
      kind: "study",
      on: "2022-04-08",
      title: "耕地保护政策学习",
      marks: [centre, key],
      attendance: 28,
    }),
  ]),
  step("2022-04-11", "15:20", "wang", [voidEntry("study:twice", "与何志远4月8日登记重复")]),
  step("2022-07-01", "09:15", "he", [amend("study:2022-06-30", { changes: { on: "2022-06-30" } })]),
];

const sessions: readonly SampleStep[] = [
  step("2022-02-18", "11:40", "sun", [
    log({
      ...meeting,
      kind: "special-session",
      on: "2022-02-18",
      title: "党委会专题研究全年宣传思想文化工作安排",
      attendance: 11,
    }),
  ]),
  step("2022-05-20", "11:55", "sun", [
    log({
      ...meeting,
      kind: "special-session",
      on: "2022-05-20",
      title: "党委会专题研究阵地排查整改工作",
      attendance: 11,
      note: "听取上墙图版整改情况汇报",
    }),
  ]),
  step("2022-06-17", "17:05", "lin", [
    log({
      ...meeting,
      kind: "analysis-session",
      on: "2022-06-17",
      title: "宣传思想文化工作半年分析研判会",
      attendance: 9,
    }),
  ]),
];

const lectures: readonly (readonly [string, string, string, number, MemberKey])[] = [
  ["2022-01-19", "惠农补贴政策宣讲", "dongwa", 64, "wang"],
  ["2022-02-24", "春耕技术要点宣讲", "hekou", 82, "wang"],
  ["2022-03-11", "文明实践怎么做", "sangyuan", 47, "zhao"],
  ["2022-03-24", "森林防火责任宣讲", "qingshigou", 71, "wang"],
  ["2022-04-14", "村规民约修订辅导", "xinli", 55, "liu"],
  ["2022-04-28", "青年创业政策宣讲", "nantang", 39, "chen"],
  ["2022-05-18", "农耕文化讲解辅导", "changling", 33, "zhao"],
  ["2022-05-31", "防汛避险常识宣讲", "shahe", 74, "wang"],
  ["2022-06-15", "医保政策宣讲", "pingan", 78, "liu"],
  ["2022-06-28", "红白理事会工作辅导", "gaotai", 42, "liu"],
];

const trainings: readonly (readonly [string, string, number, MemberKey])[] = [
  ["2022-03-02", "村级宣传信息员培训", 46, "wang"],
  ["2022-04-26", "文明实践站管理员培训", 28, "zhao"],
  ["2022-06-08", "公众号编辑与审校培训", 19, "wang"],
];

const outside: readonly SampleStep[] = [
  step("2021-12-31", "16:50", "he", [
    log({
      ...meeting,
      kind: "study",
      on: "2021-12-30",
      title: "全年学习总结",
      marks: [centre, discussion, key],
      attendance: 30,
    }),
    log({
      ...meeting,
      kind: "special-session",
      on: "2021-12-31",
      title: "党委会专题研究年度考评",
      attendance: 10,
    }),
  ]),
  step("2022-07-01", "17:40", "he", [
    log({
      ...meeting,
      kind: "study",
      on: "2022-07-01",
      title: "下半年学习安排",
      marks: [centre, key],
      attendance: 27,
    }),
  ]),
];

export const studySteps = (): SampleStep[] => [
  ...studies.map(studyStep),
  ...corrections,
  ...sessions,
  ...lectures.map(([on, title, unit, attendance, member]) =>
    step(on, "18:05", member, [
      log({ kind: "lecture", on, title, units: [unit], attendance, place: "村文化广场" }),
    ]),
  ),
  ...trainings.map(([on, title, attendance, member]) =>
    step(on, "17:45", member, [log({ ...meeting, kind: "training", on, title, attendance })]),
  ),
  ...outside,
];
