/**
 * How the ids of a ledger read in a table: by the profile then in force, and where that knows one
 * no more, as an earlier profile called it.
 */
import type { Entry } from "../../../shared/ledger/entries.ts";
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import type { Profile } from "../../../shared/profile/profile.ts";
import { findSelfUnit } from "../../../shared/tally/place.ts";
import { type Instant, type LocalDate, localDateIn } from "../../../shared/words/dates.ts";
import type { MemberId, PositionId } from "../../../shared/words/ids.ts";

type Named = { readonly id: string; readonly label: string };

export interface Labels {
  kind(id: string): string;
  mark(id: string): string;
  category(id: string | undefined): string | undefined;
  /** Of a category: 个, 处, 块. */
  countedIn(category: string): string | undefined;
  unit(id: string | undefined): string;
  member(id: MemberId | undefined): string | undefined;
  position(id: PositionId | undefined): string | undefined;
  /** The units of an entry; an inspection without one is of its position's. */
  unitsOf(entry: Entry): string;
  /** The day of the office's calendar at that moment. */
  dayOf(moment: Instant): LocalDate;
}

export function labelsOf(ledger: Ledger, profile: Profile): Labels {
  const profiles = [...ledger.profiles.map((adopted) => adopted.profile), profile];
  const byId = (list: (of: Profile) => readonly Named[]) =>
    new Map(profiles.flatMap(list).map(({ id, label }) => [id, label]));
  const kinds = byId((of) => of.kinds);
  const marks = byId((of) => of.marks);
  const units = byId((of) => of.units);
  const categories = byId((of) => of.categories);
  const counted = new Map(profile.categories.map(({ id, unit }) => [id as string, unit]));
  const self = findSelfUnit(profile)?.label ?? "";
  const label = (map: ReadonlyMap<string, string>, id: string) => map.get(id) ?? id;
  const unit = (id: string | undefined) => (id === undefined ? self : label(units, id));
  return {
    kind: (id) => label(kinds, id),
    mark: (id) => label(marks, id),
    category: (id) => (id === undefined ? undefined : label(categories, id)),
    countedIn: (id) => counted.get(id),
    unit,
    member: (id) => (id === undefined ? undefined : (ledger.members.get(id)?.name ?? id)),
    position: (id) => (id === undefined ? undefined : (ledger.positions.get(id)?.name ?? id)),
    unitsOf: ({ units: own, inspection }) => {
      if (own.length > 0) return own.map(unit).join("、");
      return unit(inspection && ledger.positions.get(inspection.position)?.unit);
    },
    dayOf: daysIn(profile.office.timeZone),
  };
}

/** A calendar is slow to ask; within one minute no time zone turns a day. */
function daysIn(timeZone: string): (moment: Instant) => LocalDate {
  const known = new Map<string, LocalDate>();
  return (moment) => {
    const minute = moment.slice(0, 16);
    const day = known.get(minute) ?? localDateIn(timeZone, new Date(moment));
    known.set(minute, day);
    return day;
  };
}
