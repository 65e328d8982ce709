/** Which of a period's frozen reports one is: its number, who closed when, and its hash. */
import { hashFrozen } from "../../shared/ledger/frozen.ts";
import { findProfile, type Ledger } from "../../shared/ledger/ledger.ts";
import type { Edition } from "../../shared/report/document.ts";
import { localDateIn } from "../../shared/words/dates.ts";
import type { Period } from "../../shared/words/period.ts";
import type { Wording } from "../wording/wording.ts";

/** As people compare it aloud. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

export function sayEdition(
  { say }: Wording,
  ledger: Ledger,
  { id: period }: Period,
  { number, closing, report, counts }: Edition,
): string {
  const timeZone = findProfile(ledger)?.office.timeZone ?? "UTC";
  return say(counts ? "period.edition" : "period.edition-earlier", {
    period,
    number,
    by: ledger.members.get(closing.by)?.name ?? closing.by,
    day: localDateIn(timeZone, new Date(closing.received)),
    hash: shortHash(hashFrozen(report)),
  });
}

/** For programs. */
export const plainEdition = ({ number, closing, report, counts }: Edition) => ({
  number,
  counts,
  hash: hashFrozen(report),
  by: closing.by,
  received: closing.received,
  seq: closing.seq,
  despite: closing.despite,
  ledger: report.ledger,
  profile: report.profile,
});
