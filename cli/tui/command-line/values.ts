/**
 * What may stand where a command's definition says `<kind>`, `[unit]` and the like: the names that
 * this office's ledger has for it, as the commands read them.
 */
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import { isVoided } from "../../../shared/ledger/trail.ts";
import type { Profile } from "../../../shared/profile/profile.ts";
import { halfYearOf } from "../../../shared/words/period.ts";

/** Names for a place of a definition; none where anything may be typed. */
export type Values = (place: string) => readonly string[];

export function valuesOf(ledger: Ledger, profile: Profile): Values {
  const labels = (list: readonly { readonly label: string; readonly retired?: boolean }[]) =>
    list.filter(({ retired }) => !retired).map(({ label }) => label);
  const lists: Readonly<Record<string, () => readonly string[]>> = {
    kind: () => labels(profile.kinds),
    unit: () => labels(profile.units),
    mark: () => labels(profile.marks),
    category: () => labels(profile.categories),
    indicator: () => profile.indicators.map(({ id }) => id),
    statement: () => profile.statements.map(({ id }) => id),
    member: () => [...ledger.members.values()].map(({ name }) => name),
    position: () =>
      [...ledger.positions.values()].filter((one) => !isVoided(one)).map(({ name }) => name),
    period: () => periodsOf(ledger),
  };
  return (place) => (Object.hasOwn(lists, place) ? (lists[place]?.() ?? []) : []);
}

/** Of the days on which something was done, the newest half-year first. */
function periodsOf({ entries, periods }: Ledger): string[] {
  const ids = new Set<string>([
    ...[...entries.byDay.keys()].map((day) => halfYearOf(day).id),
    ...periods.keys(),
  ]);
  return [...ids].sort().reverse();
}
