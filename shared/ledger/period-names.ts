/**
 * How operations name a period, so that every release can go on from there.
 *
 * 0.2.0 works out the days of whatever period was closed or written about, and stops for good at a
 * name that it does not know: `2022-H1@2022-05-31`. So `period` is the stretch of those days, which
 * it knows, and `name` the period that is meant. There the same days are closed as here.
 */
import { z } from "zod";
import { PeriodId, periodOf } from "../words/period.ts";

/** In an operation about a period; `name` only where that is another than `period`. */
export const periodNamed = { period: PeriodId, name: PeriodId.optional() };
const Named = z.looseObject(periodNamed);
type Named = z.infer<typeof Named>;

/** The period that an operation means. */
export const periodIn = ({ period, name }: Named): PeriodId => name ?? period;

/** Two names of one stretch of days; anything else is a mistake of whoever wrote it. */
export const namesOneStretch = ({ period, name }: Named): boolean => {
  if (name === undefined) return true;
  const [said, meant] = [periodOf(period), periodOf(name)];
  return said.from === meant.from && said.to === meant.to;
};

/** The same, as every release reads it. */
export function namedForAll<Body extends Named>(body: Body): Body {
  const period = periodIn(body);
  if (!period.includes("@")) return body;
  const { from, to } = periodOf(period);
  return { ...body, period: PeriodId.parse(`${from}..${to}`), name: period };
}
