/** Which statements of an earlier period may be taken over: those that are not written yet here. */
import type { Ledger } from "../ledger/ledger.ts";
import { statementKey } from "../ledger/periods.ts";
import { profileFor } from "../tally/profile-for.ts";
import type { StatementId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";
import { findEdition } from "./document-for.ts";
import { slotsIn, withoutNumbers } from "./reuse.ts";
import { talliesFor } from "./tallies-for.ts";

export interface Reusable {
  readonly statement: StatementId;
  readonly label: string;
  readonly text: string; // without any number of then
  readonly slots: number;
}

/** What was frozen counts before what was written since: those words were sent out. */
export function reusableFrom(ledger: Ledger, from: Period, to: Period): Reusable[] {
  const slots = profileFor(ledger, to)?.profile.statements ?? [];
  const edition = findEdition(ledger, from);
  const tallies = talliesFor(ledger, from);
  const written = (period: Period, statement: StatementId): string =>
    ledger.statements.get(statementKey(period.id, statement))?.text ?? "";
  return slots.flatMap(({ id: statement, label }): Reusable[] => {
    const frozen = edition?.report.statements.find((one) => one.statement === statement)?.text;
    const then = edition ? (frozen ?? "") : written(from, statement);
    if (then.trim() === "" || written(to, statement).trim() !== "") return [];
    const text = withoutNumbers(then, tallies);
    return [{ statement, label, text, slots: slotsIn(text).length }];
  });
}
