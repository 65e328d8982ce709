/** A duty is a member's, for something that can be named, from one day to another. */

import type { NewDuty } from "../ledger/duties.ts";
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Operation } from "../ledger/operation.ts";
import type { Sight } from "../ledger/sight.ts";
import type { Refusal, Word } from "./refusal.ts";

type DutyOperation = Extract<Operation, { type: `duty-${string}` }>;

export function findDutyRefusal(
  ledger: Ledger,
  operation: DutyOperation,
  sees: Sight,
): Refusal | undefined {
  if (operation.type === "duty-assigned") return findMisfit(ledger, operation.duty);
  const { duty: id } = operation;
  const duty = ledger.duties.get(id);
  if (!duty) return ledger.tray.has(id) ? undefined : { reason: "no-such", word: "duty", id };
  const { voided } = duty.trail;
  if (voided && sees(voided.seq)) return { reason: "already-voided", record: id };
  if (operation.type === "duty-resumed") return undefined;
  const { on } = operation;
  return on < duty.from ? { reason: "step-before-last", on, last: duty.from } : undefined;
}

function findMisfit(ledger: Ledger, duty: NewDuty): Refusal | undefined {
  const { member, standing, kinds = [], categories = [], units = [], area } = duty;
  if (!ledger.members.get(member)?.active) return { reason: "not-a-member", member };
  const profile = findProfile(ledger);
  const named = kinds.length + categories.length + units.length > 0 || area !== undefined;
  if (standing === "area" && !named) return { reason: "area-required" };
  return (
    findUnknown("kind", kinds, profile?.kinds) ??
    findUnknown("category", categories, profile?.categories) ??
    findUnknown("unit", units, profile?.units)
  );
}

function findUnknown(
  word: Word,
  ids: readonly string[],
  listed: readonly { readonly id: string }[] = [],
): Refusal | undefined {
  const id = ids.find((one) => !listed.some((known) => known.id === one));
  return id === undefined ? undefined : { reason: "no-such", word, id };
}
