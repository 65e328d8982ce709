/**
 * Where a record belongs: its units, its category, its position. What names no unit is the
 * office's own (本级), and a filter that asks for the office itself finds it.
 */

import type { Position, Positions } from "../ledger/positions.ts";
import type { Problem } from "../ledger/problems.ts";
import { isVoided } from "../ledger/trail.ts";
import type { Filter } from "../profile/indicator.ts";
import type { Profile } from "../profile/profile.ts";
import type { CategoryId, PositionId, UnitId } from "../words/ids.ts";

export interface Place {
  readonly units: readonly UnitId[];
  readonly category?: CategoryId | undefined;
  readonly position?: PositionId | undefined;
}

/** The type of the unit that is the office itself. */
const selfType = "self";

/** The unit that stands for the office itself, where the profile has one. */
export const findSelfUnit = (profile: Profile | undefined) =>
  profile?.units.find((unit) => unit.type === selfType);

/** Which places a question takes in. Absent lists take in everything. */
export interface PlaceFilter {
  readonly units?: ReadonlySet<UnitId> | undefined;
  readonly self: boolean; // what names no unit
  readonly categories?: ReadonlySet<CategoryId> | undefined;
}

export const everywhere: PlaceFilter = { self: true };

/** The filter's lists as sets; a unit meets `units` and `unitTypes` both, where both are given. */
export function placeFilterOf(
  { units, unitTypes, categories }: Pick<Filter, "units" | "unitTypes" | "categories">,
  profile: Profile | undefined,
): PlaceFilter {
  if (!units && !unitTypes && !categories) return everywhere;
  const byCategory = categories && new Set(categories);
  if (!units && !unitTypes) return { self: true, categories: byCategory };
  const types = new Map(profile?.units.map((unit) => [unit.id, unit.type]));
  const isOfType = (unit: UnitId): boolean => {
    const type = types.get(unit);
    return !unitTypes || (type !== undefined && unitTypes.includes(type));
  };
  const allowed = new Set([...(units ?? types.keys())].filter(isOfType));
  const self = units
    ? [...allowed].some((unit) => types.get(unit) === selfType)
    : (unitTypes?.some((type) => type === selfType) ?? false);
  return { units: allowed, self, categories: byCategory };
}

/** The same filter for one unit alone; undefined is the office itself. */
export function narrowTo(
  filter: PlaceFilter,
  unit: UnitId | undefined,
  selfUnit: UnitId | undefined,
): PlaceFilter {
  const wanted = unit ?? selfUnit;
  const isTaken = wanted !== undefined && (filter.units?.has(wanted) ?? true);
  return {
    ...filter,
    units: new Set(isTaken ? [wanted] : []),
    self: filter.self && wanted === selfUnit,
  };
}

export const takesUnit = ({ units }: PlaceFilter, unit: UnitId): boolean =>
  units === undefined || units.has(unit);

export function takesPlace(filter: PlaceFilter, { units, category }: Place): boolean {
  if (filter.categories && !(category !== undefined && filter.categories.has(category))) {
    return false;
  }
  if (units.length === 0) return filter.self;
  return units.some((unit) => takesUnit(filter, unit));
}

/** A position that a record names; a voided one is none. */
export function findPosition(
  positions: Positions,
  id: PositionId | undefined,
): Position | undefined {
  const position = id === undefined ? undefined : positions.get(id);
  return position && !isVoided(position) ? position : undefined;
}

const unitsOf = (position: Position | undefined): readonly UnitId[] =>
  position?.unit === undefined ? [] : [position.unit];

/** Of an inspection: the position's unit, unless the entry names units itself. */
export function placeOfInspection(
  positions: Positions,
  id: PositionId,
  ownUnits: readonly UnitId[],
): Place {
  const position = findPosition(positions, id);
  return {
    units: ownUnits.length > 0 ? ownUnits : unitsOf(position),
    category: position?.category,
    position: position?.id,
  };
}

export const placeOfPosition = (position: Position): Place => ({
  units: unitsOf(position),
  category: position.category,
  position: position.id,
});

/** Of a problem or a release: what it says itself, and for the rest its position. */
export function placeOf(
  positions: Positions,
  { unit, category, position: id }: Pick<Problem, "unit" | "category" | "position">,
): Place {
  const position = findPosition(positions, id);
  return {
    units: unit === undefined ? unitsOf(position) : [unit],
    category: category ?? position?.category,
    position: position?.id,
  };
}
