/** The figures of a period as they were frozen, or as the ledger has them now. */
import type { Ledger } from "../ledger/ledger.ts";
import { type Tally, tallyAll } from "../tally/tally.ts";
import type { Period } from "../words/period.ts";
import { findEdition } from "./document-for.ts";
import { thawFigures } from "./thaw.ts";

/** @param number of an earlier edition of a closed period */
export function talliesFor(ledger: Ledger, period: Period, number?: number): readonly Tally[] {
  const edition = findEdition(ledger, period, number);
  return edition ? [...thawFigures(ledger, period, edition).values()] : tallyAll(ledger, period);
}
