/**
 * A walk through the check items of one position or of several, as one inspection each. It can be
 * gone through in any order, and every answer can be given again; it is whole once every item of
 * every position has its answer. Nothing of it is in the ledger before it is handed in.
 */
import type { Position } from "../../../../shared/ledger/positions.ts";
import type { CheckItem } from "../../../../shared/profile/profile.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { CheckItemId, KindId } from "../../../../shared/words/ids.ts";
import type { FoundProblem } from "../../../workstation/inspection.ts";

export type Finding =
  | { readonly passed: true }
  | { readonly passed: false; readonly problem: FoundProblem; readonly note: string };

/** One position on the way. */
export interface Stop {
  readonly position: Position;
  readonly items: readonly CheckItem[];
  readonly findings: ReadonlyMap<CheckItemId, Finding>;
}

export interface Walk {
  readonly stops: readonly [Stop, ...Stop[]];
  /** Which position and which of its items is looked at. */
  readonly at: number;
  readonly item: number;
  /** Whether what was found is looked at as a whole, before it is handed in. */
  readonly summed: boolean;
  readonly kind: KindId;
  readonly on: LocalDate;
}

export const stopOf = ({ stops, at }: Walk): Stop => stops[at] ?? stops[0];
export const itemOf = (walk: Walk): CheckItem | undefined => stopOf(walk).items[walk.item];

const isOpen = ({ findings }: Stop, { id }: CheckItem): boolean => !findings.has(id);
export const openItems = (stop: Stop): readonly CheckItem[] =>
  stop.items.filter((item) => isOpen(stop, item));
export const isWhole = ({ stops }: Walk): boolean =>
  stops.every((stop) => openItems(stop).length === 0);
export const isBegun = ({ stops }: Walk): boolean =>
  stops.some(({ findings }) => findings.size > 0);

const withStop = (walk: Walk, at: number, stop: Stop): Walk => ({
  ...walk,
  stops: walk.stops.map((one, index) => (index === at ? stop : one)) as [Stop, ...Stop[]],
});

/** To the next item without an answer, from here on and then from the beginning; or to the sum. */
export function goOn(walk: Walk): Walk {
  const places = walk.stops.flatMap((stop, at) =>
    stop.items.flatMap((one, item) => (isOpen(stop, one) ? [{ at, item }] : [])),
  );
  const isBehind = ({ at, item }: { at: number; item: number }) =>
    at > walk.at || (at === walk.at && item > walk.item);
  const next = places.find(isBehind) ?? places[0];
  return next ? { ...walk, ...next, summed: false } : { ...walk, summed: true };
}

/** The answer to the item that is looked at, and on to the next one. */
export function answer(walk: Walk, finding: Finding): Walk {
  const stop = stopOf(walk);
  const item = itemOf(walk);
  if (!item) return goOn(walk);
  const findings = new Map(stop.findings).set(item.id, finding);
  return goOn(withStop(walk, walk.at, { ...stop, findings }));
}

const passOpen = (stop: Stop): Stop => ({
  ...stop,
  findings: new Map([
    ...stop.findings,
    ...openItems(stop).map(({ id }) => [id, { passed: true }] as const),
  ]),
});

/** Nothing else was found here. */
export const passRest = (walk: Walk): Walk => goOn(withStop(walk, walk.at, passOpen(stopOf(walk))));

/** Nothing else was found anywhere. */
export const passAll = (walk: Walk): Walk =>
  goOn({ ...walk, stops: walk.stops.map(passOpen) as [Stop, ...Stop[]] });

export function toItem(walk: Walk, item: number): Walk {
  const last = Math.max(0, stopOf(walk).items.length - 1);
  return { ...walk, item: Math.max(0, Math.min(last, item)), summed: false };
}

export function toStop(walk: Walk, at: number): Walk {
  const wanted = Math.max(0, Math.min(walk.stops.length - 1, at));
  return wanted === walk.at ? walk : { ...walk, at: wanted, item: 0, summed: false };
}

/** Without the position that is looked at; undefined where it was the last one. */
export function leaveOut(walk: Walk): Walk | undefined {
  const [first, ...rest] = walk.stops.filter((_, at) => at !== walk.at);
  if (!first) return undefined;
  const at = Math.min(walk.at, rest.length);
  return { ...walk, stops: [first, ...rest], at, item: 0, summed: false };
}
