/**
 * A closed period is read with the profile that was in force when it was closed, and so is every
 * stretch of days within it: an old report says the same in any later year.
 */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import { closingOf } from "../ledger/periods.ts";
import type { Profile } from "../profile/profile.ts";
import type { Seq } from "../words/ids.ts";
import { isWithin, type Period, periodOf } from "../words/period.ts";

export function profileFor(
  ledger: Ledger,
  period: Period,
): { readonly ledger: Ledger; readonly profile: Profile } | undefined {
  const closing = findClosing(ledger, period);
  const then = closing ? ledger.profiles.filter(({ seq }) => seq < closing) : ledger.profiles;
  const read = then.length < ledger.profiles.length ? { ...ledger, profiles: then } : ledger;
  const profile = findProfile(read);
  return profile && { ledger: read, profile };
}

/** The act that closed the period: its own, or the first one about days that hold it whole. */
function findClosing({ periods }: Ledger, period: Period): Seq | undefined {
  const own = closingOf(periods.get(period.id));
  if (own) return own.seq;
  const around = periods.valueSeq().filter(({ id }) => holds(periodOf(id), period));
  return around
    .map((record) => closingOf(record)?.seq)
    .filter((seq) => seq !== undefined)
    .min();
}

const holds = (outer: Period, inner: Period): boolean =>
  isWithin(inner.from, outer) && isWithin(inner.to, outer);

/** The ledger with the profiles that count for this period; itself where all of them do. */
export const ledgerFor = (ledger: Ledger, period: Period): Ledger =>
  profileFor(ledger, period)?.ledger ?? ledger;
