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

/** The entries of one kind on one day. */
export type Bucket = Table<EntryId, Entry>;
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
  const bucket: Bucket = day.get(entry.kind) ?? Table();
  return {
    byId: entries.byId.set(entry.id, entry),
    byDay: byDay.set(entry.on, day.set(entry.kind, bucket.set(entry.id, entry))),
  };
}

function withoutEntry(byDay: EntryTable["byDay"], { id, on, kind }: Entry): EntryTable["byDay"] {
  const day = byDay.get(on);
  const bucket = day?.get(kind)?.delete(id);
  if (!day || !bucket) return byDay;
  const rest = bucket.isEmpty() ? day.delete(kind) : day.set(kind, bucket);
  return rest.isEmpty() ? byDay.delete(on) : byDay.set(on, rest);
}

/** The table of many entries at once: linear, for opening a ledger. */
export function tableOf(list: Iterable<Entry>): EntryTable {
  const byId: [EntryId, Entry][] = [];
  const days = new Map<LocalDate, Map<KindId, [EntryId, Entry][]>>();
  for (const entry of list) {
    byId.push([entry.id, entry]);
    const day = days.get(entry.on) ?? new Map<KindId, [EntryId, Entry][]>();
    days.set(entry.on, day);
    const bucket = day.get(entry.kind) ?? [];
    day.set(entry.kind, bucket);
    bucket.push([entry.id, entry]);
  }
  const byDay = Table<LocalDate, Day>().withMutations((table) => {
    for (const [on, kinds] of days) {
      table.set(
        on,
        Table([...kinds].map(([kind, bucket]): [KindId, Bucket] => [kind, Table(bucket)])),
      );
    }
  });
  return { byId: Table(byId), byDay };
}
