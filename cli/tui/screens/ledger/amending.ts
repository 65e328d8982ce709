/**
 * Amending an entry: its fields as a form begins with them, and what was changed of them. Only
 * changes are sent, so two people who amend different fields do not meet.
 */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import type { Kind } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { KindId, MarkId, UnitId } from "../../../../shared/words/ids.ts";
import { readDate, readNumber } from "../../../reading/dates.ts";
import type { Value } from "../../ui/field.ts";

export interface Start {
  readonly kind: string;
  readonly on: string;
  readonly title: string;
  readonly quantity: string;
  readonly attendance: string;
  readonly place: string;
  readonly note: string;
  readonly units: readonly UnitId[];
  readonly marks: readonly MarkId[];
}

/** A line break in a note stands in the form's one line as a sign, and becomes one again. */
const breakSign = "⏎";

export const startOf = (entry: Entry): Start => ({
  kind: entry.kind,
  on: entry.on,
  title: entry.title,
  quantity: String(entry.quantity),
  attendance: entry.attendance === undefined ? "" : String(entry.attendance),
  place: entry.place ?? "",
  note: (entry.note ?? "").replaceAll("\n", breakSign),
  units: entry.units,
  marks: entry.marks,
});

interface SetChange<T> {
  readonly add: T[];
  readonly remove: T[];
}

function setChange<T>(before: readonly T[], after: readonly T[]): SetChange<T> | undefined {
  const add = after.filter((one) => !before.includes(one));
  const remove = before.filter((one) => !after.includes(one));
  return add.length + remove.length > 0 ? { add, remove } : undefined;
}

/**
 * @param kind the kind that is chosen in the form: another one may have no quantity or attendance
 * @returns undefined where nothing was changed
 * @throws WrongUse for a date or number that is none
 */
export function amendment(
  entry: Entry,
  values: Readonly<Record<string, Value>>,
  kind: Kind | undefined,
  today: LocalDate,
): OperationBody | undefined {
  const start = startOf(entry);
  const text = (name: keyof Start) => values[name]?.text.trim() ?? String(start[name]);
  const isChanged = (name: keyof Start) => values[name] && text(name) !== start[name];
  const optional = (value: string) => (value === "" ? null : value);
  const kindNow = values.kind?.chosen[0];
  const isOther = kind !== undefined && kind.id !== entry.kind;
  const changes = {
    ...(kindNow && kindNow !== entry.kind ? { kind: kindNow as KindId } : {}),
    ...(isChanged("on") ? { on: readDate(text("on"), today) } : {}),
    ...(isChanged("title") ? { title: text("title") } : {}),
    ...quantityChange(),
    ...attendanceChange(),
    ...(isChanged("place") ? { place: optional(text("place")) } : {}),
    ...(isChanged("note") ? { note: optional(text("note").replaceAll(breakSign, "\n")) } : {}),
  };
  const chosen = <T extends string>(name: string, before: readonly T[]) =>
    setChange(before, (values[name]?.chosen ?? before) as readonly T[]);
  const units = chosen("units", entry.units);
  const marks = chosen("marks", entry.marks);
  if (Object.keys(changes).length === 0 && !units && !marks) return undefined;
  return {
    type: "entry-amended",
    entry: entry.id,
    changes,
    ...(units ? { units } : {}),
    ...(marks ? { marks } : {}),
  };

  /** What the new kind does not have goes with the change. */
  function quantityChange() {
    if (isOther && !kind?.quantity) return entry.quantity === 1 ? {} : { quantity: 1 };
    return isChanged("quantity") ? { quantity: readNumber(text("quantity") || "1") } : {};
  }
  function attendanceChange() {
    if (isOther && !kind?.attendance)
      return entry.attendance === undefined ? {} : { attendance: null };
    if (!isChanged("attendance")) return {};
    return { attendance: text("attendance") === "" ? null : readNumber(text("attendance")) };
  }
}

/** Adds and takes away marks, only where that changes something: so that undo takes back no more. */
export function markingOf(
  entry: Entry,
  add: readonly MarkId[],
  remove: readonly MarkId[],
): OperationBody | undefined {
  const after = [...entry.marks.filter((mark) => !remove.includes(mark)), ...add];
  const marks = setChange(entry.marks, [...new Set(after)]);
  return marks && { type: "entry-amended", entry: entry.id, changes: {}, marks };
}
