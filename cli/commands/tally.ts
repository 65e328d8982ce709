/** `tally`: what the ledger says now, each figure with its sources. */
import { plainTally } from "../../shared/tally/plain-tally.ts";
import { tallyAll } from "../../shared/tally/tally.ts";
import { readPeriod } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";

export interface TallyOptions {
  readonly period?: string;
  readonly by?: "month" | "unit";
  readonly compare?: boolean;
}

export async function tally(session: Session, name: string | undefined, options: TallyOptions) {
  const { wording, out } = session;
  const opened = await readLedger(session);
  const { ledger, profile } = opened;
  const period = readPeriod(options.period, () => opened.today);
  const only =
    name === undefined
      ? undefined
      : await findNamed(wording, "word.indicator", profile.indicators, name);
  if (options.compare) {
    const { tallyComparison } = await import("./tally-compare.ts");
    return tallyComparison(session, ledger, period, only);
  }
  if (options.by) {
    const { tallyBreakdown } = await import("./tally-breakdown.ts");
    return tallyBreakdown(session, ledger, period, options.by, only);
  }
  const tallies = tallyAll(ledger, period)
    .filter(({ indicator }) => !only || indicator.id === only.id)
    .map(plainTally);
  await out.resultLater(tallies, async () => {
    const { tallyLines } = await import("../printing/tally-lines.ts");
    return tallyLines(wording, tallies);
  });
}
