/** A typed number behind the very words of an indicator: 开展集中学习15次, where the ledger has 16. */
import type { Tally } from "../../tally/tally.ts";
import { amountOf } from "./amount.ts";
import type { Count } from "./counts.ts";
import { daysSaidIn, isPlan } from "./days.ts";
import type { ReportFinding } from "./finding.ts";
import { countsOf, figureAt, placeAt, type Sentence } from "./sentences.ts";

/** What may stand before the label without making other words of it. */
const opening = /(?:^|[^\p{L}\p{N}]|开展|组织|进行|召开|举办|完成|共计?|累计)$/u;

export function checkTypedFigures(sentence: Sentence, tallies: readonly Tally[]): ReportFinding[] {
  if (isPlan(sentence.text)) return [];
  return countsOf(sentence).flatMap((count): ReportFinding[] => {
    if (count.hedges.length > 0 || figureAt(sentence, count.digitsAt)) return [];
    const meant = tallies.find((tally) => isMeant(sentence.text, count, tally));
    if (!meant || meant.value === count.value) return [];
    const place = placeAt(sentence, count.digitsAt);
    const figure = amountOf(meant);
    return [{ issue: "differs-from-ledger", number: count.text, figure, place }];
  });
}

function isMeant(text: string, count: Count, { indicator, value, period, range }: Tally): boolean {
  const { label, unit } = indicator;
  const before = text.slice(0, count.at).replace(/(?:共计?|累计)$/u, "");
  if (value === null || unit === "" || unit !== count.unit || !before.endsWith(label)) return false;
  const days = daysSaidIn(before, period).at(-1);
  const isOfItsDays = !days || (days.from === range.from && days.to === range.to);
  return isOfItsDays && opening.test(before.slice(0, -label.length));
}
