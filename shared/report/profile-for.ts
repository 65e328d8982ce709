/** A closed period is read with the profile that was in force when it was closed. */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Profile } from "../profile/profile.ts";
import type { Period } from "../words/period.ts";

export function profileFor(
  ledger: Ledger,
  { id }: Period,
): { readonly ledger: Ledger; readonly profile: Profile } | undefined {
  const record = ledger.periods.get(id);
  const closing = record?.closed
    ? record.acts.findLast(({ type }) => type === "period-closed")
    : undefined;
  const then = closing ? ledger.profiles.filter(({ seq }) => seq < closing.seq) : ledger.profiles;
  const read = then.length < ledger.profiles.length ? { ...ledger, profiles: then } : ledger;
  const profile = findProfile(read);
  return profile && { ledger: read, profile };
}
