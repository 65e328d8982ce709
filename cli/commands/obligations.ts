/** `obligations`: what the period demands, done or not, and what proves it. */
import {
  type Demand,
  type Fulfilment,
  fulfilmentsIn,
  stateOn,
} from "../../shared/tally/obligations.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { columns } from "../printing/columns.ts";
import { readPeriod } from "../reading/dates.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";

export async function obligations(
  session: Session,
  { period: name }: { readonly period?: string },
) {
  const { wording, out } = session;
  const { ledger, today } = await readLedger(session);
  const period = readPeriod(name, () => today);
  const found = fulfilmentsIn(ledger, period);
  out.result(
    found.map((one) => plain(one, today)),
    () => (found.length === 0 ? [wording.say("obligation.none")] : linesOf(wording, found, today)),
  );
}

const plain = ({ obligation, demands, expected, fulfilled }: Fulfilment, today: LocalDate) => ({
  id: obligation.id,
  label: obligation.label,
  every: obligation.every,
  expected,
  fulfilled,
  demands: demands.map((demand) => ({
    stretch: demand.stretch.id,
    unit: demand.unit?.id,
    state: stateOn(demand, today),
    times: demand.times,
    entries: demand.entries,
  })),
});

/** A line for each obligation, and below it what is missing, by stretch. */
function linesOf(wording: Wording, found: readonly Fulfilment[], today: LocalDate): string[] {
  const { say } = wording;
  return columns(
    found
      .filter(({ expected }) => expected > 0)
      .flatMap(({ obligation, demands, expected, fulfilled }) => [
        [obligation.label, `${fulfilled}/${expected}`, say(`rhythm.${obligation.every}`)],
        ...missingLines(wording, demands, today),
      ]),
  );
}

function missingLines({ say }: Wording, demands: readonly Demand[], today: LocalDate): string[][] {
  const byStretch = Map.groupBy(
    demands.filter(({ done }) => !done),
    ({ stretch }) => stretch.id,
  );
  return [...byStretch].map(([stretch, some]) => {
    const state = stateOn(some[0] as Demand, today);
    const units = some.flatMap(({ unit }) => unit?.label ?? []).join("、");
    return [`  ${stretch}`, say(`obligation.${state}`), units];
  });
}
