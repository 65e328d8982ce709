/**
 * How the problems went on: assigned by the leader, rectified by staff, closed by somebody else.
 * Two came back and were rectified again. Of those on the villages' walls none is left on the
 * last day of June; of the others one is overdue by then and two are being rectified.
 */
import { problemKey } from "./checks.ts";
import { assign, close, rectify, reopen } from "./drafts.ts";
import { type MemberKey, type SampleStep, step } from "./step.ts";

interface Course {
  readonly position: string;
  readonly item: string;
  readonly owner: MemberKey;
  readonly rectified?: readonly [on: string, measure: string];
  readonly closed?: readonly [on: string, by: "lin" | "zhou"];
}
interface Assigned {
  readonly on: string;
  readonly deadline: string;
  readonly courses: readonly Course[];
}

const assignments: readonly Assigned[] = [
  {
    on: "2022-02-25",
    deadline: "2022-03-10",
    courses: [
      {
        position: "group:9",
        item: "on-register",
        owner: "chen",
        rectified: ["2022-02-28", "核对管理员，更新工作群清单"],
        closed: ["2022-03-02", "lin"],
      },
    ],
  },
  {
    on: "2022-03-09",
    deadline: "2022-04-08",
    courses: [
      {
        position: "wall:dongwa",
        item: "wording",
        owner: "wang",
        rectified: ["2022-03-21", "重新校对，更换图版"],
        closed: ["2022-03-25", "lin"],
      },
      {
        position: "wall:shiqiao",
        item: "condition",
        owner: "wang",
        rectified: ["2022-03-24", "更换边框，加固压条"],
        closed: ["2022-03-28", "lin"],
      },
    ],
  },
  {
    on: "2022-03-11",
    deadline: "2022-04-11",
    courses: [
      {
        position: "wall:qingshigou",
        item: "current",
        owner: "zhao",
        rectified: ["2022-03-31", "按现任班子重新制作"],
        closed: ["2022-04-06", "lin"],
      },
      {
        position: "wall:xinli",
        item: "pictures",
        owner: "zhao",
        rectified: ["2022-04-01", "重拍照片，重新喷绘"],
        closed: ["2022-04-06", "lin"],
      },
    ],
  },
  {
    on: "2022-03-16",
    deadline: "2022-04-15",
    courses: [
      {
        position: "wall:hekou",
        item: "condition",
        owner: "wang",
        rectified: ["2022-04-02", "更换覆膜图版，移至背阴墙面"],
        closed: ["2022-04-11", "zhou"],
      },
    ],
  },
  {
    on: "2022-03-23",
    deadline: "2022-04-22",
    courses: [
      {
        position: "wall:zaolin",
        item: "wording",
        owner: "wang",
        rectified: ["2022-04-06", "逐条校订标点后重印"],
        closed: ["2022-04-13", "lin"],
      },
      {
        position: "wall:zaolin",
        item: "condition",
        owner: "wang",
        rectified: ["2022-04-06", "修补下沿，加装护条"],
        closed: ["2022-04-13", "lin"],
      },
      {
        position: "wall:dayu",
        item: "current",
        owner: "he",
        rectified: ["2022-04-14", "更换为现用电话并逐一拨测"],
        closed: ["2022-04-18", "lin"],
      },
    ],
  },
  {
    on: "2022-04-14",
    deadline: "2022-05-13",
    courses: [
      {
        position: "wall:gaotai",
        item: "placement",
        owner: "wang",
        rectified: ["2022-04-22", "补装螺栓"],
      },
      {
        position: "wall:shahe",
        item: "wording",
        owner: "wang",
        rectified: ["2022-04-25", "统一数字写法，更换图版"],
        closed: ["2022-04-28", "lin"],
      },
      {
        position: "wall:town",
        item: "current",
        owner: "wang",
        rectified: ["2022-04-29", "按现行科室设置更新"],
        closed: ["2022-05-07", "lin"],
      },
    ],
  },
  {
    on: "2022-04-18",
    deadline: "2022-04-30",
    courses: [
      {
        position: "public-account:practice",
        item: "updated",
        owner: "zhao",
        rectified: ["2022-04-22", "补发预告，排定每周更新计划"],
        closed: ["2022-05-06", "lin"],
      },
    ],
  },
  {
    on: "2022-06-02",
    deadline: "2022-06-20",
    courses: [
      {
        position: "reading-room:majiadian",
        item: "catalogue",
        owner: "zhao",
        rectified: ["2022-06-13", "新书登记上架"],
        closed: ["2022-06-17", "zhou"],
      },
    ],
  },
  {
    on: "2022-06-10",
    deadline: "2022-06-25",
    courses: [{ position: "screen:service", item: "display", owner: "chen" }],
  },
  {
    on: "2022-06-24",
    deadline: "2022-07-15",
    courses: [
      { position: "notice-board:farm", item: "current", owner: "he" },
      { position: "notice-board:liushuwan", item: "condition", owner: "zhao" },
    ],
  },
];

const shiqiao = problemKey("wall:shiqiao", "condition");
const gaotai = problemKey("wall:gaotai", "placement");

const cameBack: readonly SampleStep[] = [
  step("2022-04-20", "11:10", "zhou", [reopen(shiqiao, "2022-04-20", "走访时发现压条再次松脱")]),
  step("2022-04-26", "16:40", "wang", [rectify(shiqiao, "2022-04-26", "改用铝合金边框整体更换")]),
  step("2022-04-29", "17:20", "lin", [close(shiqiao, "2022-04-29", "文化站现场复查合格")]),
  step("2022-04-24", "10:05", "lin", [reopen(gaotai, "2022-04-24", "螺栓规格不符，仍有晃动")]),
  step("2022-05-05", "15:50", "wang", [rectify(gaotai, "2022-05-05", "更换同规格螺栓并加装垫片")]),
  step("2022-05-10", "17:30", "zhou", [close(gaotai, "2022-05-10", "现场复查合格")]),
];

export const problemSteps = (): SampleStep[] => [
  ...assignments.map(({ on, deadline, courses }) =>
    step(
      on,
      "09:30",
      "lin",
      courses.map(({ position, item, owner }) =>
        assign(problemKey(position, item), on, owner, deadline),
      ),
    ),
  ),
  ...assignments
    .flatMap(({ courses }) => courses)
    .flatMap(({ position, item, owner, rectified, closed }) => {
      const key = problemKey(position, item);
      const steps: SampleStep[] = [];
      if (rectified) {
        const [on, measure] = rectified;
        steps.push(step(on, "16:10", owner, [rectify(key, on, measure)]));
      }
      if (closed) {
        const [on, by] = closed;
        steps.push(step(on, "17:00", by, [close(key, on, "现场复查合格，同意销号")]));
      }
      return steps;
    }),
  ...cameBack,
];
