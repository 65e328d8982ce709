/** Periods as people say them: 上半年, 第三季度, 2022年, 6月, H2, 截至5月31日. */
import { addDays, type LocalDate } from "../../shared/words/dates.ts";
import { findPeriod, halfYearOf, type Period, periodAround } from "../../shared/words/period.ts";
import { findDate } from "./dates.ts";

const numerals = "一二三四";

/** @returns undefined for what means no period */
export function findPeriodSaid(text: string, today: LocalDate): Period | undefined {
  const said = text.normalize("NFKC").trim();
  const [, before = "", closing] = /^(.*?)\(?(?:截至|截止到?|@)(.+?)\)?$/u.exec(said) ?? [];
  if (closing !== undefined) return findClosedEarly(before.trim(), closing, today);
  return findPeriod(said.toUpperCase()) ?? findWhole(said, today);
}

function findWhole(said: string, today: LocalDate): Period | undefined {
  const parts =
    /^(?:(\d{4})年?|(今年|本年|去年|上年))?-?(?:([上下])半年|h([12])|第?([一二三四1-4])季度?|q([1-4])|(\d{1,2})月份?|(全年|年度|度)?)$/iu.exec(
      said,
    );
  if (!parts || said === "") return undefined;
  const [, year, relative, half, h, quarter, q, month, whole] = parts;
  const thisYear = Number(today.slice(0, 4));
  const of = year ?? String(relative && /去|上/u.test(relative) ? thisYear - 1 : thisYear);
  if (half || h) return findPeriod(`${of}-H${h ?? (half === "上" ? 1 : 2)}`);
  if (quarter || q) return findPeriod(`${of}-Q${q ?? numberOf(quarter ?? "")}`);
  if (month) return findPeriod(`${of}-${month.padStart(2, "0")}`);
  return year || relative || whole !== "度" ? findPeriod(of) : undefined;
}

const numberOf = (sign: string): number =>
  numerals.includes(sign) ? numerals.indexOf(sign) + 1 : Number(sign);

/** Of the half-year in which the day lies, unless another period is named before it. */
function findClosedEarly(before: string, closing: string, today: LocalDate): Period | undefined {
  const named = before === "" ? undefined : findPeriodSaid(before, today);
  if (before !== "" && !named) return undefined;
  // A day without a year is of the period's own.
  const day = findDate(closing, named ? named.to : today);
  const whole = named ?? (day && halfYearOf(day));
  if (!day || !whole) return undefined;
  return day === whole.to ? whole : findPeriod(`${whole.id}@${day}`);
}

const steps = ["half-year", "quarter", "month", "year"] as const;

/** The next kind of period around the same days: half-year, quarter, month, year and again. */
export function otherKind({ id, to }: Period, by: 1 | -1): Period {
  const at = steps.findIndex((kind) => periodAround(to, kind).id === id.split("@")[0]);
  const kind = steps[(Math.max(0, at) + by + steps.length) % steps.length] ?? "half-year";
  return periodAround(to, kind);
}

/** The one before or after of the same kind; beside a stretch of its own stand half-years. */
export function neighbour(period: Period, by: 1 | -1): Period {
  const whole = findPeriod(period.id.split("@")[0] ?? "") ?? period;
  const kind = steps.find((one) => periodAround(whole.to, one).id === whole.id) ?? "half-year";
  return periodAround(addDays(by > 0 ? whole.to : whole.from, by), kind);
}
