/**
 * An operation that waits for somebody, in words: whose it is, what it is about and what it would
 * change. Who admits or returns it decides about that, and may not see it anywhere else.
 */
import { changesOn } from "../../shared/ledger/history.ts";
import { findProfile, type Ledger } from "../../shared/ledger/ledger.ts";
import { isKnownType, type Operation, readOperation } from "../../shared/ledger/operation.ts";
import { nameOf } from "../../shared/words/ids.ts";
import { findRecord, sayValue } from "../commands/records.ts";
import type { Wording } from "../wording/wording.ts";

type Loose = Readonly<Record<string, unknown>>;

const sorts = ["entry", "position", "problem", "publication", "duty", "member"] as const;

/**
 * The record it makes or changes, as it stands; one may itself wait in the tray. Looked for in what
 * is said, not by the type: also one that this version does not know, or malformed, is told so.
 */
function recordOf(ledger: Ledger, operation: Operation): Loose | undefined {
  const said = operation as unknown as Loose;
  for (const sort of sorts) {
    const one = said[sort];
    if (typeof one === "object" && one !== null) return one as Loose;
    if (typeof one === "string") return recordNamed(ledger, one);
  }
  const { id } = (said.record ?? {}) as { readonly id?: string };
  return id === undefined ? undefined : recordNamed(ledger, id);
}

function recordNamed(ledger: Ledger, id: string): Loose | undefined {
  const found = findRecord(ledger, id);
  if (found) return found.record as unknown as Loose;
  const late = ledger.tray.get(id);
  return late && recordOf(ledger, late.operation);
}

/** Whose it is, what it did, and to what: of an entry its day and title. */
export function operationWords(
  wording: Wording,
  ledger: Ledger,
  operation: Operation,
): readonly string[] {
  return [
    sayValue(wording, ledger, "by", operation.by),
    wording.find(`operation.${operation.type}`) ?? operation.type,
    titleOf(ledger, operation),
  ];
}

function titleOf(ledger: Ledger, operation: Operation): string {
  if (operation.type === "statement-written") {
    const { statement } = operation;
    const known = findProfile(ledger)?.statements.find(({ id }) => id === statement);
    return known?.label ?? statement;
  }
  const { on, title, name } = recordOf(ledger, operation) ?? {};
  return [on, title ?? name].filter((one) => typeof one === "string").join(" ");
}

/** What it changes, a field a line: from what stands now to what it says. */
export function changeWords(
  wording: Wording,
  ledger: Ledger,
  operation: Operation,
): readonly string[] {
  if (operation.type === "entry-logged" || !isReadable(operation)) return [];
  const record = operation.type.endsWith("-amended") ? recordOf(ledger, operation) : undefined;
  return changesOn(record ?? {}, operation)
    .filter(({ field }) => field !== "step") // the operation says it
    .map(({ field, before, after }) => {
      const label = wording.find(`field.${field}`) ?? field;
      const now = sayValue(wording, ledger, field, after);
      if (!record) return wording.say("history.field", { label, now });
      const was = sayValue(wording, ledger, field, before);
      return wording.say("history.change", { label, was, now });
    });
}

/** Not where a later release wrote it, or where it was declined as malformed. */
const isReadable = (operation: Operation): boolean =>
  isKnownType(operation.type) && readOperation(operation).ok;

/** The same on one line, behind its id. */
export const operationRow = (
  wording: Wording,
  ledger: Ledger,
  operation: Operation,
): readonly string[] => [
  nameOf(operation.id),
  ...operationWords(wording, ledger, operation),
  changeWords(wording, ledger, operation).join("  "),
];
