/**
 * The ledger that a document was made from: for a frozen one that of its closing, folded out of the
 * journal again. Titles and days of its sources are as they were, whatever was amended since.
 */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Document } from "../../shared/report/document.ts";
import type { Session } from "../session.ts";

/** @returns the ledger of now where the journal has another past by that number */
export async function ledgerOf(
  session: Pick<Session, "workstation">,
  { edition }: Document,
  now: Ledger,
): Promise<Ledger> {
  if (!edition) return now;
  const { seq, hash } = edition.report.ledger;
  if (seq > now.seq) return now;
  const { connection } = await session.workstation();
  const { ledger } = await connection.ledger(seq);
  return ledger.hash === hash ? ledger : now;
}
