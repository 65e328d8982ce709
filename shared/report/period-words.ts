/** A period as a report names it: 2022年上半年, 2022年第三季度, 2022年1月至5月. */
import type { Period } from "../words/period.ts";

export function sayPeriod({ id, from, to }: Period): string {
  const year = `${Number(from.slice(0, 4))}年`;
  const part = id.slice(5);
  if (id.length === 4) return year;
  if (part === "H1") return `${year}上半年`;
  if (part === "H2") return `${year}下半年`;
  const quarter = /^Q([1-4])$/.exec(part)?.[1];
  if (quarter) return `${year}第${"一二三四"[Number(quarter) - 1]}季度`;
  if (!id.includes("..")) return `${year}${Number(part)}月`;
  const day = (on: string) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${year}${day(from)}至${sameYear ? "" : `${Number(to.slice(0, 4))}年`}${day(to)}`;
}
