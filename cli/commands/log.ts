/** `log`: one entry from the command line. */
import type { LocalDate } from "../../shared/words/dates.ts";
import { EntryId, type MarkId, nameOf, type UnitId } from "../../shared/words/ids.ts";
import { toPlainLines } from "../../shared/words/plain-text.ts";
import { WrongUse } from "../failure.ts";
import { readDate, readNumber } from "../reading/dates.ts";
import { findNamed, splitNames } from "../reading/named.ts";
import { readOneLine } from "../reading/one-line.ts";
import { type Session, todayIn } from "../session.ts";
import type { Draft } from "../workstation/drafting.ts";
import { submit } from "./submitted.ts";

export interface LogOptions {
  readonly date?: string;
  readonly quantity?: string;
  readonly attendance?: string;
  readonly unit?: readonly string[];
  readonly mark?: readonly string[];
  readonly note?: string;
  readonly place?: string;
}

export async function log(session: Session, kindName: string, title: string, options: LogOptions) {
  const { say } = session.wording;
  const { connection } = await session.workstation();
  const profile = await connection.profile();
  const kind = await findNamed(session.wording, "word.kind", profile.kinds, kindName);
  if (kind.inspects) throw new WrongUse("log.inspects", { kind: kind.label });
  const today = todayIn(session, profile);
  const on = readDate(options.date, today);
  const units = await findIds<UnitId>(session, "word.unit", profile.units, options.unit);
  const marks = await findIds<MarkId>(session, "word.mark", profile.marks, options.mark);
  const entry = {
    kind: kind.id,
    on,
    title,
    quantity: options.quantity === undefined ? 1 : readNumber(options.quantity),
    ...(options.attendance === undefined ? {} : { attendance: readNumber(options.attendance) }),
    ...(options.place === undefined ? {} : { place: options.place }),
    ...(options.note === undefined ? {} : { note: toPlainLines(options.note) }),
    units,
    marks,
  };
  const draft: Draft = (id) => ({
    type: "entry-logged",
    entry: { id: EntryId.parse(nameOf(id)), ...entry },
  });
  const [id = ""] = await submit(session, [draft]);
  noteIfToCome(session, id, on, today);
  session.out.result({ id, ...entry }, () => [
    say("log.done", { id, date: on, kind: kind.label, title }),
  ]);
}

/** What was done was done: a day that is to come is nearly always a slip of the year. */
function noteIfToCome({ wording, out }: Session, id: string, on: LocalDate, today: LocalDate) {
  if (on > today) out.note(wording.say("log.to-come", { id, date: on }));
}

/** Kind, title and all the rest in one piece of text. */
export async function logOneLine(session: Session, text: string) {
  const { say } = session.wording;
  const { connection } = await session.workstation();
  const profile = await connection.profile();
  const { pinyinOf } = await import("../reading/pinyin.ts");
  const today = todayIn(session, profile);
  const entry = readOneLine(text, profile, today, pinyinOf);
  if (!entry || entry.title === "") throw new WrongUse("log.not-understood", { text });
  const [id = ""] = await submit(session, [
    (name) => ({ type: "entry-logged", entry: { id: EntryId.parse(nameOf(name)), ...entry } }),
  ]);
  noteIfToCome(session, id, entry.on, today);
  const kind = profile.kinds.find((one) => one.id === entry.kind)?.label ?? entry.kind;
  session.out.result({ id, ...entry }, () => [
    say("log.done", { id, date: entry.on, kind, title: entry.title }),
  ]);
}

export async function findIds<Id extends string>(
  { wording }: Session,
  word: "word.unit" | "word.mark" | "word.kind" | "word.category",
  list: readonly { readonly id: Id; readonly label: string; readonly retired: boolean }[],
  given: readonly string[] | undefined,
): Promise<Id[]> {
  const ids: Id[] = [];
  for (const name of splitNames(given)) ids.push((await findNamed(wording, word, list, name)).id);
  return [...new Set(ids)];
}
