/**
 * What a stretch of days comes to for one question, remembered bucket by bucket and month by
 * month: after one new operation one bucket is counted anew, and nothing else.
 *
 * Buckets do not change, but a position's unit and category may. So inspections are kept apart
 * by their position wherever the question depends on its place, and the place is looked up last.
 */
import type { Entry } from "../ledger/entries.ts";
import type { Bucket, Chunk, Day, EntryTable } from "../ledger/entry-table.ts";
import type { EntryQuestion } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import type { MarkId, PositionId, UnitId } from "../words/ids.ts";
import {
  addEntry,
  addNames,
  type EntrySum,
  emptySum,
  isMeasureOfPlace,
  namesAt,
  unite,
} from "./entry-sum.ts";
import { findMonth, type Month, monthsWithin } from "./months.ts";
import { everywhere, type PlaceFilter, placeFilterOf, takesPlace } from "./place.ts";
import { remember } from "./remember.ts";
import { type DayRange, isInRange, rangeName } from "./scope.ts";

/** Entries of the same place: of one position, with the same units of their own. */
export interface Group {
  readonly position: PositionId | undefined;
  readonly units: readonly UnitId[];
  readonly sum: EntrySum;
}
export interface Part {
  readonly free: EntrySum; // whose place is settled
  groups: Map<string, Group> | undefined; // whose place is looked up last
}

/** A question made ready: its filter as sets, and what it remembers. */
export interface Asked {
  readonly question: EntryQuestion;
  readonly among: ReadonlySet<MarkId> | undefined;
  readonly filter: PlaceFilter;
  /** Which entries are kept by their place: none, the inspections, or all (a table by unit). */
  readonly grouped: "none" | "inspections" | "all";
  /** What chunks, buckets, days and months come to, by these themselves. */
  readonly parts: WeakMap<Chunk | Bucket | Day | Month, Part>;
}

/** @param byUnit for a table by unit: one pass over the entries serves all its rows */
export function askOf(
  question: EntryQuestion,
  profile: Profile | undefined,
  byUnit: boolean,
): Asked {
  return remember(question, byUnit ? "by-unit" : "whole", [profile], () => {
    const filter = placeFilterOf(question.where, profile);
    const needsPlace = filter !== everywhere || isMeasureOfPlace(question.measure);
    return {
      question,
      among: question.among && new Set(question.among),
      filter,
      grouped: byUnit ? "all" : needsPlace ? "inspections" : "none",
      parts: new WeakMap(),
    };
  });
}

/** Not voided, and with all the marks that are asked for; its kind was looked at before. */
export function isAskedFor(entry: Entry, { marks }: EntryQuestion["where"]): boolean {
  if (entry.trail.voided !== undefined) return false;
  return marks === undefined || marks.every((mark) => entry.marks.includes(mark));
}

/** What the days of the range come to. */
export const partOf = (asked: Asked, byDay: EntryTable["byDay"], range: DayRange): Part =>
  remember(asked, rangeName(range), [byDay], () => {
    const part = emptyPart();
    for (const { name, whole } of monthsWithin(byDay, range)) {
      const month = findMonth(byDay, name);
      if (!month) continue;
      if (whole) join(part, partOfMonth(asked, month));
      else {
        for (const { on, day } of month.days) {
          if (isInRange(on, range)) join(part, partOfDay(asked, day));
        }
      }
    }
    return part;
  });

const emptyPart = (): Part => ({ free: emptySum(), groups: undefined });

/** What it came to before, or else what it comes to now, remembered for the next time. */
function partBy<K extends Chunk | Bucket | Day | Month>(
  asked: Asked,
  key: K,
  count: (part: Part, key: K) => void,
): Part {
  const known = asked.parts.get(key);
  if (known) return known;
  const part = emptyPart();
  count(part, key);
  asked.parts.set(key, part);
  return part;
}

const partOfMonth = (asked: Asked, month: Month): Part =>
  partBy(asked, month, (part) => {
    for (const { day } of month.days) join(part, partOfDay(asked, day));
  });

const partOfDay = (asked: Asked, day: Day): Part =>
  partBy(asked, day, (part) => {
    visitBuckets(day, asked.question.where, (bucket) => join(part, partOfBucket(asked, bucket)));
  });

/** The buckets of a day that hold the kinds asked for. */
export function visitBuckets(
  day: Day,
  { kinds }: EntryQuestion["where"],
  visit: (bucket: Bucket) => void,
): void {
  if (!kinds) {
    day.forEach(visit);
    return;
  }
  for (const kind of kinds) {
    const bucket = day.get(kind);
    if (bucket) visit(bucket);
  }
}

const partOfBucket = (asked: Asked, bucket: Bucket): Part =>
  partBy(asked, bucket, (part) => {
    const [only, ...more] = bucket;
    if (only && more.length === 0) countEntries(part, asked, only);
    else for (const chunk of bucket) join(part, partOfChunk(asked, chunk));
  });

const partOfChunk = (asked: Asked, chunk: Chunk): Part =>
  partBy(asked, chunk, (part) => countEntries(part, asked, chunk));

function countEntries(part: Part, asked: Asked, entries: Chunk): void {
  for (const entry of entries) countEntry(part, asked, entry);
}

function countEntry(part: Part, { among, filter, grouped, question }: Asked, entry: Entry): void {
  const { measure, where } = question;
  if (!isAskedFor(entry, where)) return;
  if (grouped === "none") {
    addEntry(part.free, entry, measure, among);
  } else if (entry.inspection || grouped === "all") {
    addEntry(groupFor(part, entry).sum, entry, measure, among);
  } else if (takesPlace(filter, entry)) {
    addEntry(part.free, entry, measure, among);
    addNames(part.free, namesAt(entry, measure, filter));
  }
}

function groupFor(part: Part, { inspection, units }: Entry): Group {
  const position = inspection?.position;
  const key = units.length === 0 ? (position ?? "") : `${position ?? ""} ${units.join(" ")}`;
  return groupOf(part, key, position, units);
}

function groupOf(
  part: Part,
  key: string,
  position: PositionId | undefined,
  units: readonly UnitId[],
): Group {
  part.groups ??= new Map();
  const known = part.groups.get(key);
  if (known) return known;
  const group = { position, units, sum: emptySum() };
  part.groups.set(key, group);
  return group;
}

function join(into: Part, other: Part): void {
  unite(into.free, other.free);
  if (!other.groups) return;
  for (const [key, { position, units, sum }] of other.groups) {
    unite(groupOf(into, key, position, units).sum, sum);
  }
}
