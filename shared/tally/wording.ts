/**
 * How a value is printed. The printed text never says more than the ledger holds: 余 stands only
 * behind a base that is below the value, and an exact base stands without it.
 */
import type { Wording } from "../profile/indicator.ts";

/** What is printed where there is no answer: a share of nothing. */
export const noAnswer = "—";

/** A count as the wording says it, without its unit word: 612 → 600余, 9 → 九. */
export function printCount(value: number, wording: Wording): string {
  switch (wording.rule) {
    case "exact":
      return String(value);
    case "floored":
      return printFloored(value, wording.to);
    case "hanzi":
      return toHanzi(value);
  }
}

/** A share in per cent, at most two decimals: 94.12%. */
export const printRate = (value: number): string => `${value}%`;

function printFloored(value: number, to: number | undefined): string {
  const step = to !== undefined && to <= value ? to : usualStep(value);
  const base = Math.floor(value / step) * step;
  return base === value ? printBase(base) : `${printBase(base)}余`;
}

/** The step that follows the size, where the profile names none that fits. */
function usualStep(value: number): number {
  if (value < 10) return 1;
  if (value < 100) return 10;
  return value < 10_000 ? 100 : 1_000;
}

/** From 10,000 on in 万, where one decimal says it all. */
const printBase = (base: number): string =>
  base >= 10_000 && base % 1_000 === 0 ? `${base / 10_000}万` : String(base);

const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const places = ["", "十", "百", "千"];

/** A whole number from 0 to 99,999,999 in Chinese numerals (二, never 两); others stay digits. */
export function toHanzi(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) return String(value);
  if (value === 0) return "零";
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1_000 ? "零" : "";
  const text = (high > 0 ? `${fourDigits(high)}万` : "") + gap + fourDigits(low);
  return text.startsWith("一十") ? text.slice(1) : text;
}

/** 1 to 9,999; nothing for 0. One 零 stands for any gap inside. */
function fourDigits(value: number): string {
  let text = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    text += `${gap ? "零" : ""}${digits[digit]}${places[place]}`;
    gap = false;
  }
  return text;
}
