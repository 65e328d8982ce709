/**
 * Entries (记录): one act of the office on one date. An inspection is an entry that went through
 * a position's check items. Who wrote it down, and when, is in its trail, never in its fields.
 */
import { z } from "zod";
import { LocalDate } from "../words/dates.ts";
import { CheckItemId, EntryId, Hash, KindId, MarkId, PositionId, UnitId } from "../words/ids.ts";
import { PlainLines, PlainText } from "../words/plain-text.ts";
import { type EntryTable, findEntry, putEntry } from "./entry-table.ts";
import { type Act, amendFields, mergeSet, startTrail, type Tracked } from "./trail.ts";

const CheckedItem = z.looseObject({
  item: CheckItemId,
  text: PlainText, // copied: the profile may word it differently one day
  passed: z.boolean(),
  note: PlainText.optional(),
});
export type CheckedItem = z.infer<typeof CheckedItem>;

export const Inspection = z.looseObject({
  position: PositionId,
  items: z.array(CheckedItem).max(100),
});

/** A file that belongs to an entry: kept elsewhere, known by its hash. Evidence is optional. */
const FileReference = z.looseObject({
  hash: Hash,
  name: PlainText,
  bytes: z.int().nonnegative(),
});

/** Of an imported entry: the row of the file that it was; kept for whoever looks it up there. */
const Source = z.looseObject({
  file: PlainText,
  sheet: PlainText.optional(),
  row: z.int().min(1),
});
export type Source = z.infer<typeof Source>;

const count = z.int().min(1).max(10_000_000);

const fields = {
  kind: KindId,
  on: LocalDate, // the day of the act, as its author states it
  title: PlainText,
  quantity: count, // 1, or a batch logged as one line
  attendance: count.optional(), // 人次
  place: PlainText.optional(),
  note: PlainLines.optional(),
};
const sets = {
  units: z.array(UnitId).max(500),
  marks: z.array(MarkId).max(50),
};

export const NewEntry = z.looseObject({
  id: EntryId,
  ...fields,
  ...sets,
  files: z.array(FileReference).max(50).optional(),
  inspection: Inspection.optional(),
  source: Source.optional(),
});
export type NewEntry = z.infer<typeof NewEntry>;
export type Entry = NewEntry & Tracked;

const setChange = <T extends z.ZodType>(one: T) =>
  z.strictObject({
    add: z.array(one).max(500).optional(),
    remove: z.array(one).max(500).optional(),
  });

export const EntryLogged = z.looseObject({ type: z.literal("entry-logged"), entry: NewEntry });
export const EntryAmended = z.looseObject({
  type: z.literal("entry-amended"),
  entry: EntryId,
  changes: z
    .strictObject({
      ...fields,
      attendance: fields.attendance.nullable(),
      place: fields.place.nullable(),
      note: fields.note.nullable(),
      inspection: Inspection,
      files: z.array(FileReference).max(50),
    })
    .partial(),
  units: setChange(UnitId).optional(),
  marks: setChange(MarkId).optional(),
});
export type EntryOperation = z.infer<typeof EntryLogged> | z.infer<typeof EntryAmended>;

export function foldEntry(entries: EntryTable, operation: EntryOperation, act: Act): EntryTable {
  switch (operation.type) {
    case "entry-logged": {
      const { entry } = operation;
      if (findEntry(entries, entry.id)) return entries;
      return putEntry(entries, { ...entry, trail: startTrail(act) });
    }
    case "entry-amended": {
      const entry = findEntry(entries, operation.entry);
      if (!entry) return entries;
      const amended = amendFields(entry, operation.changes, act);
      const units = mergeSet(entry.units, operation.units) as Entry["units"];
      const marks = mergeSet(entry.marks, operation.marks) as Entry["marks"];
      return putEntry(entries, { ...amended, units, marks });
    }
  }
}
