/** Records of every sort by their id, and how their fields read. */
import type { Duty } from "../../shared/ledger/duties.ts";
import type { Entry } from "../../shared/ledger/entries.ts";
import { findEntry } from "../../shared/ledger/entry-table.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { findProfile } from "../../shared/ledger/ledger.ts";
import type { Member } from "../../shared/ledger/members.ts";
import type { Position } from "../../shared/ledger/positions.ts";
import type { Problem } from "../../shared/ledger/problems.ts";
import type { Publication } from "../../shared/ledger/publications.ts";
import { mediaLevelsIn, reviewsIn } from "../../shared/profile/publishing.ts";
import type {
  DutyId,
  EntryId,
  MemberId,
  PositionId,
  ProblemId,
  PublicationId,
} from "../../shared/words/ids.ts";
import { WrongUse } from "../failure.ts";
import type { Wording } from "../wording/wording.ts";

export type FoundRecord =
  | { readonly type: "entry"; readonly record: Entry }
  | { readonly type: "position"; readonly record: Position }
  | { readonly type: "problem"; readonly record: Problem }
  | { readonly type: "publication"; readonly record: Publication }
  | { readonly type: "duty"; readonly record: Duty }
  | { readonly type: "member"; readonly record: Member };

/** Nothing of that sort has that id. */
export const noRecord = (
  { say }: Wording,
  id: string,
  word: "record" | "problem" | "publication" | "duty" | "workstation" | "invitation" = "record",
): WrongUse => new WrongUse("error.no-record", { id, word: say(`word.${word}`) });

/** Undefined when nothing has that id. */
export function findRecord(ledger: Ledger, id: string): FoundRecord | undefined {
  const entry = findEntry(ledger.entries, id as EntryId);
  if (entry) return { type: "entry", record: entry };
  const position = ledger.positions.get(id as PositionId);
  if (position) return { type: "position", record: position };
  const problem = ledger.problems.get(id as ProblemId);
  if (problem) return { type: "problem", record: problem };
  const publication = ledger.publications.get(id as PublicationId);
  if (publication) return { type: "publication", record: publication };
  const duty = ledger.duties.get(id as DutyId);
  if (duty) return { type: "duty", record: duty };
  const member = ledger.members.get(id as MemberId);
  return member && { type: "member", record: member };
}

/** @throws WrongUse when nothing has that id */
export function findAny(wording: Wording, ledger: Ledger, id: string): FoundRecord {
  const found = findRecord(ledger, id);
  if (!found) throw noRecord(wording, id);
  return found;
}

/** The value of a field as people read it: labels instead of ids, words instead of statuses. */
export function sayValue(wording: Wording, ledger: Ledger, field: string, value: unknown): string {
  const profile = findProfile(ledger);
  const label = (list: readonly { id: string; label: string }[] | undefined, id: unknown) =>
    list?.find((one) => one.id === id)?.label ?? String(id);
  if (value === undefined) return wording.say("history.nothing");
  if (Array.isArray(value) && value.length === 0) return wording.say("history.nothing");
  switch (field) {
    case "kind":
      return label(profile?.kinds, value);
    case "category":
      return label(profile?.categories, value);
    case "unit":
      return label(profile?.units, value);
    case "units":
    case "marks":
    case "kinds":
    case "categories":
      return (value as string[]).map((id) => label(profile?.[field], id)).join("、");
    case "item":
      return (
        profile?.categories.flatMap(({ items }) => items).find(({ id }) => id === value)?.text ??
        String(value)
      );
    case "review":
      return label(profile && reviewsIn(profile), value);
    case "mediaLevel":
      return label(profile && mediaLevelsIn(profile), value);
    case "owner":
    case "member":
    case "by":
      return ledger.members.get(value as MemberId)?.name ?? String(value);
    case "position":
      return ledger.positions.get(value as PositionId)?.name ?? String(value);
    case "inspection":
      return sayInspection(ledger, value);
    case "source":
      return saySource(wording, value as NonNullable<Entry["source"]>);
    case "reprint":
      return wording.say(value ? "reprint.true" : "reprint.false");
    case "step":
      return wording.find(`operation.${value}`) ?? String(value);
    case "level":
    case "role":
    case "standing":
    case "stage":
    case "status":
      return wording.find(`${field}.${value}`) ?? String(value);
    default:
      return typeof value === "string" || typeof value === "number"
        ? String(value)
        : JSON.stringify(value);
  }
}

function saySource({ say }: Wording, { file, sheet, row }: NonNullable<Entry["source"]>): string {
  return sheet === undefined
    ? say("import.from-file", { file, row })
    : say("import.from-sheet", { file, sheet, row });
}

function sayInspection(ledger: Ledger, value: unknown): string {
  if (typeof value === "string") return value;
  const { position, items } = value as NonNullable<Entry["inspection"]>;
  const results = items.map(
    ({ text, passed, note }) => `${passed ? "✓" : "✗"} ${text}${note ? `（${note}）` : ""}`,
  );
  return [ledger.positions.get(position)?.name ?? position, ...results].join("\n    ");
}
