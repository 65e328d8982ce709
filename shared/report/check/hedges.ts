/**
 * 约, 近, 余, 左右: a hedge stands with a round number, and one hedge is enough. Observed bases
 * are 20, 80, 120, 330, 4000, 1万 (DOMAIN 1.4); a number that is known to the last digit is
 * printed to the last digit, without a hedge.
 */
import type { Count } from "./counts.ts";
import type { ReportFinding } from "./finding.ts";
import { countsOf, figureAt, placeAt, type Sentence } from "./sentences.ts";

/** Hours and money flow: about 2 hours is said, about 2 meetings is not. */
const measured = new Set(["小时", "平方米", "公里", "公顷", "亩", "元"]);

function isRound({ value, unit, text }: Pick<Count, "value" | "unit" | "text">): boolean {
  if (unit === "%" || unit === "％") return Number.isInteger(value);
  if (value < 10) return measured.has(unit) && !/[余多]/u.test(text);
  const step = value < 1_000 ? 10 : value < 10_000 ? 100 : 1_000;
  return value % step === 0;
}

/** A bound is no hedge: 超过3次 may be meant to the last digit. */
const isBound = (hedge: string): boolean => hedge === "超过" || hedge === "超";

/** A figure that its profile rounds to a finer step than is usual is as round as was asked for. */
const isOwnRounding = (sentence: Sentence, { digitsAt, hedges }: Count): boolean =>
  hedges.length === 1 &&
  hedges[0] === "余" &&
  figureAt(sentence, digitsAt)?.tally.rule.rule === "floored";

export function checkHedges(sentence: Sentence): ReportFinding[] {
  return countsOf(sentence).flatMap((count): ReportFinding[] => {
    const place = placeAt(sentence, count.digitsAt);
    const number = count.text;
    if (count.hedges.length > 1) return [{ issue: "hedged-twice", number, place }];
    const isHedged = count.hedges.some((hedge) => !isBound(hedge));
    return isHedged && !isRound(count) && !isOwnRounding(sentence, count)
      ? [{ issue: "hedged-exact", number, place }]
      : [];
  });
}

/**
 * Whether a hedged number claims more than there is: 600余 of 600 or less, 近600 of less than 570
 * (DOMAIN 1.4: 近 stands from 95 per cent on).
 */
export function saysMoreThan({ hedges, value: base }: Count, actual: number): boolean {
  const isAbove = hedges.some((hedge) => /[余多逾超]/u.test(hedge));
  return isAbove ? actual <= base : actual < base * 0.95;
}

/** 两千余 next to 3千余: the hedged numbers of one sentence are written in one way. */
export function checkNotation(sentence: Sentence): ReportFinding[] {
  const [first, ...rest] = countsOf(sentence).filter(({ hedges }) => hedges.length > 0);
  const other = rest.find(({ notation }) => notation !== first?.notation);
  if (!first || !other) return [];
  const place = placeAt(sentence, other.digitsAt);
  return [{ issue: "mixed-notation", number: other.text, said: first.text, place }];
}
