/**
 * A typed share beside the numbers that it is a share of: 账号51个，不合格3个，合格率94.12%. It is
 * either of them by the other, or what is left of it, to the decimals in which it is printed.
 */
import { perCent } from "../../tally/tally.ts";
import type { Count } from "./counts.ts";
import { isPlan } from "./days.ts";
import type { ReportFinding } from "./finding.ts";
import { countsOf, figureAt, placeAt, type Sentence } from "./sentences.ts";

const label = /(?:合格|整改|完成|销号|办结|覆盖|达标)率(?:为|是|达到?)?$/u;
const isShare = ({ unit }: Count): boolean => unit === "%" || unit === "％";

export function checkRates(sentence: Sentence): ReportFinding[] {
  const { text } = sentence;
  if (isPlan(text)) return [];
  const counts = countsOf(sentence);
  return counts.flatMap((count): ReportFinding[] => {
    if (!isShare(count) || count.hedges.length > 0 || figureAt(sentence, count.digitsAt)) return [];
    if (!label.test(text.slice(0, count.at))) return [];
    const before = counts.filter((one) => one.end <= count.at && one.hedges.length === 0);
    const rates = pairsOf(before).flatMap(([whole, part]) => [
      perCent(part, whole),
      perCent(whole - part, whole),
    ]);
    const known = rates.filter((rate) => rate !== null);
    if (known.length === 0 || known.some((rate) => isSame(rate, count))) return [];
    const place = placeAt(sentence, count.digitsAt);
    const computed = known.slice(-2).join("%, "); // of the last pair: its share, and what is left
    return [{ issue: "rate-differs", number: count.text, computed, place }];
  });
}

/** Two numbers of one unit word, the greater one first. */
function pairsOf(counts: readonly Count[]): [whole: number, part: number][] {
  return counts.flatMap((one, at) =>
    counts
      .slice(at + 1)
      .filter(({ unit }) => unit !== "" && unit === one.unit)
      .map(({ value }): [number, number] => [
        Math.max(one.value, value),
        Math.min(one.value, value),
      ]),
  );
}

/** The same as it is printed: 94.1% is 94.12% to one decimal. */
function isSame(rate: number, { value, text }: Count): boolean {
  const decimals = /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
  return Math.abs(rate - value) < 0.5 * 10 ** -decimals + 1e-9;
}
