/**
 * What two people disagree on, and nobody has settled yet: both values of a field, a void that met
 * an amendment, two steps that met. Asked by screens at every change, so what a day of entries
 * holds is remembered by that very day.
 */

import type { Duty } from "./duties.ts";
import type { Entry } from "./entries.ts";
import type { Day, EntryTable } from "./entry-table.ts";
import type { Ledger } from "./ledger.ts";
import type { Statement } from "./periods.ts";
import type { Position } from "./positions.ts";
import type { Problem } from "./problems.ts";
import type { Publication } from "./publications.ts";
import { isDisputed } from "./trail.ts";

export type Disputed =
  | { readonly type: "entry"; readonly record: Entry }
  | { readonly type: "position"; readonly record: Position }
  | { readonly type: "problem"; readonly record: Problem }
  | { readonly type: "publication"; readonly record: Publication }
  | { readonly type: "duty"; readonly record: Duty }
  | { readonly type: "statement"; readonly record: Statement };

const remembered = new WeakMap<Day, readonly Entry[]>();

function disputedOn(day: Day): readonly Entry[] {
  let found = remembered.get(day);
  if (!found) {
    found = [...day.values()].flatMap((bucket) => bucket.flat().filter(isDisputed));
    remembered.set(day, found);
  }
  return found;
}

const disputedEntries = ({ byDay }: EntryTable): Entry[] => [...byDay.values()].flatMap(disputedOn);

/** In the order in which the disputes arose. */
export function findDisputes(ledger: Ledger): readonly Disputed[] {
  const found: Disputed[] = [
    ...disputedEntries(ledger.entries).map((record) => ({ type: "entry" as const, record })),
    ...[...ledger.positions.values()]
      .filter(isDisputed)
      .map((record) => ({ type: "position" as const, record })),
    ...[...ledger.problems.values()]
      .filter(isDisputed)
      .map((record) => ({ type: "problem" as const, record })),
    ...[...ledger.publications.values()]
      .filter(isDisputed)
      .map((record) => ({ type: "publication" as const, record })),
    ...[...ledger.duties.values()]
      .filter(isDisputed)
      .map((record) => ({ type: "duty" as const, record })),
    ...[...ledger.statements.values()]
      .filter(isDisputed)
      .map((record) => ({ type: "statement" as const, record })),
  ];
  const firstOf = ({ record }: Disputed) => record.trail.conflicts?.[0]?.seq ?? 0;
  return found.sort((a, b) => firstOf(a) - firstOf(b));
}
