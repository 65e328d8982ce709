/** The answer to a question that is asked of entries, and the entries behind it. */
import type { Entry } from "../ledger/entries.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Positions } from "../ledger/positions.ts";
import type { EntryQuestion } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import type { PositionId, UnitId } from "../words/ids.ts";
import type { Answer } from "./answer.ts";
import { type Asked, askOf, isAskedFor, partOf, visitBuckets } from "./entry-parts.ts";
import {
  addEntry,
  addNames,
  type EntrySum,
  emptySum,
  namesAt,
  namesIn,
  unite,
  valueIn,
} from "./entry-sum.ts";
import { findMonth, monthsWithin } from "./months.ts";
import { once } from "./once.ts";
import { type Place, type PlaceFilter, placeOfInspection, takesPlace } from "./place.ts";
import { compareRecords, type Dated } from "./record-order.ts";
import { type DayRange, isInRange } from "./scope.ts";

/** @param narrowed for a row of a table by unit: the filter of that unit alone */
export function answerFromEntries(
  ledger: Ledger,
  profile: Profile | undefined,
  question: EntryQuestion,
  range: DayRange,
  narrowed?: PlaceFilter,
): Answer {
  const asked = askOf(question, profile, narrowed !== undefined);
  const filter = narrowed ?? asked.filter;
  const sum = sumOf(ledger, asked, filter, range);
  const { measure } = question;
  const found = once(() => findSources(ledger, asked, filter, range));
  const names = () => [...new Set(found().flatMap((source) => source.names))];
  return {
    value: valueIn(sum, measure),
    sources: () => found().map(({ id }) => id),
    ...(measure === "list-titles" ? { titles: names } : {}),
    ...(measure.startsWith("distinct-") ? { distinct: names } : {}),
    ...(sum.first ? { day: sum.first } : {}),
  };
}

/** The positions that an inspection of these days went through. */
export function inspectedPositions(ledger: Ledger, range: DayRange): ReadonlySet<PositionId> {
  const asked = askOf(anyInspection, undefined, false);
  const sum = sumOf(ledger, asked, asked.filter, range);
  return (sum.names ?? new Set()) as ReadonlySet<string> as ReadonlySet<PositionId>;
}
const anyInspection: EntryQuestion = { of: "entries", measure: "distinct-positions", where: {} };

function sumOf(ledger: Ledger, asked: Asked, filter: PlaceFilter, range: DayRange): EntrySum {
  const { free, groups } = partOf(asked, ledger.entries.byDay, range);
  if (!groups) return free;
  const { measure } = asked.question;
  const sum = emptySum();
  unite(sum, free);
  for (const group of groups.values()) {
    const place = placeOf(ledger.positions, group.position, group.units);
    if (!takesPlace(filter, place)) continue;
    unite(sum, group.sum);
    addNames(sum, namesAt(place, measure, filter));
  }
  return sum;
}

const placeOf = (
  positions: Positions,
  position: PositionId | undefined,
  units: readonly UnitId[],
): Place => (position === undefined ? { units } : placeOfInspection(positions, position, units));

interface Source extends Dated {
  readonly names: readonly string[];
}

/** Every entry that adds to the answer, asked one by one, oldest first. */
function findSources(
  ledger: Ledger,
  asked: Asked,
  filter: PlaceFilter,
  range: DayRange,
): readonly Source[] {
  const { among, question } = asked;
  const { measure, where } = question;
  const sources: Source[] = [];
  const visit = (entry: Entry) => {
    if (!isAskedFor(entry, where)) return;
    const place = placeOf(ledger.positions, entry.inspection?.position, entry.units);
    if (!takesPlace(filter, place)) return;
    const names = [...namesIn(entry, measure, among), ...namesAt(place, measure, filter)];
    const own = emptySum();
    addEntry(own, entry, measure, among);
    addNames(own, names);
    if (valueIn(own, measure) > 0) sources.push({ id: entry.id, on: entry.on, names });
  };
  const { byDay } = ledger.entries;
  for (const { name } of monthsWithin(byDay, range)) {
    for (const { on, day } of findMonth(byDay, name)?.days ?? []) {
      if (!isInRange(on, range)) continue;
      visitBuckets(day, where, (bucket) => bucket.flat().forEach(visit));
    }
  }
  return sources.sort(compareRecords);
}
