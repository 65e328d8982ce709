/** `amend`, `void`, `restore`: mending what was written down, with everything kept. */
import type { OperationBody, RecordReference } from "../../shared/ledger/operation.ts";
import { Level } from "../../shared/ledger/problems.ts";
import { WrongUse } from "../failure.ts";
import { readChoice } from "../reading/choices.ts";
import { readDate, readNumber } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";
import { findIds } from "./log.ts";
import { type FoundRecord, findAny, noRecord } from "./records.ts";
import { submit } from "./submitted.ts";

export interface AmendOptions {
  readonly title?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly quantity?: string;
  readonly attendance?: string;
  readonly place?: string;
  readonly note?: string;
  readonly unit?: readonly string[];
  readonly removeUnit?: readonly string[];
  readonly mark?: readonly string[];
  readonly removeMark?: readonly string[];
  readonly category?: string;
  readonly owner?: string;
  readonly level?: string;
  readonly outlet?: string;
  readonly source?: string;
  readonly gist?: string;
}

const options: Readonly<Record<FoundRecord["type"], readonly (keyof AmendOptions)[]>> = {
  entry: [
    "title",
    "kind",
    "date",
    "quantity",
    "attendance",
    "place",
    "note",
    "unit",
    "removeUnit",
    "mark",
    "removeMark",
  ],
  position: ["title", "category", "unit", "quantity", "place", "owner", "note"],
  problem: ["title", "date", "level", "unit", "note"],
  publication: ["title", "date", "unit", "outlet", "source", "gist"],
  duty: [],
  member: [],
};

/** What a record may be without: an empty text takes it away. */
const mayBeEmpty: ReadonlySet<keyof AmendOptions> = new Set([
  "attendance",
  "place",
  "note",
  "outlet",
  "source",
  "gist",
]);

export async function amend(session: Session, id: string, given: AmendOptions) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const found = findAny(wording, ledger, id);
  const named = (Object.keys(given) as (keyof AmendOptions)[]).filter(
    (key) => given[key] !== undefined,
  );
  const misfit = named.find((key) => !options[found.type].includes(key));
  if (misfit) {
    const record = wording.say(`word.${found.type}`);
    throw new WrongUse("amend.does-not-fit", { record, field: misfit });
  }
  if (named.length === 0) throw new WrongUse("amend.nothing");
  const emptied = named.find((key) => given[key] === "" && !mayBeEmpty.has(key));
  if (emptied) throw new WrongUse("amend.empty", { field: emptied });

  /** An empty text takes the field away. */
  const text = (value: string | undefined) => (value === "" ? null : value);
  const units = await findIds(session, "word.unit", profile.units, given.unit);
  const changes: Record<string, unknown> = {
    ...(given.kind && {
      kind: (await findNamed(wording, "word.kind", profile.kinds, given.kind)).id,
    }),
    ...(given.date && { on: readDate(given.date, today) }),
    ...(given.quantity && { quantity: readNumber(given.quantity) }),
    ...(given.attendance !== undefined && {
      attendance: given.attendance === "" ? null : readNumber(given.attendance),
    }),
    ...(given.place !== undefined && { place: text(given.place) }),
    ...(given.note !== undefined && { note: text(given.note) }),
    ...(given.title && { [found.type === "position" ? "name" : "title"]: given.title }),
    ...(given.category && {
      category: (await findNamed(wording, "word.category", profile.categories, given.category)).id,
    }),
    ...(given.owner && { owner: (await findMember(session, given.owner)).id }),
    ...(given.outlet !== undefined && { outlet: text(given.outlet) }),
    ...(given.source !== undefined && { origin: text(given.source) }),
    ...(given.gist !== undefined && { gist: text(given.gist) }),
    ...(given.level && { level: readChoice(wording, "level", Level.options, given.level) }),
    ...(found.type !== "entry" && given.unit && { unit: units[0] ?? null }),
  };
  const body = await bodyFor();
  await submit(session, [() => body], { saw: ledger.seq });
  out.result({ id, changes }, () => [wording.say("amend.done", { id })]);

  async function bodyFor(): Promise<OperationBody> {
    switch (found.type) {
      case "entry": {
        const remove = await findIds(session, "word.unit", profile.units, given.removeUnit);
        const addMarks = await findIds(session, "word.mark", profile.marks, given.mark);
        const removeMarks = await findIds(session, "word.mark", profile.marks, given.removeMark);
        return {
          type: "entry-amended",
          entry: found.record.id,
          changes,
          ...(units.length + remove.length > 0 && { units: { add: units, remove } }),
          ...(addMarks.length + removeMarks.length > 0 && {
            marks: { add: addMarks, remove: removeMarks },
          }),
        };
      }
      case "position":
        return { type: "position-amended", position: found.record.id, changes };
      case "problem":
        return { type: "problem-amended", problem: found.record.id, changes };
      case "publication":
        return { type: "publication-amended", publication: found.record.id, changes };
      case "duty":
        throw new WrongUse("amend.nothing");
      case "member":
        return { type: "member-changed", member: found.record.id, changes };
    }
  }
}

export async function findMember(session: Session, name: string) {
  const { ledger } = await readLedger(session);
  const members = ledger.members.valueSeq().toArray();
  const list = members.map((member) => ({
    ...member,
    label: member.name,
    retired: !member.active,
  }));
  return findNamed(session.wording, "word.member", list, name);
}

function referTo(session: Session, found: FoundRecord, id: string): RecordReference {
  if (found.type === "member") throw noRecord(session.wording, id);
  return { type: found.type, id: found.record.id } as RecordReference;
}

export async function voidRecord(session: Session, id: string, { reason }: { reason: string }) {
  const { ledger } = await readLedger(session);
  const record = referTo(session, findAny(session.wording, ledger, id), id);
  await submit(session, [() => ({ type: "record-voided", record, reason })], { saw: ledger.seq });
  session.out.result({ id, reason }, () => [session.wording.say("void.done", { id })]);
}

export async function restore(session: Session, id: string) {
  const { ledger } = await readLedger(session);
  const record = referTo(session, findAny(session.wording, ledger, id), id);
  await submit(session, [() => ({ type: "record-restored", record })], { saw: ledger.seq });
  session.out.result({ id }, () => [session.wording.say("restore.done", { id })]);
}
