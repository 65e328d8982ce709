/** `period difference`: what the ledger says now that its frozen report does not say. */

import { differenceOf } from "../../shared/report/difference.ts";
import { findEdition, isClosedUnfrozen } from "../../shared/report/document-for.ts";
import { WrongUse } from "../failure.ts";
import { differenceLines } from "../printing/difference-lines.ts";
import { sayEdition } from "../printing/editions.ts";
import { readNumber, readPeriod } from "../reading/dates.ts";
import { readLedger, type Session } from "../session.ts";

export interface DifferenceOptions {
  readonly frozen?: string;
}

export async function periodDifference(session: Session, name: string, options: DifferenceOptions) {
  const { wording, out } = session;
  const { say } = wording;
  const { ledger, today } = await readLedger(session);
  const period = readPeriod(name, () => today);
  const number = options.frozen === undefined ? undefined : readNumber(options.frozen);
  const edition = findEdition(ledger, period, number);
  if (!edition) {
    if (number !== undefined) {
      throw new WrongUse("period.no-edition", { period: period.id, number });
    }
    const isOld = isClosedUnfrozen(ledger, period);
    throw new WrongUse(isOld ? "period.not-frozen" : "difference.not-closed", {
      period: period.id,
    });
  }
  const difference = differenceOf(ledger, period, edition);
  const data = {
    period: period.id,
    edition: edition.number,
    figures: difference.figures.map(({ indicator, ...rest }) => ({ id: indicator.id, ...rest })),
    statements: difference.statements,
  };
  out.note(sayEdition(wording, ledger, period, edition));
  const lines = differenceLines(wording, difference).map(({ text }) => text);
  out.result(data, () => (lines.length === 0 ? [say("difference.none")] : lines));
}
