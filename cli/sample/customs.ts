/**
 * The survey of village customs: every village, some of them two to an entry, one of them twice.
 * The town itself stands in two entries, once beside the last two villages, and is no village.
 */
import type { Profile } from "../../shared/profile/profile.ts";
import { log } from "./drafts.ts";
import { villagesOf } from "./positions.ts";
import { type MemberKey, type SampleStep, step } from "./step.ts";

const rounds: readonly (readonly [on: string, member: MemberKey, villages: number])[] = [
  ["2022-03-23", "liu", 3],
  ["2022-03-29", "he", 3],
  ["2022-04-07", "liu", 4],
  ["2022-04-19", "he", 3],
  ["2022-05-11", "liu", 4],
  ["2022-05-24", "he", 3],
  ["2022-06-07", "liu", 1],
];

const kind = "customs-survey";

export function customsSteps(profile: Profile): SampleStep[] {
  const villages = villagesOf(profile);
  let next = 0;
  const visits = rounds.map(([on, member, count], round) => {
    const seen = villages.slice(next, next + count);
    next += count;
    const [first, second, ...others] = seen;
    // On every second round the first two neighbours are seen in one go.
    const together = round % 2 === 1 && first && second ? [[first, second]] : [];
    const single = (together.length > 0 ? others : seen).map((village) => [village]);
    const drafts = [...together, ...single].map((visited) =>
      log({
        kind,
        on,
        title: `${visited.map(({ label }) => label).join("、")}乡风文明调研`,
        units: visited.map(({ id }) => id),
        place: "村部",
        note: "查看村规民约、红白理事会章程和活动场所，与村干部座谈",
      }),
    );
    return step(on, "17:20", member, drafts);
  });
  return [
    step("2021-12-29", "14:30", "liu", [
      log({ kind, on: "2021-12-29", title: "调研提纲试点", units: ["shahe"], place: "村部" }),
    ]),
    step("2022-03-21", "10:30", "liu", [
      log({ kind, on: "2022-03-21", title: "乡风文明调研动员部署", units: ["town"] }),
    ]),
    ...visits,
    step("2022-06-16", "16:10", "he", [
      log({
        kind,
        on: "2022-06-16",
        title: "高台村、沙河村及镇级乡风文明调研座谈",
        units: ["gaotai", "shahe", "town"],
        place: "镇政府二楼会议室",
      }),
      log({
        kind,
        on: "2022-06-16",
        title: "东洼村乡风文明调研回访",
        units: ["dongwa"],
        place: "村部",
      }),
    ]),
    step("2022-07-07", "17:00", "liu", [
      log({ kind, on: "2022-07-07", title: "柳树湾村调研回访", units: ["liushuwan"] }),
    ]),
  ];
}
