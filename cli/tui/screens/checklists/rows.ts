/**
 * Positions as rows: under their category or under their unit, what is still to be inspected
 * first, the longest overdue before all. A group may be folded; a filter unfolds what it finds.
 */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { isActive, lastSpan, type Position } from "../../../../shared/ledger/positions.ts";
import { byWritten, isVoided } from "../../../../shared/ledger/trail.ts";
import type { Category, Profile } from "../../../../shared/profile/profile.ts";
import { checklistsOn, dayWithin } from "../../../../shared/tally/checklists.ts";
import { lastInspection } from "../../../../shared/tally/inspections.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { Period } from "../../../../shared/words/period.ts";
import type { Words } from "../../../reading/words-match.ts";

export type Grouping = "category" | "unit";

export interface PositionRow {
  readonly type: "position";
  readonly position: Position;
  readonly category: Category;
  readonly group: string; // the id of its group
  readonly inspected: Entry | undefined; // the last one within the period
  readonly overdue: number; // days behind its cycle; 0 where it is in time
  /** Until when it is to be inspected; undefined where that is done, or it is not in use. */
  readonly due: LocalDate | undefined;
  /** Not in use on the day that is looked at. */
  readonly retired: boolean;
  /** Its last day, also one that is still to come. */
  readonly last: LocalDate | undefined;
}
export interface GroupRow {
  readonly type: "group";
  readonly group: string;
  readonly label: string;
  readonly category: Category | undefined;
  readonly count: number;
  readonly inspected: number;
  readonly overdue: number; // how many
  readonly folded: boolean;
}
export type ChecklistRow = GroupRow | PositionRow;

export const keyOf = (row: ChecklistRow): string =>
  row.type === "group" ? `group ${row.group}` : row.position.id;

/** The group of what has no unit of its own. */
const office = "";

const groupOf = ({ category, unit }: Position, grouping: Grouping): string =>
  grouping === "category" ? category : (unit ?? office);

/** Every position that is looked at, in the order in which it stands within its group. */
export function positionRows(
  ledger: Ledger,
  profile: Profile,
  period: Period,
  today: LocalDate,
  { grouping, retired }: { readonly grouping: Grouping; readonly retired: boolean },
): readonly PositionRow[] {
  const day = dayWithin(period, today);
  const inUse = checklistsOn(ledger, profile, day).map(
    ({ position, category, state, overdue, cycle }): PositionRow => ({
      ...rowOf(position, category),
      overdue,
      due: state === "done" ? undefined : cycle.to,
    }),
  );
  const urgent = (row: PositionRow) => (row.due === undefined ? 1 : 0);
  inUse.sort(
    (a, b) =>
      b.overdue - a.overdue ||
      urgent(a) - urgent(b) ||
      Number(a.inspected !== undefined) - Number(b.inspected !== undefined),
  );
  return retired ? [...inUse, ...notInUse()] : inUse;

  function rowOf(position: Position, category: Category): PositionRow {
    const inspected = lastInspection(ledger, position.id, period);
    const group = groupOf(position, grouping);
    const last = lastSpan(position)?.to;
    const nothing = { overdue: 0, due: undefined, retired: false, last };
    return { type: "position", position, category, group, inspected, ...nothing };
  }
  function notInUse(): PositionRow[] {
    return ledger.positions
      .valueSeq()
      .filter((position) => !isVoided(position) && !isActive(position, day))
      .toArray()
      .sort(byWritten)
      .flatMap((position) => {
        const category = profile.categories.find(({ id }) => id === position.category);
        return category ? [{ ...rowOf(position, category), retired: true }] : [];
      });
  }
}

/** The groups of the profile, in its order. What has no unit is the office's own, and first. */
function groupsOf(
  { categories, units }: Profile,
  grouping: Grouping,
  self: string,
): readonly Pick<GroupRow, "group" | "label" | "category">[] {
  return grouping === "category"
    ? categories.map((category) => ({ group: category.id, label: category.label, category }))
    : [{ id: office, label: self }, ...units].map(({ id, label }) => ({
        group: id,
        label,
        category: undefined,
      }));
}

export interface Arranged {
  readonly grouping: Grouping;
  readonly folded: ReadonlySet<string>;
  readonly fits: ((words: Words) => boolean) | undefined;
  readonly wordsOf: (row: PositionRow) => Words;
  /** What the group of the office's own is called. */
  readonly self: string;
}

export function arrange(
  rows: readonly PositionRow[],
  profile: Profile,
  { grouping, folded, fits, wordsOf, self }: Arranged,
): readonly ChecklistRow[] {
  const shown = fits ? rows.filter((row) => fits(wordsOf(row))) : rows;
  return groupsOf(profile, grouping, self).flatMap((group): ChecklistRow[] => {
    const own = shown.filter((row) => row.group === group.group);
    if (own.length === 0) return [];
    const inUse = own.filter(({ retired }) => !retired);
    const isFolded = !fits && folded.has(group.group);
    const head: GroupRow = {
      type: "group",
      ...group,
      count: inUse.length,
      inspected: inUse.filter(({ inspected }) => inspected).length,
      overdue: inUse.filter(({ overdue }) => overdue > 0).length,
      folded: isFolded,
    };
    return isFolded ? [head] : [head, ...own];
  });
}
