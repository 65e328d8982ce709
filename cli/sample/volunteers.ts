/**
 * The volunteer work of four teams: 450 entries of the half-year, some of them batches, that add
 * up to 612 activities once the slips of the pen are mended. One activity before and one after
 * the half-year do not count.
 */
import type { Profile, Unit } from "../../shared/profile/profile.ts";
import { addDays, daysBetween, type LocalDate } from "../../shared/words/dates.ts";
import { type Dice, rollDice } from "./dice.ts";
import { type Act, amend, log } from "./drafts.ts";
import { villagesOf } from "./positions.ts";
import { type Draft, day, type MemberKey, type SampleStep, step } from "./step.ts";

const entryCount = 450;
const activityCount = 612;
const batchEvery = 12;
const batchOfTwo = 53;
const kind = "volunteer-activity";
const first = day("2022-01-03");
const last = day("2022-06-30");

type Team = "team-party" | "team-women" | "team-youth" | "team-lecture";
const writers: Readonly<Record<Team, MemberKey>> = {
  "team-party": "he",
  "team-women": "liu",
  "team-youth": "chen",
  "team-lecture": "wang",
};

type Theme = readonly [title: string, team: Team, also?: Team];
const themes: readonly [Theme, ...Theme[]] = [
  ["村道清扫", "team-party"],
  ["河道垃圾清捡", "team-party", "team-youth"],
  ["义务植树护绿", "team-party", "team-youth"],
  ["防汛沙袋装填", "team-party"],
  ["村部代办服务", "team-party"],
  ["广场环境整治", "team-women"],
  ["美丽庭院示范路清扫", "team-women"],
  ["移风易俗倡议书发放", "team-women", "team-lecture"],
  ["健康知识宣传", "team-women"],
  ["广场舞教学", "team-women"],
  ["路口文明劝导", "team-youth"],
  ["农家书屋图书整理", "team-youth"],
  ["电商直播助农", "team-youth"],
  ["反诈知识宣传", "team-youth", "team-lecture"],
  ["惠农政策宣讲", "team-lecture"],
  ["森林防火宣传", "team-lecture", "team-party"],
  ["农技知识宣讲", "team-lecture"],
  ["法律法规宣传", "team-lecture"],
];

type Written = Act & {
  readonly on: LocalDate;
  readonly key: string;
  readonly at: number;
  readonly team: Team;
};

/** What was written down first, by the number of the entry, where it was not yet right. */
const slips: Readonly<Record<number, (entry: Written) => Partial<Act>>> = {
  [batchOfTwo]: () => ({ quantity: 20 }),
  96: ({ attendance = 0 }) => ({ attendance: attendance * 10 }),
  187: ({ title }) => ({ title: title.replace("劝导", "劝倒") }),
  240: ({ on }) => ({ on: addDays(on, 1) }),
  301: () => ({ units: ["dayu"] }), // 大榆 for 小榆
  388: () => ({ place: "待补" }),
};

function plan(villages: readonly [Unit, ...Unit[]], dice: Dice): Written[] {
  const batches = Math.floor((entryCount - 1) / batchEvery) + 1;
  let rest = activityCount - entryCount - 1; // the batch of two has one more
  return Array.from({ length: entryCount }, (_, at): Written => {
    const on = addDays(first, Math.floor((at * (daysBetween(first, last) + 1)) / entryCount));
    const batch = at % batchEvery === 0 ? at / batchEvery : undefined;
    let extra = at === batchOfTwo ? 1 : 0;
    if (batch !== undefined) {
      const fair = rest / (batches - batch);
      extra =
        batch === batches - 1 ? rest : Math.min(rest, dice.between(1, Math.ceil(fair * 2) - 1));
      rest -= extra;
    }
    const [title, team, also] = at === 187 ? (themes[10] ?? themes[0]) : dice.pick(themes);
    const xiaoyu = at === 301 ? villages.find(({ id }) => id === "xiaoyu") : undefined;
    const units = new Set([xiaoyu ?? dice.pick(villages)]);
    if (extra >= 4) units.add(dice.pick(villages)).add(dice.pick(villages));
    const isTown = extra === 0 && !xiaoyu && dice.between(1, 12) === 1;
    const quantity = 1 + extra;
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    const marks = [team, ...(also && dice.between(1, 3) === 1 ? [also] : [])];
    const where = isTown ? "集镇" : [...units].map(({ label }) => label).join("、");
    return {
      key: `volunteer:${at}`,
      at,
      team,
      kind,
      on,
      title: `${where}${title}`,
      quantity,
      attendance: quantity * dice.between(6, 22),
      units: isTown ? ["town"] : [...units].map(({ id }) => id),
      marks: weekday === 0 || weekday === 6 ? [...marks, "weekend"] : marks,
      place: isTown ? "集镇" : "村内",
      ...(extra > 0 ? { note: `同类活动${quantity}次，合并登记` } : {}),
    };
  });
}

/** The Friday on which a week's activities are written down; the last ones on the first of July. */
const fridayOf = (on: LocalDate): LocalDate => {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return addDays(on, (12 - weekday) % 7);
};

const writerOf = ({ team }: Written): MemberKey => writers[team];

function logFirst(entry: Written): Draft {
  const { team: _, at, ...act } = entry;
  return log({ ...act, ...slips[at]?.(entry) });
}

/** On the Monday after, its author gives every field that slipped the value that it should have. */
function mend(entry: Written): SampleStep[] {
  const slip = slips[entry.at]?.(entry);
  if (!slip) return [];
  const { units, ...fields } = slip;
  const names = Object.keys(fields) as (keyof typeof fields & keyof Written)[];
  const changes = Object.fromEntries(names.map((name) => [name, entry[name]]));
  const sets = units ? { units: { add: [...(entry.units ?? [])], remove: [...units] } } : {};
  const monday = addDays(fridayOf(entry.on), 3);
  return [step(monday, "08:45", writerOf(entry), [amend(entry.key, { changes, ...sets })])];
}

export function volunteerSteps(profile: Profile): SampleStep[] {
  const [some, ...more] = villagesOf(profile);
  if (!some) return [];
  const dice = rollDice(2022);
  const entries = plan([some, ...more], dice);
  const weekly = [...Map.groupBy(entries, ({ on }) => fridayOf(on))].flatMap(([friday, week]) =>
    [...Map.groupBy(week, writerOf)].map(([writer, written]) =>
      step(friday, `1${dice.between(4, 7)}:${dice.between(10, 59)}`, writer, written.map(logFirst)),
    ),
  );
  return [
    step("2021-12-31", "15:10", "he", [
      log({
        kind,
        on: "2021-12-31",
        title: "集镇清雪除冰",
        quantity: 5,
        attendance: 60,
        units: ["town"],
        marks: ["team-party"],
      }),
    ]),
    ...weekly,
    ...entries.flatMap(mend),
    step("2022-07-04", "11:20", "chen", [
      log({
        kind,
        on: "2022-07-01",
        title: "集镇路口文明劝导",
        quantity: 3,
        attendance: 24,
        units: ["town"],
        marks: ["team-youth"],
      }),
    ]),
  ];
}
