/**
 * A number of other days than the report's. A typed number belongs to the last stretch of days
 * that its sentence names before it, and that stretch has to lie in the period; a figure has to
 * be of just the days that its sentence names. What is planned is of days to come, and is fine.
 */
import type { Scope } from "../../profile/indicator.ts";
import { isWithin, type Period } from "../../words/period.ts";
import type { Figure } from "../document.ts";
import type { Count } from "./counts.ts";
import { daysSaidIn, isPlan, type SaidDays } from "./days.ts";
import type { ReportFinding } from "./finding.ts";
import { countsOf, figureAt, placeAt, type Sentence } from "./sentences.ts";

export function checkDays(sentence: Sentence, period: Period): ReportFinding[] {
  const { text } = sentence;
  const stretches = daysSaidIn(text, period);
  return countsOf(sentence).flatMap((count) => {
    const before = stretches.filter(({ end }) => end <= count.at);
    const figure = figureAt(sentence, count.digitsAt);
    return figure
      ? checkFigure(
          sentence,
          count,
          figure,
          before.findLast(({ isSpan }) => isSpan),
        )
      : checkTyped(sentence, count, before.at(-1), period);
  });
}

function checkTyped(
  sentence: Sentence,
  { digitsAt, text: number }: Count,
  days: SaidDays | undefined,
  period: Period,
): ReportFinding[] {
  if (!days || isPlan(sentence.text)) return [];
  if (isWithin(days.from, period) && isWithin(days.to, period)) return [];
  const place = placeAt(sentence, digitsAt);
  return [{ issue: "other-days", number, said: days.said, place }];
}

/** Words that say by themselves that a number goes back further. */
const furtherBack: Readonly<Partial<Record<Scope, RegExp>>> = {
  year: /全年|今年|本年|年内|年初/u,
  "to-date": /累计|截至|截止|至今|以来|历年|现有|共有/u,
};

function checkFigure(
  sentence: Sentence,
  { at, digitsAt, text: number }: Count,
  { tally }: Figure,
  days: SaidDays | undefined,
): ReportFinding[] {
  const { range, kind, period, indicator } = tally;
  const { id, scope } = indicator;
  const place = placeAt(sentence, digitsAt);
  // A stock is of one day: the last one of what the sentence names.
  const isOf = (from: string, to: string) =>
    range.to === to && (kind === "stock" || (range.from ?? "") === from);
  const before = sentence.text.slice(0, at);
  if (furtherBack[scope]?.test(before)) return [];
  if (days) {
    if (isOf(days.from, days.to)) return [];
    return [{ issue: "other-days", number, said: days.said, indicator: id, place }];
  }
  return isOf(period.from, period.to)
    ? []
    : [{ issue: "other-days", number, indicator: id, place }];
}
