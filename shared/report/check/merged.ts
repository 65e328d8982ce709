/**
 * Two bodies in one number: 党委会、中心组共计21场次 tells nothing of either. A typed one is shown;
 * a figure over several kinds is shown with what each of them has.
 */
import type { Ledger } from "../../ledger/ledger.ts";
import type { Profile } from "../../profile/profile.ts";
import { print, type Tally, tally } from "../../tally/tally.ts";
import { amountOf } from "./amount.ts";
import type { Amount, ReportFinding } from "./finding.ts";
import { countsOf, figureAt, placeAt, type Sentence } from "./sentences.ts";

const together = /^(?<bodies>.+?)(?:共计|合计|总计|一共|共)\p{L}{0,6}$/su;
const joined = /[\p{L}\p{N}”）]{2}[、和与及][\p{L}\p{N}“”（）]{2,12}$/u;
/** What is held or published; people and places of several sorts are counted together rightly. */
const actUnits = new Set(["次", "场", "场次", "课次", "期"]);

export function checkTypedMerged(sentence: Sentence): ReportFinding[] {
  const { text } = sentence;
  return countsOf(sentence).flatMap((count): ReportFinding[] => {
    if (!actUnits.has(count.unit) || figureAt(sentence, count.digitsAt)) return [];
    // A list of bodies is short; a text may be long, and is read once for every number in it.
    const before = text.slice(Math.max(0, count.at - 40), count.at);
    const clause = before.slice(before.search(/[^，；：]*$/u));
    const isTakenApart = /其中|分别/u.test(text.slice(count.end));
    if (isTakenApart || !joined.test(together.exec(clause)?.groups?.bodies ?? "")) return [];
    const place = placeAt(sentence, count.digitsAt);
    return [{ issue: "typed-merged", number: count.text, place }];
  });
}

export function checkMerged(ledger: Ledger, profile: Profile, figure: Tally): ReportFinding[] {
  const { indicator, period } = figure;
  const { question } = indicator;
  if (question.of !== "entries" || !isAdded(question.measure)) return [];
  const kinds = question.where.kinds ?? [];
  if (kinds.length < 2) return [];
  const parts = kinds.flatMap((kind): Amount[] => {
    const where = { ...question.where, kinds: [kind] };
    const { value } = tally(ledger, { ...indicator, question: { ...question, where } }, period);
    const label = profile.kinds.find(({ id }) => id === kind)?.label ?? kind;
    const text = `${print(value, indicator)}${indicator.unit}`;
    return value ? [{ value, text, label }] : [];
  });
  return parts.length < 2 ? [] : [{ issue: "merged", figure: amountOf(figure), parts }];
}

/** Units that two kinds have in common are one unit; their acts are two acts. */
const isAdded = (measure: string): boolean => measure === "count" || measure.startsWith("sum-");
