/** Lists of the whole report: its figures, the units, the problems that were found. */
import type { Ledger } from "../../ledger/ledger.ts";
import { type Problem, type Status, statusOn } from "../../ledger/problems.ts";
import { isVoided } from "../../ledger/trail.ts";
import type { Indicator } from "../../profile/indicator.ts";
import type { Profile, Unit } from "../../profile/profile.ts";
import { byUnit } from "../../tally/breakdown.ts";
import { noAnswer } from "../../tally/wording.ts";
import { isWithin, type Period } from "../../words/period.ts";
import type { Annex, AnnexFigure } from "../annex.ts";
import { dayOf, listOf, named, recordList } from "./list.ts";
import { type ListValue, text, type Value } from "./scope.ts";

export function figureList(annex: () => Annex): ListValue {
  const none = recordList(() => []);
  return listOf(
    () => annex().figures,
    {
      ...named<AnnexFigure>("label", "指标", ({ label }) => text(label)),
      ...named<AnnexFigure>("printed", "报告中", ({ printed }) => text(printed.join("；"))),
      ...named<AnnexFigure>("value", "实数", ({ value }) => text(String(value ?? noAnswer))),
      ...named<AnnexFigure>("rule", "统计口径", ({ rule }) => text(rule)),
      ...named<AnnexFigure>("count", "记录数", ({ count }) => text(String(count), count > 0)),
      ...named<AnnexFigure>("sources", "记录", (figure) => recordList(() => figure.sources)),
    },
    { sources: none, 记录: none },
  );
}

/** Each unit with its name, and every figure as it is for that unit alone. */
export function unitList(ledger: Ledger, profile: Profile, period: Period): ListValue {
  const indicators = profile.indicators.filter(({ retired }) => !retired);
  const counted = new Map<Indicator, ReadonlyMap<string, string>>();
  const figure = (indicator: Indicator) => (unit: Unit) => {
    const rows =
      counted.get(indicator) ??
      new Map(byUnit(ledger, indicator, period).rows.map((row) => [row.key, row.text]));
    counted.set(indicator, rows);
    const said = rows.get(unit.id) ?? noAnswer;
    return text(said, said !== noAnswer && said !== "0");
  };
  const figures = indicators.flatMap((indicator): [string, (unit: Unit) => Value][] => [
    [indicator.label, figure(indicator)],
    [indicator.id, figure(indicator)],
  ]);
  return listOf(() => profile.units.filter(({ retired }) => !retired), {
    ...Object.fromEntries(figures),
    ...named<Unit>("unit", "单位", ({ label }) => text(label)),
  });
}

const states: Readonly<Record<Status, string>> = {
  found: "已发现",
  "being-rectified": "整改中",
  rectified: "已整改",
  closed: "已销号",
};

/** Those found within the period, oldest first, as they stood on its last day. */
export function problemList(ledger: Ledger, profile: Profile, period: Period): ListValue {
  const labels = new Map<string, string>(profile.units.map(({ id, label }) => [id, label]));
  const unitOf = ({ unit, position }: Problem) =>
    unit ?? (position === undefined ? undefined : ledger.positions.get(position)?.unit);
  const problems = () =>
    [...ledger.problems.values()]
      .filter((problem) => !isVoided(problem) && isWithin(problem.on, period))
      .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
  return listOf(problems, {
    ...named<Problem>("title", "问题", ({ title }) => text(title)),
    ...named<Problem>("on", "发现日期", ({ on }) => text(dayOf(on))),
    ...named<Problem>("unit", "单位", (problem) => text(labels.get(unitOf(problem) ?? "") ?? "")),
    ...named<Problem>("status", "状态", (problem) =>
      text(states[statusOn(problem, period.to) ?? "found"]),
    ),
  });
}
