/**
 * A new profile keeps every id that the one in force has: an id that vanished could come back
 * with another meaning, and old records would be counted as what they are not. What is no longer
 * used is retired.
 */
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import type { Profile } from "../profile/profile.ts";
import type { Refusal, Word } from "./refusal.ts";

export function findProfileRefusal(ledger: Ledger, next: Profile): Refusal | undefined {
  const now = findProfile(ledger);
  if (!now) return undefined;
  const lists: [Word, readonly { id: string }[], readonly { id: string }[]][] = [
    ["kind", now.kinds, next.kinds],
    ["mark", now.marks, next.marks],
    ["category", now.categories, next.categories],
    ["unit", now.units, next.units],
    ["indicator", now.indicators, next.indicators],
    ["obligation", now.obligations ?? [], next.obligations ?? []],
  ];
  for (const [word, before, after] of lists) {
    const kept = new Set(after.map(({ id }) => id));
    const lost = before.find(({ id }) => !kept.has(id));
    if (lost) return { reason: "no-such", word, id: lost.id };
  }
  return undefined;
}
