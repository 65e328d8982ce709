/** What an entry must fit: the profile's kinds, marks and units, and the position it inspects. */
import type { Entry, NewEntry } from "../ledger/entries.ts";
import { findEntry } from "../ledger/entry-table.ts";
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import { isActive } from "../ledger/positions.ts";
import type { Sight } from "../ledger/sight.ts";
import type { Profile } from "../profile/profile.ts";
import type { Refusal, Word } from "./refusal.ts";

type EntryOperation = Operation & { type: "entry-logged" | "entry-amended" };

export function findEntryRefusal(
  ledger: Ledger,
  operation: EntryOperation,
  sees: Sight,
): Refusal | undefined {
  const profile = findProfile(ledger);
  if (!profile) return { reason: "no-such", word: "kind", id: "" };
  if (operation.type === "entry-logged") return findMisfit(ledger, profile, operation.entry);
  const { entry: id, changes, units, marks } = operation;
  const entry = findEntry(ledger.entries, id);
  if (!entry) return ledger.tray.has(id) ? undefined : { reason: "no-such", word: "entry", id };
  const voided = entry.trail.voided;
  if (voided && sees(voided.seq)) return { reason: "already-voided", record: id };
  const amended = { ...entry, ...changes } as NewEntry;
  return findMisfit(
    ledger,
    profile,
    { ...amended, units: units?.add ?? [], marks: marks?.add ?? [] },
    entry,
  );
}

/** @param before the entry as it was: what it already had may stay, even if retired since */
function findMisfit(
  ledger: Ledger,
  profile: Profile,
  entry: NewEntry,
  before?: Entry,
): Refusal | undefined {
  const kind = profile.kinds.find(({ id }) => id === entry.kind);
  if (!kind) return { reason: "no-such", word: "kind", id: entry.kind };
  if (kind.retired && before?.kind !== kind.id) {
    return { reason: "retired", word: "kind", id: kind.id };
  }
  if (entry.quantity > 1 && !kind.quantity)
    return { reason: "quantity-not-allowed", kind: kind.id };
  if (entry.attendance && !kind.attendance) {
    return { reason: "attendance-not-allowed", kind: kind.id };
  }
  return (
    findUnlisted("unit", entry.units, profile.units) ??
    findUnlisted("mark", entry.marks, profile.marks) ??
    findInspectionMisfit(ledger, entry, kind.inspects)
  );
}

function findUnlisted(
  word: Word,
  ids: readonly string[],
  listed: readonly { readonly id: string; readonly retired: boolean }[],
): Refusal | undefined {
  for (const id of ids) {
    const found = listed.find((one) => one.id === id);
    if (!found) return { reason: "no-such", word, id };
    if (found.retired) return { reason: "retired", word, id };
  }
  return undefined;
}

function findInspectionMisfit(
  ledger: Ledger,
  { inspection, kind, on }: NewEntry,
  inspects: boolean,
): Refusal | undefined {
  if (!inspection) return inspects ? { reason: "inspection-required", kind } : undefined;
  if (!inspects) return { reason: "inspection-not-allowed", kind };
  const { position: id } = inspection;
  const position = ledger.positions.get(id);
  if (!position)
    return ledger.tray.has(id) ? undefined : { reason: "no-such", word: "position", id };
  return isActive(position, on) ? undefined : { reason: "position-not-active", position: id, on };
}
