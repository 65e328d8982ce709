/**
 * The entries of some days in an order, as many as there are, without a list of them all.
 *
 * Days are persistent objects: which of a day's entries fit, and how they group, is remembered by
 * the day itself, so after an operation only the day that it touched is looked at again. Rows are
 * made for the part that is seen. Where a filter has not looked at every day yet, the rows are
 * those of the newest days, and `isWhole` says so.
 */
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Day, EntryTable } from "../../shared/ledger/entry-table.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { allOf, type Filter } from "./entry-filter.ts";

export type Order = "date" | "kind" | "recorded";
export const orders: readonly Order[] = ["date", "kind", "recorded"];

export interface EntryRows {
  readonly count: number;
  /** False while days remain that the filter has not looked at. */
  readonly isWhole: boolean;
  /** So many rows from this place on. */
  slice(from: number, count: number): Entry[];
  /** The place of an entry, where it is among them. */
  placeOf(entry: Entry): number | undefined;
  /** By date: the place of the first entry of that day, or of the day before it that has one. */
  placeOn(day: LocalDate): number | undefined;
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
const dayLists = new WeakMap<object, readonly (readonly [LocalDate, Day])[]>();

/** All days that have entries, the newest first. */
export function daysOf({ byDay }: EntryTable): readonly (readonly [LocalDate, Day])[] {
  let list = dayLists.get(byDay);
  if (!list) {
    list = [...byDay].sort(([a], [b]) => (a < b ? 1 : -1));
    dayLists.set(byDay, list);
  }
  return list;
}

const counts = new WeakMap<Day, number>();
function countOf(day: Day): number {
  let count = counts.get(day);
  if (count === undefined) {
    count = 0;
    for (const bucket of day.values()) for (const chunk of bucket) count += chunk.length;
    counts.set(day, count);
  }
  return count;
}
/** Rows that stand together: a day, a kind on a day, or what was written down one after another. */
interface Segment {
  readonly name: string | number;
  readonly start: number;
  readonly count: number;
  rows(): readonly Entry[];
}

const firstSeq = ({ trail }: Entry): number => trail.seqs[0] ?? 0;
const sorted = new WeakMap<readonly Entry[], readonly Entry[]>();
function newestFirst(list: readonly Entry[]): readonly Entry[] {
  let rows = sorted.get(list);
  if (!rows) {
    rows = list.toSorted((a, b) => firstSeq(b) - firstSeq(a));
    sorted.set(list, rows);
  }
  return rows;
}

const blockSize = 2048; // sorted when seen; smaller ones would be many more groups of a day
const groupers = {
  kind: ({ kind }: Entry): string | number => kind,
  recorded: (entry: Entry): string | number => Math.floor(firstSeq(entry) / blockSize),
};
type Groups = ReadonlyMap<string | number, readonly Entry[]>;
const grouped = {
  kind: new WeakMap<readonly Entry[], Groups>(),
  recorded: new WeakMap<readonly Entry[], Groups>(),
};
function groupsOf(list: readonly Entry[], by: "kind" | "recorded"): Groups {
  let groups = grouped[by].get(list);
  if (!groups) {
    groups = Map.groupBy(list, groupers[by]);
    grouped[by].set(list, groups);
  }
  return groups;
}

/**
 * @param kinds the order of the kinds
 * @param filter what has to fit; none lets everything through
 */
export function entryRows(
  entries: EntryTable,
  { from, to }: Days,
  order: Order,
  kinds: readonly string[],
  filter?: Filter,
): EntryRows {
  const known: (readonly [LocalDate, Day])[] = [];
  let isWhole = true;
  for (const one of daysOf(entries)) {
    if (one[0] > to || one[0] < from) continue;
    if (filter && !filter.find(one[1])) isWhole = false;
    else if (isWhole || order !== "date") known.push(one);
  }
  const segments = segmentsOf(known, order, kinds, filter);
  const byName = new Map(segments.map((segment) => [segment.name, segment]));
  const last = segments.at(-1);
  return {
    count: last ? last.start + last.count : 0,
    isWhole,
    slice: (start, size) => {
      const rows: Entry[] = [];
      for (let at = segmentAt(segments, start); rows.length < size; at++) {
        const segment = segments[at];
        if (!segment) break;
        const skip = Math.max(0, start - segment.start);
        rows.push(...segment.rows().slice(skip, skip + size - rows.length));
      }
      return rows;
    },
    placeOf: (entry) => {
      const segment = byName.get(segmentName(entry, order));
      const at = segment?.rows().indexOf(entry) ?? -1;
      return segment && at >= 0 ? segment.start + at : undefined;
    },
    placeOn: (day) =>
      order === "date" ? segments.find(({ name }) => name <= day)?.start : undefined,
  };
}

function segmentsOf(
  known: readonly (readonly [LocalDate, Day])[],
  order: Order,
  kinds: readonly string[],
  filter: Filter | undefined,
): Segment[] {
  const listOf = (day: Day) => filter?.find(day) ?? allOf(day);
  const segments: Segment[] = [];
  let start = 0;
  const add = (name: string | number, count: number, rows: () => readonly Entry[]) => {
    if (count > 0) segments.push({ name, start, count, rows });
    start += count;
  };
  if (order === "date") {
    for (const [on, day] of known) {
      add(on, filter ? listOf(day).length : countOf(day), () => newestFirst(listOf(day)));
    }
    return segments;
  }
  const groups = new Map<string | number, (readonly Entry[])[]>();
  for (const [, day] of known) {
    for (const [name, list] of groupsOf(listOf(day), order)) {
      const before = groups.get(name);
      if (before) before.push(list);
      else groups.set(name, [list]);
    }
  }
  const place = (name: string | number) =>
    typeof name === "number" ? -name : kinds.indexOf(name) >>> 0; // one that is unknown comes last
  for (const [name, lists] of [...groups].sort(([a], [b]) => place(a) - place(b))) {
    if (order === "kind") {
      for (const list of lists) {
        add(`${name} ${list[0]?.on}`, list.length, () => newestFirst(list));
      }
    } else add(name, sum(lists), () => newestFirst(lists.flat()));
  }
  return segments;
}

function segmentName(entry: Entry, order: Order): string | number {
  switch (order) {
    case "date":
      return entry.on;
    case "kind":
      return `${entry.kind} ${entry.on}`;
    case "recorded":
      return groupers.recorded(entry);
  }
}

const sum = (lists: readonly (readonly Entry[])[]): number =>
  lists.reduce((total, list) => total + list.length, 0);

/** The segment in which a place lies. */
function segmentAt(segments: readonly Segment[], place: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
