/**
 * The office's venues and channels: all opened before 2022 and entered in the ledger in its last
 * days. Of 25 work groups ten are retired within the half-year, and one in July.
 */
import type { Profile } from "../../shared/profile/profile.ts";
import { draft } from "./drafts.ts";
import { type Draft, type MemberKey, type SampleStep, step } from "./step.ts";

export interface SamplePosition {
  readonly key: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly opened: string;
  readonly quantity: number;
  readonly owner: MemberKey;
}

const keptGroups = [
  "党政联络群",
  "班子成员工作群",
  "村党组织书记工作群",
  "村会计业务群",
  "防汛值守群",
  "森林防火值守群",
  "便民服务窗口群",
  "农业技术指导群",
  "人居环境整治群",
  "医保社保业务群",
  "统计业务群",
  "档案业务群",
  "宣传信息员群",
  "文化站业务群",
  "党建业务群",
];

/** The idle groups, with the last day of use of each. */
const removedGroups: readonly (readonly [name: string, last: string])[] = [
  ["人口普查业务群", "2022-01-14"],
  ["2020年秋季造林协调群", "2022-01-14"],
  ["2019年文艺汇演筹备群", "2022-02-25"],
  ["厕所改造进度群", "2022-02-25"],
  ["村级换届业务群", "2022-03-18"],
  ["2021年防汛演练群", "2022-03-18"],
  ["档案移交临时群", "2022-04-29"],
  ["农村公路养护协调群", "2022-04-29"],
  ["2020年秸秆离田协调群", "2022-05-27"],
  ["2021年运动会筹备群", "2022-06-29"],
];

const groupPositions: SamplePosition[] = [
  ...keptGroups,
  ...removedGroups.map(([name]) => name),
].map((name, at) => ({
  key: `group:${at + 1}`,
  name: `青禾镇${name}`,
  category: "work-group",
  unit: "town",
  opened: `${2018 + (at % 4)}-${String(1 + ((at * 5) % 12)).padStart(2, "0")}-15`,
  quantity: 1,
  owner: "sun",
}));

const others: readonly (readonly [
  key: string,
  name: string,
  unit: string,
  opened: string,
  owner: MemberKey,
])[] = [
  ["public-account:news", "“青禾发布”公众号", "town", "2018-06-01", "wang"],
  ["public-account:practice", "“青禾文明实践”公众号", "town", "2020-09-10", "zhao"],
  ["notice-board:clinic", "镇卫生院健康宣传栏", "clinic", "2017-04-20", "wang"],
  ["notice-board:yard", "镇政府大院宣传栏", "town", "2016-03-01", "wang"],
  ["notice-board:farm", "农业服务中心惠农政策栏", "farm-station", "2019-05-08", "wang"],
  ["notice-board:liushuwan", "柳树湾村文化广场宣传栏", "liushuwan", "2019-08-16", "wang"],
  ["notice-board:nantang", "南塘村村部宣传栏", "nantang", "2020-05-11", "wang"],
  ["screen:service", "便民服务中心大厅电子屏", "service-centre", "2019-11-05", "sun"],
  ["screen:culture", "综合文化站门前电子屏", "culture-station", "2021-01-18", "zhao"],
  ["broadcast:town", "镇广播站", "town", "2016-10-01", "zhao"],
  ["broadcast:hekou", "河口村村级广播", "hekou", "2018-07-12", "zhao"],
  ["broadcast:pingan", "平安村村级广播", "pingan", "2018-07-12", "zhao"],
  ["practice-station:town", "镇新时代文明实践所", "culture-station", "2019-12-20", "zhao"],
  ["practice-station:sangyuan", "桑园村文明实践站", "sangyuan", "2020-04-28", "zhao"],
  ["practice-station:xinglong", "兴隆村文明实践站", "xinglong", "2020-04-28", "zhao"],
  ["practice-station:beitang", "北塘村文化活动室", "beitang", "2018-05-16", "zhao"],
  ["exhibition:town", "青禾镇镇史馆", "culture-station", "2020-10-01", "zhao"],
  ["exhibition:shiqiao", "石桥村村史馆", "shiqiao", "2019-09-28", "zhao"],
  ["exhibition:changling", "长岭村农耕文化展室", "changling", "2021-05-18", "zhao"],
  ["exhibition:clean", "镇廉洁教育展室", "town", "2021-07-01", "he"],
  ["reading-room:baiyangpo", "白杨坡村农家书屋", "baiyangpo", "2015-11-03", "zhao"],
  ["reading-room:majiadian", "马家店村农家书屋", "majiadian", "2015-11-03", "zhao"],
  ["reading-room:xinghuatun", "杏花屯村农家书屋", "xinghuatun", "2016-04-23", "zhao"],
];

export const villagesOf = ({ units }: Profile) => units.filter(({ type }) => type === "village");

/** All positions by key: groups, wall displays (every village's, and the town's own), the rest. */
export function samplePositions(profile: Profile): ReadonlyMap<string, SamplePosition> {
  const walls = villagesOf(profile).map(
    ({ id, label }, at): SamplePosition => ({
      key: `wall:${id}`,
      name: `${label}村部上墙图版`,
      category: "wall-display",
      unit: id,
      opened: `20${17 + (at % 4)}-0${1 + (at % 9)}-10`,
      quantity: 6 + ((at * 7) % 9), // boards
      owner: "wang",
    }),
  );
  const town: SamplePosition = {
    key: "wall:town",
    name: "镇机关走廊上墙图版",
    category: "wall-display",
    unit: "town",
    opened: "2018-03-12",
    quantity: 18,
    owner: "wang",
  };
  const rest = others.map(
    ([key, name, unit, opened, owner]): SamplePosition => ({
      key,
      name,
      category: key.slice(0, key.indexOf(":")),
      unit,
      opened,
      quantity: 1,
      owner,
    }),
  );
  return new Map([...groupPositions, ...walls, town, ...rest].map((one) => [one.key, one]));
}

const open = ({ key, owner, ...position }: SamplePosition): Draft =>
  draft(
    ({ id, member }) => ({
      type: "position-opened",
      position: { id, ...position, owner: member(owner) },
    }),
    key,
  );

const retire = (key: string, on: string, reason: string): Draft =>
  draft(({ ref }) => ({ type: "position-retired", position: ref(key), on, reason }));

export function positionSteps(profile: Profile): SampleStep[] {
  const positions = [...samplePositions(profile).values()];
  const of = (isWanted: (category: string) => boolean) =>
    positions.filter(({ category }) => isWanted(category)).map(open);
  const lastDays = [...new Set(removedGroups.map(([, last]) => last))];
  return [
    step(
      "2021-12-27",
      "09:20",
      "lin",
      of((category) => category === "work-group"),
    ),
    step(
      "2021-12-27",
      "15:05",
      "lin",
      of((category) => category === "wall-display"),
    ),
    step(
      "2021-12-28",
      "10:40",
      "lin",
      of((category) => category !== "work-group" && category !== "wall-display"),
    ),
    ...lastDays.map((last) =>
      step(
        last,
        "17:10",
        "lin",
        removedGroups.flatMap(([, on], at) =>
          on === last
            ? [retire(`group:${keptGroups.length + at + 1}`, on, "任务已结束，群内长期无工作消息")]
            : [],
        ),
      ),
    ),
    step("2022-07-05", "10:15", "lin", [retire("group:12", "2022-07-05", "并入党政联络群")]),
  ];
}
