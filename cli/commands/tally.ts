/** `tally`: what the ledger says now, each figure with its sources. */
import { type PlainTally, plainTally } from "../../shared/tally/plain-tally.ts";
import { tallyAll } from "../../shared/tally/tally.ts";
import { columns, type Row } from "../printing/columns.ts";
import { readPeriod } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";
import { tallyBreakdown } from "./tally-breakdown.ts";

export interface TallyOptions {
  readonly period?: string;
  readonly by?: "month" | "unit";
}

export async function tally(session: Session, name: string | undefined, options: TallyOptions) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const period = readPeriod(options.period, today);
  const only =
    name === undefined
      ? undefined
      : await findNamed(wording, "word.indicator", profile.indicators, name);
  if (options.by) return tallyBreakdown(session, ledger, period, options.by, only);
  const tallies = tallyAll(ledger, period)
    .filter(({ indicator }) => !only || indicator.id === only.id)
    .map(plainTally);
  out.result(tallies, () => tallyLines(session, tallies));
}

export function tallyLines(
  { wording: { say } }: Session,
  tallies: readonly PlainTally[],
): string[] {
  const heads: Row = [
    say("tally.head.label"),
    say("tally.head.value"),
    say("tally.head.printed"),
    say("tally.head.target"),
    say("tally.head.sources"),
  ];
  const rows = tallies.map(
    ({ label, value, text, unit, target, sources }): Row => [
      label,
      value ?? say("tally.no-answer"),
      `${text}${unit}`,
      target ?? "",
      say("tally.sources", { count: sources.length }),
    ],
  );
  return columns([heads, ...rows]);
}
