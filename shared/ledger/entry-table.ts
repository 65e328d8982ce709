/**
 * All entries, found by name and by the day and kind of the act.
 *
 * Every map is persistent, so a day that nothing touched is the same object in the next ledger:
 * what was computed from it may be remembered by it. That is what makes a tally quick without a
 * stored counter.
 */
import { Map as Table } from "immutable";
import type { LocalDate } from "../words/dates.ts";
import type { EntryId, KindId } from "../words/ids.ts";
import type { Entry } from "./entries.ts";

/** A few dozen entries at most: what one operation makes anew of a long bucket. */
export type Chunk = readonly Entry[];
/** The entries of one kind on one day, in no order; none of its chunks is empty. */
export type Bucket = readonly Chunk[];
export type Day = Table<KindId, Bucket>;

export interface EntryTable {
  readonly byId: Table<EntryId, Entry>;
  readonly byDay: Table<LocalDate, Day>;
}

export const noEntries: EntryTable = { byId: Table(), byDay: Table() };

export const findEntry = (entries: EntryTable, id: EntryId): Entry | undefined =>
  entries.byId.get(id);

/** The table with this entry, in place of the one of that name. */
export function putEntry(entries: EntryTable, entry: Entry): EntryTable {
  const before = entries.byId.get(entry.id);
  let { byDay } = entries;
  if (before && (before.on !== entry.on || before.kind !== entry.kind)) {
    byDay = withoutEntry(byDay, before);
  }
  const day: Day = byDay.get(entry.on) ?? Table();
  const bucket = day.get(entry.kind) ?? [];
  const isThere = before?.on === entry.on && before.kind === entry.kind;
  const after = isThere ? replaced(bucket, before, [entry]) : added(bucket, entry);
  return {
    byId: entries.byId.set(entry.id, entry),
    byDay: byDay.set(entry.on, day.set(entry.kind, after)),
  };
}

function withoutEntry(byDay: EntryTable["byDay"], entry: Entry): EntryTable["byDay"] {
  const { on, kind } = entry;
  const day = byDay.get(on);
  const before = day?.get(kind);
  if (!day || !before) return byDay;
  const bucket = replaced(before, entry, []);
  const rest = bucket.length === 0 ? day.delete(kind) : day.set(kind, bucket);
  return rest.isEmpty() ? byDay.delete(on) : byDay.set(on, rest);
}

const longest = 64;

function added(bucket: Bucket, entry: Entry): Bucket {
  const last = bucket.at(-1);
  return last && last.length < longest ? bucket.with(-1, [...last, entry]) : [...bucket, [entry]];
}

/** @param by the entry that comes in its place, or none */
function replaced(bucket: Bucket, entry: Entry, by: Chunk): Bucket {
  const at = bucket.findIndex((chunk) => chunk.includes(entry));
  const chunk = (bucket[at] ?? []).flatMap((one) => (one === entry ? by : [one]));
  return chunk.length > 0 ? bucket.with(at, chunk) : bucket.toSpliced(at, 1);
}

/** The table of many entries at once: linear, for opening a ledger. */
export function tableOf(list: Iterable<Entry>): EntryTable {
  const byId: [EntryId, Entry][] = [];
  const days = new Map<LocalDate, Map<KindId, Entry[][]>>();
  for (const entry of list) {
    byId.push([entry.id, entry]);
    const day = days.get(entry.on) ?? new Map<KindId, Entry[][]>();
    days.set(entry.on, day);
    const bucket = day.get(entry.kind) ?? [];
    day.set(entry.kind, bucket);
    const last = bucket.at(-1);
    if (last && last.length < longest) last.push(entry);
    else bucket.push([entry]);
  }
  const byDay = Table<LocalDate, Day>().withMutations((table) => {
    for (const [on, kinds] of days) table.set(on, Table<KindId, Bucket>(kinds));
  });
  return { byId: Table(byId), byDay };
}
