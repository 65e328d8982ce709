/** What a walk begins with and what is kept of it: the answers of each position, by its items. */
import type { Position } from "../../../../shared/ledger/positions.ts";
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { KindId } from "../../../../shared/words/ids.ts";
import type { InspectionDraft, InspectionDrafts } from "../../../workstation/inspection-drafts.ts";
import { goOn, openItems, passAll, type Stop, stopOf, type Walk } from "./walk.ts";

export interface WalkStart {
  readonly positions: readonly [Position, ...Position[]];
  /** Nothing was found anywhere: only the sum is looked at. */
  readonly allPassed: boolean;
}

export function beginWalk(
  { positions, allPassed }: WalkStart,
  drafts: InspectionDrafts,
  profile: Profile,
  today: LocalDate,
): { readonly walk: Walk; readonly left: number } {
  const kinds = profile.kinds.filter(({ inspects, retired }) => inspects && !retired);
  const before = positions.map(({ id }) => drafts.find(id));
  const stops = positions.map((position, at): Stop => {
    const items = profile.categories.find(({ id }) => id === position.category)?.items ?? [];
    return { position, items, findings: findingsIn(before[at], items) };
  }) as [Stop, ...Stop[]];
  const kind = kinds.find(({ id }) => before.some((one) => one?.kind === id)) ?? kinds[0];
  const walk: Walk = {
    stops,
    at: 0,
    item: 0,
    summed: false,
    kind: kind?.id ?? ("" as KindId),
    on: dayOf(before, today),
  };
  const left = stops.reduce((sum, { findings }) => sum + findings.size, 0);
  if (allPassed) return { walk: passAll(walk), left };
  const [first] = stopOf(walk).items;
  const isFirstOpen = first !== undefined && openItems(stopOf(walk)).includes(first);
  return { walk: isFirstOpen ? walk : goOn(walk), left };
}

/** An answer to an item that is put in other words now, or is none any more, is asked again. */
function findingsIn(left: InspectionDraft | undefined, items: Stop["items"]): Stop["findings"] {
  const isThere = (item: string, text: string) =>
    items.some((one) => one.id === item && one.text === text);
  return new Map(
    left?.items
      .filter(({ item, text }) => isThere(item, text))
      .map(({ item, answer }) => [item, answer]),
  );
}

/** The day of what was left, where all of it was left; what is begun today is of today. */
function dayOf(left: readonly (InspectionDraft | undefined)[], today: LocalDate): LocalDate {
  const [first] = left;
  return first && left.every((one) => one?.on === first.on) ? first.on : today;
}

/** Every answer of a walk onto the disk, a position each. */
export function keepWalk({ stops, kind, on }: Walk, drafts: InspectionDrafts): void {
  for (const { position, items, findings } of stops) {
    const answered = items.flatMap(({ id: item, text }) => {
      const answer = findings.get(item);
      return answer ? [{ item, text, answer }] : [];
    });
    if (answered.length > 0) drafts.keep(position.id, { kind, on, items: answered });
  }
}

export const dropWalk = ({ stops }: Pick<Walk, "stops">, drafts: InspectionDrafts): void => {
  for (const { position } of stops) drafts.drop(position.id);
};
