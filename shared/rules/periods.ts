/**
 * The order of a period's locks. Settling, closing or opening what somebody else had locked or
 * opened meanwhile is recorded beside it; what one could know is refused.
 *
 * A closing freezes what its author had before their eyes, so nothing may have come in since.
 */
import { countChangedSince } from "../ledger/changed-since.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import { type PeriodAct, periodOfAct, stateOf } from "../ledger/periods.ts";
import type { Sight } from "../ledger/sight.ts";
import type { LocalDate } from "../words/dates.ts";
import { periodOf } from "../words/period.ts";
import type { Refusal } from "./refusal.ts";

type PeriodOperation = Extract<Operation, { type: `period-${string}` }>;

export function findPeriodRefusal(
  ledger: Ledger,
  operation: PeriodOperation,
  sees: Sight,
): Refusal | undefined {
  const period = periodOfAct(operation);
  if ("reason" in operation && String(operation.reason).trim() === "") {
    return { reason: "reason-required" };
  }
  const last = ledger.periods.get(period)?.acts.findLast(({ forestalled }) => !forestalled);
  const couldKnow = !last || isKnown(last, operation, sees);
  const state = stateOf(ledger.periods, period);
  switch (operation.type) {
    case "period-settled":
      if (state === "open" || !couldKnow) return undefined;
      return { reason: state === "closed" ? "already-closed" : "already-settled", period };
    case "period-closed": {
      if (state === "closed") {
        return couldKnow ? { reason: "already-closed", period } : undefined;
      }
      const records = operation.frozen ? countChangedSince(ledger, periodOf(period), sees) : 0;
      return records > 0 ? { reason: "moved-on", period, records } : undefined;
    }
    case "period-reopened":
      return state === "open" && couldKnow ? { reason: "not-closed", period } : undefined;
    case "period-excepted":
      if (!isEndOfDay(operation.until, operation.ends)) {
        return { reason: "malformed", path: "ends", issue: "date" };
      }
      return state === "open" && couldKnow ? { reason: "not-closed", period } : undefined;
    case "period-exception-ended": {
      const { exception } = ledger.periods.get(period) ?? {};
      return exception || !couldKnow ? undefined : { reason: "no-exception", period };
    }
  }
}

const isKnown = (last: PeriodAct, { by }: PeriodOperation, sees: Sight): boolean =>
  sees(last.seq) || last.by === by;

/** In whichever time zone: its end lies within the day that is over or has not begun somewhere. */
function isEndOfDay(until: LocalDate, ends: string): boolean {
  const away = Date.parse(ends) - Date.parse(`${until}T00:00:00.000Z`);
  const hour = 3_600_000;
  return away >= 9 * hour && away <= 39 * hour;
}
