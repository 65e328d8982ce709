/**
 * A typed number behind the very words of an indicator, beside what the ledger has for them:
 * 开展集中学习15次 where it has 16, 600余次 where it has 512, 16场 where it counts 次. One that is the
 * same today is shown too, since it will not follow when the records change.
 */
import type { Tally } from "../../tally/tally.ts";
import { amountOf } from "./amount.ts";
import type { Count } from "./counts.ts";
import { daysSaidIn, isPlan } from "./days.ts";
import type { ReportFinding } from "./finding.ts";
import { saysMoreThan } from "./hedges.ts";
import { countsOf, figureAt, placeAt, type Sentence } from "./sentences.ts";

/** What may stand before the label without making other words of it. */
const opening = /(?:^|[^\p{L}\p{N}]|开展|组织|进行|召开|举办|完成|共计?|累计)$/u;

/** Unit words for the same sort of thing: only among these is one typed for the other. */
const families: readonly (readonly string[])[] = [
  ["次", "场", "场次", "课次", "期"],
  ["条", "篇", "篇次", "期", "份"],
  ["人", "人次"],
  ["个", "处", "家", "块", "面"],
];

export function checkTypedFigures(sentence: Sentence, tallies: readonly Tally[]): ReportFinding[] {
  if (isPlan(sentence.text)) return [];
  return countsOf(sentence).flatMap((count): ReportFinding[] => {
    if (figureAt(sentence, count.digitsAt)) return [];
    const before = sentence.text.slice(0, count.at).replace(/(?:共计?|累计)$/u, "");
    const named = tallies.filter((tally) => isNamed(before, tally));
    const meant = named.find(({ indicator }) => indicator.unit === count.unit);
    const other = named.find(({ indicator }) => isKin(indicator.unit, count.unit));
    const { text: number } = count;
    const place = placeAt(sentence, count.digitsAt);
    if (meant) return [{ issue: issueOf(count, meant), number, figure: amountOf(meant), place }];
    return other ? [{ issue: "other-unit", number, figure: amountOf(other), place }] : [];
  });
}

function issueOf(count: Count, { value }: Tally) {
  if (count.hedges.length === 0) {
    return value === count.value ? "typed-figure" : "differs-from-ledger";
  }
  return saysMoreThan(count, value ?? 0) ? "above-ledger" : "typed-figure";
}

const isKin = (a: string, b: string): boolean =>
  a !== b && families.some((family) => family.includes(a) && family.includes(b));

/** Whether the words before the number are the indicator's, and of its days. */
function isNamed(before: string, { indicator, value, period, range }: Tally): boolean {
  const { label, unit } = indicator;
  if (value === null || unit === "" || !before.endsWith(label)) return false;
  const days = daysSaidIn(before, period).at(-1);
  const isOfItsDays = !days || (days.from === range.from && days.to === range.to);
  return isOfItsDays && opening.test(before.slice(0, -label.length));
}
