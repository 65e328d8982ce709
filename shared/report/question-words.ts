/**
 * What an indicator asks, in the words of the report's readers: how a figure of it came about can
 * be checked by somebody who never saw the profile.
 */
import type {
  EntryQuestion,
  Filter,
  Indicator,
  ObligationQuestion,
  PositionQuestion,
  ProblemQuestion,
  PublicationFilter,
  PublicationQuestion,
  Question,
  Wording,
} from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import { mediaLevelsIn } from "../profile/publishing.ts";
import type { DayRange } from "../tally/scope.ts";
import type { LocalDate } from "../words/dates.ts";
import { sayDate } from "./period-words.ts";

/** 事项“集中学习”、标记“专题研讨”的记录条数 */
export function sayQuestion(question: Question, profile: Profile): string {
  switch (question.of) {
    case "entries":
      return `${sayFilter(question.where, profile)}${entryMeasures[question.measure]}`;
    case "positions": {
      const { moment, measure, where } = question;
      return `${sayFilter(where, profile)}${positionMoments[moment]}${measures[measure]}`;
    }
    case "problems": {
      const { moment, measure, where } = question;
      const counted = measure === "count" ? "条数" : "涉及的单位数";
      return `${sayFilter(where, profile)}${problemMoments[moment]}${counted}`;
    }
    case "publications": {
      const { moment, measure, where } = question;
      const kinds = { true: "转载的", false: "原创的", undefined: "" } as const;
      const counted = publicationMeasures[measure];
      const which = kinds[`${where.reprint}`];
      return `${sayFilter(where, profile)}${which}${publicationMoments[moment]}${counted}`;
    }
    case "roster": {
      const counted = question.measure === "units" ? "方案所列单位数" : "方案所列阵地类别数";
      return `${sayFilter(question.where, profile)}${counted}`;
    }
    case "obligations": {
      const { obligations: ids, measure } = question;
      const named = ids ? `规定动作${quoted(profile.obligations ?? [], ids)}` : "各项规定动作";
      return `${named}到截止日${obligationMeasures[measure]}`;
    }
    case "rate":
      return `“${labelOf(profile.indicators, question.part)}”占“${labelOf(profile.indicators, question.whole)}”的百分比`;
  }
}

/** Which days were asked. */
export const sayRange = ({ from, to }: DayRange): string =>
  from === undefined ? `截至${sayDate(to)}` : sayDays(from, to);

/** How the value is printed; nothing where it is printed as it is. */
export function sayPrinting({ wording, unit }: Pick<Indicator, "wording" | "unit">): string {
  const words = printingWords[wording.rule];
  return words === "" ? "" : `${words}${unit === "" ? "" : `，单位“${unit}”`}`;
}

const sayDays = (from: LocalDate, to: LocalDate): string =>
  from === to ? sayDate(to) : `${sayDate(from)}至${sayDate(to)}`;

const printingWords: Readonly<Record<Wording["rule"], string>> = {
  exact: "",
  floored: "取整，不足部分记“余”",
  hanzi: "写作汉字",
};

const entryMeasures: Readonly<Record<EntryQuestion["measure"], string>> = {
  count: "记录条数",
  "sum-quantity": "记录的数量之和",
  "sum-attendance": "记录的人次之和",
  "distinct-units": "记录涉及的单位数",
  "distinct-positions": "记录涉及的阵地数",
  "distinct-categories": "记录涉及的阵地类别数",
  "distinct-marks": "记录涉及的标记数",
  "list-titles": "记录的标题数，相同的计一次",
  done: "记录是否已有",
};

const positionMoments: Readonly<Record<PositionQuestion["moment"], string>> = {
  active: "截止日在用的",
  opened: "期内启用的",
  retired: "期内停用的",
  inspected: "期内检查过的",
  "not-inspected": "期内未检查的",
};

const measures: Readonly<Record<PositionQuestion["measure"], string>> = {
  count: "阵地数",
  "sum-quantity": "阵地的数量之和",
  "distinct-units": "阵地涉及的单位数",
  "distinct-categories": "阵地涉及的类别数",
};

const problemMoments: Readonly<Record<ProblemQuestion["moment"], string>> = {
  found: "期内发现的问题",
  rectified: "期内整改完成的问题",
  closed: "期内销号的问题",
  open: "截止日尚未整改完成的问题",
  overdue: "截止日已逾期的问题",
};

const publicationMoments: Readonly<Record<PublicationQuestion["moment"], string>> = {
  drafted: "期内起草的稿件",
  "in-review": "截止日尚未发布的稿件",
  released: "期内发布的稿件",
  standing: "截止日已发布且未撤回的稿件",
  corrected: "期内更正过的稿件",
  withdrawn: "期内撤回的稿件",
};

const publicationMeasures: Readonly<Record<PublicationQuestion["measure"], string>> = {
  count: "篇数",
  releases: "篇次，每个渠道计一次",
  "distinct-units": "涉及的单位数",
  "list-titles": "标题数，相同的计一次",
};

const obligationMeasures: Readonly<Record<ObligationQuestion["measure"], string>> = {
  expected: "应完成的项次",
  fulfilled: "已有记录证明完成的项次",
  missing: "尚缺记录的项次",
  done: "是否都已完成",
};

interface Named {
  readonly id: string;
  readonly label: string;
}

const labelOf = (list: readonly Named[], id: string): string =>
  list.find((named) => named.id === id)?.label ?? id;

const quoted = (list: readonly Named[], ids: readonly string[]): string =>
  ids.map((id) => `“${labelOf(list, id)}”`).join("");

/** Every list of the filter that is given, in the words of its members. */
function sayFilter(where: Filter & PublicationFilter, profile: Profile): string {
  const say = (word: string, list: readonly Named[], ids: readonly string[] | undefined) =>
    ids ? [`${word}${quoted(list, ids)}`] : [];
  const parts = [
    ...say("事项", profile.kinds, where.kinds),
    ...say("标记", profile.marks, where.marks),
    ...say("类别", profile.categories, where.categories),
    ...say("单位", profile.units, where.units),
    ...say("媒体级别", mediaLevelsIn(profile), where.mediaLevels),
    ...say("单位类型", profile.unitTypes, where.unitTypes),
  ];
  return parts.length === 0 ? "" : `${parts.join("、")}的`;
}
