/** `statement reuse`: last period's words, every number of it a place that has to be filled anew. */

import type { OperationBody } from "../../shared/ledger/operation.ts";
import { type Reusable, reusableFrom } from "../../shared/report/reusable.ts";
import type { Period } from "../../shared/words/period.ts";
import { WrongUse } from "../failure.ts";
import { readPeriod } from "../reading/dates.ts";
import { neighbour } from "../reading/period-said.ts";
import { readLedger, type Session } from "../session.ts";
import { submit } from "./submitted.ts";

export interface ReuseOptions {
  readonly period?: string;
  readonly from?: string;
}

/** One group, undone as one. */
export const reusing = (period: Period, found: readonly Reusable[]): OperationBody[] =>
  found.map(({ statement, text }) => ({
    type: "statement-written",
    period: period.id,
    statement,
    text,
  }));

export async function reuseStatements(session: Session, options: ReuseOptions) {
  const { wording, out } = session;
  const { ledger, today } = await readLedger(session);
  const period = readPeriod(options.period, () => today);
  const from =
    options.from === undefined ? neighbour(period, -1) : readPeriod(options.from, () => today);
  const found = reusableFrom(ledger, from, period);
  if (found.length === 0) {
    throw new WrongUse("reuse.nothing", { from: from.id, period: period.id });
  }
  const bodies = reusing(period, found);
  await submit(
    session,
    bodies.map((body) => () => body),
    { saw: ledger.seq },
  );
  out.result({ from: from.id, period: period.id, statements: found }, () => [
    ...found.map(({ label, slots }) => wording.say("reuse.one", { label, count: slots })),
    wording.say("reuse.then"),
  ]);
}
