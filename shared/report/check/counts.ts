/**
 * The counts that a sentence names: 约5766人次, 600余次, 二十三个. What is no count is left out:
 * days and years, ordinals (第3次), lengths of time, Chinese numerals inside of words (一是, 统一).
 */
export interface Count {
  readonly at: number; // of its first character, hedges included
  readonly end: number;
  /** Of its first digit. */
  readonly digitsAt: number;
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly hedges: readonly string[];
  /** 3000余, 3千余, 三千余: neighbours are to be written in one of them. */
  readonly notation: "digits" | "mixed" | "hanzi";
}

const unit =
  "场次|篇次|人次|课次|家次|小时|平方米|公里|公顷|次|场|条|篇|期|人|个|处|家|支|面|块|份|张|户|项|名|件|套|本|册|类|门|幅|元|亩|村|％|%";
const pattern = new RegExp(
  "(?<before>(?:大约|大概|将近|接近|超过|(?<![节公合条契签预违守制履规民相])约|(?<![最附邻临就靠贴亲远])近|逾|(?<![赶反])超){0,3})" +
    "\\s?(?<digits>\\d[\\d,]*(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万]+)" +
    "(?<big>[千百]?万|亿|[千百])?(?<inside>[余多]*)\\s?" +
    `(?<unit>${unit})?(?<after>(?:左右|上下)?)`,
  "gu",
);
const oneHedge = /大约|大概|将近|接近|超过|左右|上下|[约近逾超余多]/gu;
/** What stands behind a number of a day or a length of time, or of a stop within a list. */
const noCount =
  /^(?:年|月|日|号|时|点|分|周|季|天|岁|级|届|个?月|个?百分点|个?工作日|[.)、）]\D|[—–~-]\d)/u;

export function countsIn(text: string): Count[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { before = "", digits = "", big = "", inside = "", unit = "" } = match.groups ?? {};
    const after = match.groups?.after ?? "";
    const hedges = `${before}|${inside}|${after}`.match(oneHedge) ?? [];
    const at = match.index;
    const digitsAt = at + match[0].indexOf(digits, before.length);
    const end = at + match[0].length;
    const behindDigits = text.slice(digitsAt + digits.length + big.length + inside.length);
    const isChinese = !/^\d/.test(digits);
    if (noCount.test(behindDigits) || "第—–~-".includes(text[digitsAt - 1] ?? " ")) return [];
    if (isChinese && (unit === "" || hedges.length === 0)) return [];
    const number = isChinese ? chineseNumber(digits) : Number(digits.replaceAll(",", ""));
    if (number === undefined) return [];
    const value = Math.round(number * timesOf(big) * 100) / 100;
    const notation = isChinese ? "hanzi" : /[千百]/u.test(big) ? "mixed" : "digits";
    return [{ at, end, digitsAt, text: match[0].trim(), value, unit, hedges, notation }];
  });
}

/** 3千, 1.2万, 2千万: what the sign behind the digits multiplies them by. */
const timesOf = (big: string): number =>
  [...big].reduce((times, sign) => times * (sign === "亿" ? 1e8 : (chineseNumber(sign) ?? 1)), 1);

const digitValue: Readonly<Record<string, number>> = Object.fromEntries(
  [..."零一二三四五六七八九"].map((digit, value) => [digit, value]),
);
const placeValue: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十三 → 23; undefined for what is no numeral of that kind (二〇二二). */
function chineseNumber(text: string): number | undefined {
  let total = 0;
  let below = 0; // of the part below 万
  let digit: number | undefined;
  for (const sign of text.replaceAll("两", "二").replaceAll("〇", "零")) {
    const place = placeValue[sign];
    if (sign === "万") {
      total += (below + (digit ?? (below === 0 ? 1 : 0))) * 10_000;
      below = 0;
      digit = undefined;
    } else if (place !== undefined) {
      below += (digit ?? 1) * place;
      digit = undefined;
    } else {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digitValue[sign];
    }
  }
  return total + below + (digit ?? 0);
}
