/**
 * Last period's words for this period, without a single number of last period: every number becomes
 * a marked place that somebody has to fill. Where the number was that of an indicator, the place
 * names the indicator: 集中学习16次 → 集中学习〔集中学习〕次.
 *
 * Numbers are digits, full width or not, and Chinese numerals that count something; 一是 and 第一
 * number nothing and stay.
 */
import type { Tally } from "../tally/tally.ts";

/** Words in such brackets are a place to fill, also where a person typed it; 〔2022〕 is a year. */
const slotPattern = /〔[^〔〕\n\d０-９]{1,60}〕/gu;
const plainSlot = "〔数字〕";
/** Of a document: X发〔2022〕5号. */
const documentNumber = /〔[\d０-９]{4}〕\s*[\d０-９]+\s*号/gu;

const numerals = "零〇一二两三四五六七八九十百千万亿";
const counted =
  "场次|篇次|人次|课次|家次|小时|平方米|公里|公顷|个|次|场|条|篇|期|人|处|家|支|面|块|份|张|户|项|名|件|套|本|册|类|门|幅|元|亩|村|余|多|年|月|日|天|周";
/** A number with what belongs to it: its decimals, 万, and the hedge that was only true of it. */
const number = new RegExp(
  `(?<digits>[\\d０-９](?:[\\d０-９,，.．]*[\\d０-９])?)(?<big>[万亿]?)(?<hedge>[余多]?)|(?<![第其统同之唯专万同如逐])(?<chinese>[${numerals}]+)(?<after>[余多]?)(?=(?:${counted}))`,
  "gu",
);

/** @param tallies what the ledger (or the frozen report) said in the period that the words are of */
export function withoutNumbers(text: string, tallies: readonly Tally[]): string {
  return text
    .replace(documentNumber, "〔文号〕")
    .split(/(〔[^〔〕\n\d０-９]{1,60}〕)/u) // a place that was left unfilled stays as it is
    .map((part, at) => (at % 2 === 1 ? part : replaced(part, tallies)))
    .join("");
}

const replaced = (text: string, tallies: readonly Tally[]): string =>
  text.replace(number, (said, ...rest) => {
    const at = rest.at(-3) as number;
    const whole = rest.at(-2) as string;
    return slotFor(said, whole.slice(at + said.length), tallies);
  });

/** @param behind what follows the number: its unit word tells two indicators of one value apart */
function slotFor(said: string, behind: string, tallies: readonly Tally[]): string {
  const printed = said.normalize("NFKC");
  const known = tallies.filter(
    ({ text, value, indicator: { unit } }) =>
      value !== null &&
      (text === printed || String(value) === printed) &&
      unit !== "" &&
      behind.startsWith(unit),
  );
  const [only, ...others] = known;
  const slot = only && others.length === 0 ? `〔${only.indicator.label}〕` : plainSlot;
  return slotsIn(slot).length === 1 ? slot : plainSlot; // a label may hold anything
}

/** Places that nobody has filled yet. */
export const slotsIn = (text: string): string[] =>
  [...text.matchAll(slotPattern)].map(([slot]) => slot);
