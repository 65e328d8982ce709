/** A position has a category and a unit of the profile, and its days of use follow each other. */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import { lastSpan } from "../ledger/positions.ts";
import type { Sight } from "../ledger/sight.ts";
import type { Refusal } from "./refusal.ts";

type PositionOperation = Extract<Operation, { type: `position-${string}` }>;

export function findPositionRefusal(
  ledger: Ledger,
  operation: PositionOperation,
  sees: Sight,
): Refusal | undefined {
  if (operation.type === "position-opened") return findMisfit(ledger, operation.position);
  const { position: id } = operation;
  const position = ledger.positions.get(id);
  if (!position)
    return ledger.tray.has(id) ? undefined : { reason: "no-such", word: "position", id };
  const voided = position.trail.voided;
  if (voided && sees(voided.seq)) return { reason: "already-voided", record: id };
  if (operation.type === "position-amended") return findMisfit(ledger, operation.changes);
  const { on } = operation;
  const last = lastSpan(position);
  const fits =
    operation.type === "position-retired"
      ? last && !last.to && on >= last.from
      : last?.to && on >= last.from;
  return fits ? undefined : { reason: "span-out-of-order", on };
}

function findMisfit(
  ledger: Ledger,
  {
    category,
    unit,
    owner,
  }: { readonly category?: unknown; readonly unit?: unknown; readonly owner?: unknown },
): Refusal | undefined {
  const profile = findProfile(ledger);
  if (typeof category === "string") {
    const found = profile?.categories.find(({ id }) => id === category);
    if (!found) return { reason: "no-such", word: "category", id: category };
    if (found.retired) return { reason: "retired", word: "category", id: category };
  }
  if (typeof unit === "string" && !profile?.units.some(({ id }) => id === unit)) {
    return { reason: "no-such", word: "unit", id: unit };
  }
  const isMember = typeof owner !== "string" || ledger.members.some(({ id }) => id === owner);
  return isMember ? undefined : { reason: "not-a-member", member: String(owner) };
}
