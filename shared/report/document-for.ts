/**
 * The report of a period: frozen where the period is closed, else composed from the ledger as it
 * is now. Every way out (screen, text, file, daemon) asks here, so a closed report says the same
 * everywhere.
 *
 * A closing of an earlier release carries no report; it is composed, and has no edition.
 */
import type { Ledger } from "../ledger/ledger.ts";
import { closingOf } from "../ledger/periods.ts";
import type { Period } from "../words/period.ts";
import { compose } from "./compose.ts";
import type { Document, Edition } from "./document.ts";
import { thawBlocks } from "./thaw.ts";

/**
 * @param number of an earlier edition; the one that counts is given without it
 * @returns undefined in an office without a profile, and for an edition that there is not
 */
export function documentFor(ledger: Ledger, period: Period, number?: number): Document | undefined {
  const edition = findEdition(ledger, period, number);
  if (edition) return { period, blocks: thawBlocks(ledger, period, edition), edition };
  return number === undefined ? compose(ledger, period) : undefined;
}

/** The edition of that number, or without one the edition that counts. */
export const findEdition = (ledger: Ledger, period: Period, number?: number): Edition | undefined =>
  editionsOf(ledger, period).find((one) =>
    number === undefined ? one.counts : one.number === number,
  );

/** Every report that was frozen for this period, the oldest first; reopening takes none away. */
export function editionsOf({ periods }: Ledger, period: Period): Edition[] {
  const record = periods.get(period.id);
  const counting = closingOf(record);
  const editions: Edition[] = [];
  for (const closing of record?.acts ?? []) {
    const { frozen: report } = closing;
    if (!report) continue;
    const number = editions.length + 1;
    editions.push({ number, closing, report, counts: closing === counting });
  }
  return editions;
}

/** Closed by an earlier release: the report is composed anew each time, and may change. */
export const isClosedUnfrozen = ({ periods }: Ledger, period: Period): boolean => {
  const closing = closingOf(periods.get(period.id));
  return closing !== undefined && closing.frozen === undefined;
};
