/**
 * The answer to a question of entries, found by looking at every entry: no day is skipped, nothing
 * is remembered, and no code is shared with the tallies. For holding one against the other.
 */
import type { Entry } from "../../shared/ledger/entries.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { EntryQuestion } from "../../shared/profile/indicator.ts";
import type { Profile } from "../../shared/profile/profile.ts";

export interface NaiveAnswer {
  readonly value: number;
  readonly sources: readonly string[];
  readonly names: readonly string[];
}

/** @param from none: since ever */
export function naiveTally(
  ledger: Ledger,
  profile: Profile,
  { measure, where, among }: EntryQuestion,
  from: string | undefined,
  to: string,
): NaiveAnswer {
  const typeOf = (unit: string) => profile.units.find(({ id }) => id === unit)?.type as string;
  const positionOf = (entry: Entry) => {
    const position = entry.inspection && ledger.positions.get(entry.inspection.position);
    return position && !position.trail.voided ? position : undefined;
  };
  const unitsOf = (entry: Entry): readonly string[] => {
    if (entry.units.length > 0) return entry.units;
    const unit = positionOf(entry)?.unit;
    return unit ? [unit] : [];
  };
  const isUnitAsked = (unit: string): boolean =>
    (!where.units || where.units.some((one) => one === unit)) &&
    (!where.unitTypes || where.unitTypes.some((type) => type === typeOf(unit)));
  const isOfficeAsked = (): boolean => {
    if (where.units) return where.units.some((one) => isUnitAsked(one) && typeOf(one) === "self");
    return !where.unitTypes || where.unitTypes.some((type) => type === "self");
  };
  const isAsked = (entry: Entry): boolean => {
    const units = unitsOf(entry);
    const category = positionOf(entry)?.category;
    return (
      !entry.trail.voided &&
      (from === undefined || entry.on >= from) &&
      entry.on <= to &&
      (!where.kinds || where.kinds.includes(entry.kind)) &&
      (!where.marks || where.marks.every((mark) => entry.marks.includes(mark))) &&
      (!where.categories || (category !== undefined && where.categories.includes(category))) &&
      (units.length === 0 ? isOfficeAsked() : units.some(isUnitAsked))
    );
  };
  const namesOf = (entry: Entry): readonly string[] => {
    const position = positionOf(entry);
    switch (measure) {
      case "list-titles":
        return [entry.title];
      case "distinct-marks":
        return entry.marks.filter((mark) => !among || among.includes(mark));
      case "distinct-units":
        return unitsOf(entry).filter(isUnitAsked);
      case "distinct-positions":
        return position ? [position.id] : [];
      case "distinct-categories":
        return position ? [position.category] : [];
      case "count":
        return ["entry"];
      case "done":
        return ["done"];
      case "sum-quantity":
        return ["quantity"];
      case "sum-attendance":
        return entry.attendance === undefined ? [] : ["attendance"];
    }
  };
  const number = (id: string) => Number(id.split("-")[1]);
  const found = [...ledger.entries.byId.values()]
    .filter((entry) => isAsked(entry) && namesOf(entry).length > 0)
    .sort((a, b) => a.on.localeCompare(b.on) || number(a.id) - number(b.id));
  const names = [...new Set(found.flatMap(namesOf))];
  const add = (amountOf: (entry: Entry) => number) =>
    found.reduce((sum, entry) => sum + amountOf(entry), 0);
  const value =
    measure === "count"
      ? found.length
      : measure === "sum-quantity"
        ? add(({ quantity }) => quantity)
        : measure === "sum-attendance"
          ? add(({ attendance }) => attendance ?? 0)
          : names.length;
  return { value, sources: found.map(({ id }) => id), names: [...names].sort() };
}
