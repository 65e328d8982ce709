/**
 * The checks of the half-year: the wall displays of all 23 villages, then every category, the
 * clinic and each exhibition. What failed raised a problem in the same sitting.
 */
import type { Profile } from "../../shared/profile/profile.ts";
import { type Check, inspect, raise } from "./drafts.ts";
import { samplePositions, villagesOf } from "./positions.ts";
import { type MemberKey, type SampleStep, step } from "./step.ts";

/** A sitting: one member, one day, some positions one after another. */
interface Round {
  readonly on: string;
  readonly member: MemberKey;
  readonly positions: readonly string[];
  readonly kind?: "special-check";
  readonly note?: string;
}

/** What failed, by the key of the position: check item, and what was wrong. */
const failures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "wall:dongwa": { wording: "第三块图版有错别字两处" },
  "wall:shiqiao": { condition: "两块图版边框开裂、压条松脱" },
  "wall:qingshigou": { current: "组织架构图版未按换届结果更新" },
  "wall:xinli": { pictures: "服务流程图图片模糊" },
  "wall:hekou": { condition: "朝阳面图版褪色" },
  "wall:zaolin": { wording: "村规民约图版标点不规范", condition: "一块图版下沿破损" },
  "wall:dayu": { current: "便民服务电话已停用" },
  "wall:gaotai": { placement: "图版固定螺栓缺失一枚" },
  "wall:shahe": { wording: "年份数字写法前后不一" },
  "wall:town": { current: "机关科室分布图未更新" },
  "public-account:practice": { updated: "活动预告栏目连续三周未更新" },
  "group:9": { "on-register": "更换管理员后未更新清单" },
  "notice-board:liushuwan": { condition: "栏体玻璃裂纹" },
  "notice-board:farm": { current: "两张公示已过公示期" },
  "screen:service": { display: "左下角有缺笔画的暗点" },
  "reading-room:majiadian": { catalogue: "新到图书未登记造册" },
};

/** Only the first check of a position found it so, unless said here. */
const failsOn: Readonly<Record<string, string>> = { "public-account:practice": "2022-04-15" };

const wallRounds: readonly (readonly [on: string, member: MemberKey, villages: number])[] = [
  ["2022-03-08", "wang", 5],
  ["2022-03-10", "zhao", 4],
  ["2022-03-15", "wang", 5],
  ["2022-03-22", "zhao", 4],
  ["2022-04-12", "wang", 5],
];

const otherRounds: readonly Round[] = [
  { on: "2022-01-18", member: "wang", positions: ["public-account:news"] },
  { on: "2022-02-16", member: "wang", positions: ["public-account:news"] },
  {
    on: "2022-02-23",
    member: "sun",
    positions: ["group:2", "group:3", "group:5", "group:7", "group:9", "group:13"],
  },
  { on: "2022-03-16", member: "wang", positions: ["public-account:news"] },
  { on: "2022-04-13", member: "wang", positions: ["wall:town", "notice-board:yard"] },
  {
    on: "2022-04-15",
    member: "wang",
    positions: ["public-account:news", "public-account:practice"],
  },
  {
    on: "2022-04-20",
    member: "zhao",
    positions: ["screen:culture", "broadcast:town", "practice-station:town"],
  },
  { on: "2022-04-27", member: "zhao", positions: ["broadcast:hekou", "broadcast:pingan"] },
  // Seen again after they were put right.
  { on: "2022-04-29", member: "zhao", positions: ["wall:shiqiao"], note: "整改后复查" },
  { on: "2022-05-10", member: "zhao", positions: ["wall:dayu", "wall:gaotai"], note: "整改后复查" },
  {
    on: "2022-05-12",
    member: "zhao",
    positions: ["practice-station:sangyuan", "practice-station:xinglong"],
  },
  { on: "2022-05-17", member: "wang", positions: ["public-account:news"] },
  {
    on: "2022-05-19",
    member: "lin",
    positions: ["notice-board:clinic"],
    kind: "special-check",
    note: "镇卫生院宣传阵地专项检查",
  },
  {
    on: "2022-05-25",
    member: "lin",
    positions: ["exhibition:town", "exhibition:clean"],
    kind: "special-check",
    note: "展陈场所及展陈内容专项督查",
  },
  {
    on: "2022-05-27",
    member: "lin",
    positions: ["exhibition:shiqiao", "exhibition:changling"],
    kind: "special-check",
    note: "展陈场所及展陈内容专项督查",
  },
  {
    on: "2022-06-01",
    member: "zhao",
    positions: ["reading-room:baiyangpo", "reading-room:majiadian", "reading-room:xinghuatun"],
  },
  { on: "2022-06-09", member: "zhao", positions: ["practice-station:beitang", "screen:service"] },
  { on: "2022-06-14", member: "wang", positions: ["public-account:news"] },
  {
    on: "2022-06-22",
    member: "wang",
    positions: ["notice-board:farm", "notice-board:liushuwan", "notice-board:nantang"],
  },
];

const later: Round = { on: "2022-07-06", member: "wang", positions: ["wall:nantang"] };
const laterFailure = { pictures: "一张宣传图片受潮起皱" };

export const problemKey = (position: string, item: string): string => `problem:${position}:${item}`;

export function checkSteps(profile: Profile): SampleStep[] {
  const positions = samplePositions(profile);
  const failed = new Set<string>();

  const checkOf = ({ on, kind, note }: Round, key: string, found?: Check["failed"]): Check => {
    const position = positions.get(key);
    const category = profile.categories.find(({ id }) => id === position?.category);
    if (!position || !category) throw new RangeError(`the sample has no position ${key}`);
    return {
      key: `check:${key}:${on}`,
      ...(kind ? { kind } : {}),
      on,
      title: `${position.name}${kind ? "专项检查" : "检查"}`,
      position: key,
      unit: position.unit,
      category,
      ...(found ? { failed: found } : {}),
      ...(note ? { note } : {}),
    };
  };

  const sitting = (round: Round, found: typeof failures): SampleStep =>
    step(
      round.on,
      "16:30",
      round.member,
      round.positions.flatMap((key) => {
        const isFirst = !failed.has(key) && (failsOn[key] ?? round.on) === round.on;
        const wrong = isFirst ? found[key] : undefined;
        if (wrong) failed.add(key);
        const check = checkOf(round, key, wrong);
        const raised = Object.entries(wrong ?? {}).map(([item, what]) =>
          raise(check, item, `${positions.get(key)?.name}：${what}`, problemKey(key, item)),
        );
        return [inspect(check), ...raised];
      }),
    );

  const villages = villagesOf(profile);
  let next = 0;
  const walls = wallRounds.map(([on, member, count]): Round => {
    const visited = villages.slice(next, next + count);
    next += count;
    return { on, member, positions: visited.map(({ id }) => `wall:${id}`) };
  });
  return [
    ...[...walls, ...otherRounds].map((round) => sitting(round, failures)),
    sitting(later, { "wall:nantang": laterFailure }),
  ];
}
