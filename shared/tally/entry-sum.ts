/**
 * What entries come to, in pieces that can be put together in any order: an amount, the names
 * they give, each with the oldest entry that gives it, and the oldest entry of all.
 */
import type { Entry } from "../ledger/entries.ts";
import type { EntryQuestion } from "../profile/indicator.ts";
import type { MarkId } from "../words/ids.ts";
import { type Place, type PlaceFilter, takesUnit } from "./place.ts";
import { compareRecords } from "./record-order.ts";

export interface EntrySum {
  amount: number;
  first: Entry | undefined;
  readonly names: Map<string, Entry>;
}

export const emptySum = (): EntrySum => ({ amount: 0, first: undefined, names: new Map() });

type Measure = EntryQuestion["measure"];

/** These name what stands in the place of an entry, so a position has to be looked up. */
export const isMeasureOfPlace = (measure: Measure): boolean =>
  measure === "distinct-units" ||
  measure === "distinct-positions" ||
  measure === "distinct-categories";

const isOlder = (entry: Entry, than: Entry | undefined): boolean =>
  than === undefined || compareRecords(entry, than) < 0;

export function addName(sum: EntrySum, name: string, entry: Entry): void {
  if (isOlder(entry, sum.names.get(name))) sum.names.set(name, entry);
}

function addFirst(sum: EntrySum, entry: Entry): void {
  if (isOlder(entry, sum.first)) sum.first = entry;
}

/** Adds what the entry says itself; what its place says is added by `addPlace`. */
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
      addName(sum, entry.title, entry);
      return;
    case "distinct-marks":
      for (const mark of entry.marks) if (!among || among.has(mark)) addName(sum, mark, entry);
      return;
    case "done":
    case "distinct-units":
    case "distinct-positions":
    case "distinct-categories":
      addFirst(sum, entry);
      return;
  }
}

/** Adds the names that a place gives, where the measure asks for such. */
export function addPlace(
  sum: EntrySum,
  place: Place,
  entry: Entry,
  measure: Measure,
  filter: PlaceFilter,
): void {
  if (measure === "distinct-units") {
    for (const unit of place.units) if (takesUnit(filter, unit)) addName(sum, unit, entry);
  } else if (measure === "distinct-positions") {
    if (place.position !== undefined) addName(sum, place.position, entry);
  } else if (measure === "distinct-categories") {
    if (place.category !== undefined) addName(sum, place.category, entry);
  }
}

export function unite(into: EntrySum, other: EntrySum): void {
  into.amount += other.amount;
  if (other.first) addFirst(into, other.first);
  for (const [name, entry] of other.names) addName(into, name, entry);
}

export function valueIn(sum: EntrySum, measure: Measure): number {
  switch (measure) {
    case "count":
    case "sum-quantity":
    case "sum-attendance":
      return sum.amount;
    case "done":
      return sum.first ? 1 : 0;
    case "list-titles":
    case "distinct-marks":
    case "distinct-units":
    case "distinct-positions":
    case "distinct-categories":
      return sum.names.size;
  }
}
