/** Days and periods as people type them. */
import { addDays, LocalDate } from "../../shared/words/dates.ts";
import { findPeriod, halfYearOf, type Period } from "../../shared/words/period.ts";
import { WrongUse } from "../failure.ts";

const words: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  yesterday: -1,
  昨天: -1,
  前天: -2,
};

/** @throws WrongUse */
export function readDate(text: string | undefined, today: LocalDate): LocalDate {
  if (text === undefined) return today;
  const back = words[text];
  if (back !== undefined) return addDays(today, back);
  const parts = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(text);
  const year = parts?.[1] ?? today.slice(0, 4);
  const day = LocalDate.safeParse(
    `${year}-${parts?.[2]?.padStart(2, "0")}-${parts?.[3]?.padStart(2, "0")}`,
  );
  if (!parts || !day.success) throw new WrongUse("error.not-a-date", { text });
  return day.data;
}

/** @throws WrongUse */
export function readPeriod(text: string | undefined, today: () => LocalDate): Period {
  if (text === undefined) return halfYearOf(today());
  const period = findPeriod(text.toUpperCase());
  if (!period) throw new WrongUse("error.not-a-period", { text });
  return period;
}

/** @throws WrongUse */
export function readNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new WrongUse("error.not-a-number", { text });
  return Number(text);
}
