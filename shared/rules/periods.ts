/**
 * The order of a period's locks. Settling, closing or opening what somebody else had locked or
 * opened meanwhile is recorded beside it; what one could know is refused.
 *
 * A closing freezes what its author had before their eyes, so nothing may have come in since.
 */
import type { Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import { type PeriodAct, stateOf } from "../ledger/periods.ts";
import type { Sight } from "../ledger/sight.ts";
import type { Tracked } from "../ledger/trail.ts";
import type { LocalDate } from "../words/dates.ts";
import { periodOf } from "../words/period.ts";
import type { Refusal } from "./refusal.ts";

type PeriodOperation = Extract<Operation, { type: `period-${string}` }>;

export function findPeriodRefusal(
  ledger: Ledger,
  operation: PeriodOperation,
  sees: Sight,
): Refusal | undefined {
  const { period } = operation;
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
      const records = operation.frozen ? countUnseen(ledger, operation, sees) : 0;
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

/** Records up to the period's last day, and its statements, that changed after what was seen. */
function countUnseen(ledger: Ledger, { period: id }: PeriodOperation, sees: Sight): number {
  const { to } = periodOf(id);
  const isNew = ({ trail: { seqs, admitted } }: Tracked): boolean =>
    seqs.some((seq) => !sees(seq)) || (admitted !== undefined && !sees(admitted));
  const wasMoved = ({ trail: { edits } }: Tracked) =>
    edits?.on !== undefined && !sees(edits.on.seq);
  const entries = ledger.entries.byId.count(
    (entry) => (entry.on <= to || wasMoved(entry)) && isNew(entry),
  );
  const others =
    ledger.problems.count((problem) => problem.on <= to && isNew(problem)) +
    ledger.publications.count((publication) => publication.on <= to && isNew(publication)) +
    ledger.duties.count((duty) => duty.from <= to && isNew(duty)) +
    ledger.positions.count((position) => position.opened <= to && isNew(position)) +
    ledger.statements.count((statement) => statement.period === id && isNew(statement));
  const profiles = ledger.profiles.filter(({ seq }) => !sees(seq)).length;
  return entries + others + profiles;
}
