/**
 * Whole numbers as offices write them: 35, ３５, 35人, 1,234人次, 二十三人, 两场. A rough number (约30人,
 * 30余人) is none: the ledger counts, and what nobody counted must not look as if somebody had.
 */
import { toHanzi } from "../../shared/tally/wording.ts";

export type Count = { readonly count: number } | { readonly wrong: "rough" | "not-a-number" };

const measure = "(?:人次|人|名|位|场次|场|次|条|篇|期|个|处|份|件|块|套|本|册|项)?";
const rough =
  /[约近超余多几数上]|左右|上下|不足|大概|将近|来人|[~±+><≥≤]|\d[-–—至到]\d|^[一二三四五六七八九]{2}|\d[万千百]/;

export function readCount(text: string): Count {
  const typed = text.normalize("NFKC").replaceAll(/\s/g, "");
  const [, number] = new RegExp(`^(?:共|计|共计)?(.+?)${measure}$`).exec(typed) ?? [];
  if (number === undefined) return { wrong: "not-a-number" };
  const digits = /^\d{1,3}(?:,\d{3})+$/.test(number) ? number.replaceAll(",", "") : number;
  if (/^\d{1,9}(?:\.0+)?$/.test(digits)) return { count: Number(digits) };
  const count = findChineseNumber(number);
  if (count !== undefined) return { count };
  return { wrong: rough.test(typed) ? "rough" : "not-a-number" };
}

const formal: Readonly<Record<string, string>> = {
  ...{ 壹: "一", 贰: "二", 叁: "三", 肆: "四", 伍: "五", 陆: "六", 柒: "七", 捌: "八", 玖: "九" },
  ...{
    拾: "十",
    佰: "百",
    仟: "千",
    萬: "万",
    〇: "零",
    "○": "零",
    两: "二",
    俩: "二",
    廿: "二十",
  },
};
const digits = "零一二三四五六七八九";
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/**
 * 十二 → 12, 二百零五 → 205. What could be read in two ways (二三人, 一百二) is not read: only what the
 * number itself would be written as.
 */
export function findChineseNumber(text: string): number | undefined {
  const plain = Array.from(text, (sign) => formal[sign] ?? sign).join("");
  if (!/^[零一二三四五六七八九十百千万]{1,15}$/.test(plain)) return undefined;
  let sum = 0;
  let section = 0;
  let digit: number | undefined;
  for (const sign of plain) {
    const place = places[sign];
    if (sign === "万") {
      sum += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = undefined;
    } else if (place !== undefined) {
      section += (digit ?? 1) * place;
      digit = undefined;
    } else digit = digits.indexOf(sign);
  }
  const value = sum + section + (digit ?? 0);
  const isSo = toHanzi(value) === plain || toHanzi(value) === plain.replace(/^一十/, "十");
  return isSo ? value : undefined;
}

/** 二〇二二 → 2022: a year is read sign by sign. */
export function findChineseYear(text: string): number | undefined {
  const plain = Array.from(text, (sign) => formal[sign] ?? sign).join("");
  if (!/^[零一二三四五六七八九]{4}$/.test(plain)) return undefined;
  return Number(Array.from(plain, (sign) => digits.indexOf(sign)).join(""));
}
