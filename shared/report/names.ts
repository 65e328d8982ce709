/** What a tally counted, by name: titles, or the labels of units, categories, marks, positions. */
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "../profile/profile.ts";
import type { Tally } from "../tally/tally.ts";
import type { PositionId } from "../words/ids.ts";

export function namesOf(tally: Tally, ledger: Ledger, profile: Profile): string {
  const names = tally.titles ?? (tally.distinct ?? []).map((id) => labelOf(id, ledger, profile));
  const separator = names.some((name) => name.includes("、")) ? "；" : "、";
  return names.join(separator);
}

export function labelOf(id: string, ledger: Ledger, profile: Profile): string {
  const lists = [profile.marks, profile.units, profile.categories, profile.kinds];
  for (const list of lists) {
    const found = list.find((one) => one.id === id);
    if (found) return found.label;
  }
  return ledger.positions.get(id as PositionId)?.name ?? id;
}
