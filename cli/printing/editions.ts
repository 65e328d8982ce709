/** Which of a period's frozen reports one is: its number, who closed when, and its hash. */
import { hashFrozen } from "../../shared/ledger/frozen.ts";
import { findProfile, type Ledger } from "../../shared/ledger/ledger.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import type { Edition } from "../../shared/report/document.ts";
import { type LocalDate, localDateIn } from "../../shared/words/dates.ts";
import type { Period } from "../../shared/words/period.ts";
import type { Wording } from "../wording/wording.ts";

/** As people compare it aloud. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

/** On the office's wall. */
export const closingDay = ({ closing }: Edition, { office }: Profile): LocalDate =>
  localDateIn(office.timeZone, new Date(closing.received));

export function sayEdition(
  { say }: Wording,
  ledger: Ledger,
  { id: period }: Period,
  edition: Edition,
): string {
  const { number, closing, report, counts } = edition;
  const profile = findProfile(ledger);
  return say(counts ? "period.edition" : "period.edition-earlier", {
    period,
    number,
    by: ledger.members.get(closing.by)?.name ?? closing.by,
    day: profile ? closingDay(edition, profile) : closing.received,
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
