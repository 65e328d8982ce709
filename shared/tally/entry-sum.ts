/**
 * What entries come to, in pieces that can be put together in any order: an amount, the names
 * that they give, each once, and their first day. Which entries these are is not kept: whoever
 * wants to know lists them (`entry-question.ts`).
 */
import type { Entry } from "../ledger/entries.ts";
import type { EntryQuestion } from "../profile/indicator.ts";
import type { LocalDate } from "../words/dates.ts";
import type { MarkId } from "../words/ids.ts";
import { type Place, type PlaceFilter, takesUnit } from "./place.ts";

export interface EntrySum {
  amount: number;
  names: Set<string> | undefined;
  first: LocalDate | undefined;
}

export const emptySum = (): EntrySum => ({ amount: 0, names: undefined, first: undefined });

type Measure = EntryQuestion["measure"];

/** These name what stands in the place of an entry, so a position has to be looked up. */
export const isMeasureOfPlace = (measure: Measure): boolean =>
  measure === "distinct-units" ||
  measure === "distinct-positions" ||
  measure === "distinct-categories";

/** The names that an entry gives by itself. */
export function namesIn(
  { title, marks }: Entry,
  measure: Measure,
  among: ReadonlySet<MarkId> | undefined,
): readonly string[] {
  if (measure === "list-titles") return [title];
  if (measure !== "distinct-marks") return [];
  return among ? marks.filter((mark) => among.has(mark)) : marks;
}

/** The names that it gives by its place. */
export function namesAt(place: Place, measure: Measure, filter: PlaceFilter): readonly string[] {
  switch (measure) {
    case "distinct-units":
      return filter.units ? place.units.filter((unit) => takesUnit(filter, unit)) : place.units;
    case "distinct-positions":
      return place.position === undefined ? [] : [place.position];
    case "distinct-categories":
      return place.category === undefined ? [] : [place.category];
    default:
      return [];
  }
}

export function addNames(sum: EntrySum, names: Iterable<string>): void {
  for (const name of names) {
    sum.names ??= new Set();
    sum.names.add(name);
  }
}

function addDay(sum: EntrySum, day: LocalDate): void {
  if (sum.first === undefined || day < sum.first) sum.first = day;
}

/** Adds what the entry says itself; the names of its place are added where that is known. */
export function addEntry(
  sum: EntrySum,
  entry: Entry,
  measure: Measure,
  among: ReadonlySet<MarkId> | undefined,
): void {
  switch (measure) {
    case "count":
      sum.amount += 1;
      return;
    case "sum-quantity":
      sum.amount += entry.quantity;
      return;
    case "sum-attendance":
      sum.amount += entry.attendance ?? 0;
      return;
    case "list-titles":
    case "distinct-marks":
      addNames(sum, namesIn(entry, measure, among));
      return;
    case "done":
      addDay(sum, entry.on);
      return;
    case "distinct-units":
    case "distinct-positions":
    case "distinct-categories":
      return;
  }
}

export function unite(into: EntrySum, other: EntrySum): void {
  into.amount += other.amount;
  if (other.names) addNames(into, other.names);
  if (other.first) addDay(into, other.first);
}

export function valueIn({ amount, names, first }: EntrySum, measure: Measure): number {
  switch (measure) {
    case "count":
    case "sum-quantity":
    case "sum-attendance":
      return amount;
    case "done":
      return first ? 1 : 0;
    case "list-titles":
    case "distinct-marks":
    case "distinct-units":
    case "distinct-positions":
    case "distinct-categories":
      return names?.size ?? 0;
  }
}
