/**
 * 其中, 分别为, 包括: how the numbers of one sentence belong together (DOMAIN 1.5). 其中 parts may
 * overlap, each at most the whole; 分别为 parts add up to it; a 包括 list is never complete.
 *
 * What the profile declares is checked for its figures, on their exact values; what only the
 * words of a sentence say is checked as it is printed.
 */
import type { Ledger } from "../../ledger/ledger.ts";
import type { Relation } from "../../profile/indicator.ts";
import type { Profile } from "../../profile/profile.ts";
import { findIndicator, type Tally, tally } from "../../tally/tally.ts";
import type { IndicatorId } from "../../words/ids.ts";
import type { Period } from "../../words/period.ts";
import { amountOf } from "./amount.ts";
import type { Count } from "./counts.ts";
import type { Amount, Place, ReportFinding } from "./finding.ts";
import { countsOf, figureAt, placeAt, type Sentence } from "./sentences.ts";

/** The profile's relations, and of every rate that its part is not above its whole. */
export function checkRelations(ledger: Ledger, profile: Profile, period: Period): ReportFinding[] {
  const find = (id: IndicatorId): Tally[] =>
    findIndicator(ledger, id)?.retired === false ? [tally(ledger, id, period)] : [];
  const declared = profile.relations.flatMap(({ type, whole: id, parts }) => {
    const [whole] = find(id);
    if (!whole) return [];
    const found = parts.flatMap(find);
    return [
      ...compare(type, amountOf(whole), found.map(amountOf)),
      ...(type === "respectively" ? compareUnits(whole, found) : []),
    ];
  });
  const rates = profile.indicators.flatMap(({ question, retired }) => {
    if (retired || question.of !== "rate") return [];
    const [whole, part] = [question.whole, question.part].flatMap(find);
    return whole && part ? compare("among", amountOf(whole), [amountOf(part)]) : [];
  });
  return once([...declared, ...rates]);
}

function compare(
  type: Relation["type"],
  whole: Amount,
  parts: readonly Amount[],
  place?: Place,
): ReportFinding[] {
  const where = place ? { place } : {};
  switch (type) {
    case "including":
      return [];
    case "among":
      return parts
        .filter((part) => part.value > whole.value)
        .map((part) => ({ issue: "part-above-whole", whole, part, ...where }));
    case "respectively": {
      const sum = parts.reduce((total, { value }) => total + value, 0);
      return sum === whole.value
        ? []
        : [{ issue: "broken-partition", whole, parts, sum, ...where }];
    }
  }
}

/** 次 场 条 篇 期 do not convert: what adds up is counted in one of them. */
function compareUnits(whole: Tally, parts: readonly Tally[]): ReportFinding[] {
  const { unit } = whole.indicator;
  const others = parts.filter(({ indicator }) => indicator.unit !== unit);
  if (others.length === 0) return [];
  return [{ issue: "units-differ", whole: amountOf(whole), parts: others.map(amountOf) }];
}

/** A rate and a relation may say the same of the same two figures. */
function once(findings: readonly ReportFinding[]): ReportFinding[] {
  const seen = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...seen.values()];
}

const word = /(?<among>其中)|(?<respectively>分别为|分别是|分别)|(?<including>包括|包含)/u;

/** The same, read from the words: a number before 其中 or 分别为, and those behind it. */
export function checkSentence(sentence: Sentence, profile: Profile): ReportFinding[] {
  const { text } = sentence;
  const found = word.exec(text);
  if (!found) return [];
  const counts = countsOf(sentence);
  const whole = counts.findLast(({ end }) => end <= found.index);
  if (!whole || !isNear(text.slice(whole.end, found.index))) return [];
  const type = found.groups?.among
    ? "among"
    : found.groups?.respectively
      ? "respectively"
      : "including";
  const parts = partsOf(whole, counts, text, found.index);
  if (parts.length < (type === "among" ? 1 : 2)) return [];
  const amounts = [whole, ...parts].map((count) => findAmount(sentence, count));
  const known = amounts.filter((amount) => amount !== undefined);
  const [first, ...rest] = known;
  if (!first || known.length < amounts.length || isDeclared(profile, first, rest)) return [];
  return compare(type, first, rest, placeAt(sentence, whole.digitsAt));
}

/** A comma at most lies between the whole and the word. */
const isNear = (between: string): boolean => /^[^，；。]*[，（(]?[^，；。]{0,12}$/u.test(between);

/** Those of the whole's unit word, up to the next semicolon; 747、671条 have one in common. */
function partsOf(whole: Count, counts: readonly Count[], text: string, from: number): Count[] {
  const end = text.indexOf("；", from);
  const behind = counts.filter(({ at }) => at > from && (end < 0 || at < end));
  if (behind.some(({ at }) => text[at - 1] === "各")) return [];
  const last = behind.at(-1)?.unit;
  return behind.filter(({ unit }) => (unit === "" ? last : unit) === whole.unit);
}

/** Undefined for a hedged number: nothing can be reckoned with it. */
function findAmount(sentence: Sentence, { digitsAt, hedges, value, text }: Count) {
  const figure = figureAt(sentence, digitsAt);
  if (figure) return figure.tally.value === null ? undefined : amountOf(figure.tally);
  return hedges.length > 0 ? undefined : { value, text };
}

/** Already checked by what the profile declares. */
const isDeclared = (profile: Profile, whole: Amount, parts: readonly Amount[]): boolean =>
  profile.relations.some(
    (relation) =>
      relation.whole === whole.indicator &&
      parts.every(({ indicator }) => indicator && relation.parts.includes(indicator)),
  );
