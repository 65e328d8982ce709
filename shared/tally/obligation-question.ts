/** The answers to questions that are asked of obligations, with the entries that prove them. */
import { findEntry } from "../ledger/entry-table.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObligationQuestion } from "../profile/indicator.ts";
import { obligationsIn } from "../profile/obligation.ts";
import type { Profile } from "../profile/profile.ts";
import type { EntryId } from "../words/ids.ts";
import type { Answer } from "./answer.ts";
import { type Demand, demandsOf } from "./obligations.ts";
import { type PlaceFilter, takesUnit } from "./place.ts";
import { namesInOrder } from "./record-order.ts";
import type { DayRange } from "./scope.ts";

/** @param narrowed for a row of a table by unit: what is demanded of that unit, or of the office */
export function answerFromObligations(
  ledger: Ledger,
  profile: Profile | undefined,
  { measure, obligations: wanted }: ObligationQuestion,
  range: DayRange,
  narrowed?: PlaceFilter,
): Answer {
  const asked = profile ? obligationsIn(profile) : [];
  const demands = asked
    .filter(({ id }) => wanted?.includes(id) ?? true)
    .flatMap((obligation) => demandsOf(ledger, profile as Profile, obligation, range))
    .filter(({ unit }) => !narrowed || (unit ? takesUnit(narrowed, unit.id) : narrowed.self));
  return { value: amountOf(demands, measure), sources: () => sourcesOf(ledger, demands) };
}

function amountOf(demands: readonly Demand[], measure: ObligationQuestion["measure"]): number {
  const fulfilled = demands.filter(({ done }) => done).length;
  switch (measure) {
    case "expected":
      return demands.length;
    case "fulfilled":
      return fulfilled;
    case "missing":
      return demands.length - fulfilled;
    case "done":
      return demands.length > 0 && fulfilled === demands.length ? 1 : 0;
  }
}

/** One entry may prove several demands: of two units, or of two obligations. */
function sourcesOf({ entries }: Ledger, demands: readonly Demand[]): string[] {
  const ids = new Set(demands.flatMap((demand) => demand.entries));
  const found = [...ids].map((id) => findEntry(entries, id as EntryId));
  return namesInOrder(found.filter((entry) => entry !== undefined));
}
