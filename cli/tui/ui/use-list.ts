/**
 * A list that may be long: which row is chosen, and which rows fit on the screen. Only those are
 * ever drawn, so ten thousand rows cost as much as ten.
 */
import type { Key } from "ink";
import type { RefObject } from "react";
import { useKeys } from "./use-keys.ts";
import { useLatestState } from "./use-latest-state.ts";

export interface List<Row> {
  readonly visible: readonly { readonly row: Row; readonly chosen: boolean; readonly at: number }[];
  readonly chosen: Row | undefined;
  /** The chosen row as it is now, also before it has been drawn: for keys. */
  now(): Row | undefined;
  readonly position: number; // of the chosen row, from 0
  readonly count: number; // of all rows
  choose(at: number): void;
  /** The row that is known by this key, also one that is only there with the next frame. */
  chooseKey(key: string): void;
  /** So many rows down, or up; also before the last step has been drawn. */
  moveBy(rows: number): void;
  /** For lists that are told their keys. @returns whether it was a key that moves */
  move(key: Key): boolean;
}

/** What is needed to draw one. */
export type SeenList<Row> = Omit<List<Row>, "now" | "chooseKey" | "move">;

/** Where a key leads: the new place, undefined for keys that lead nowhere. */
export function step(key: Key, at: number, page: number, count: number): number | undefined {
  const last = Math.max(0, count - 1);
  if (key.upArrow) return Math.max(0, at - 1);
  if (key.downArrow) return Math.min(last, at + 1);
  if (key.pageUp) return Math.max(0, at - page);
  if (key.pageDown) return Math.min(last, at + page);
  if (key.home) return 0;
  if (key.end) return last;
  return undefined;
}

/** The first row to draw, so that the chosen one is among them and as little as possible moves. */
export function windowStart(first: number, chosen: number, height: number, count: number): number {
  const most = Math.max(0, count - height);
  const low = Math.max(0, chosen - height + 1);
  return Math.min(most, Math.max(low, Math.min(first, chosen)));
}

/** How rows are known again: the choice follows the row, not its number. */
export interface Follow<Row> {
  readonly keyOf: (row: Row) => string;
  /** The row that is chosen at first. */
  readonly first?: string | undefined;
  /** Where the chosen row is gone, the choice does not fall on one that only stands above others. */
  readonly isHeading?: (row: Row) => boolean;
}

/** Where the choice stands, and what is seen around it. */
export interface ListPlace {
  readonly at: number;
  readonly first: number;
  readonly key?: string | undefined;
}

/** Nearly always it stands where it stood: only when it does not are all rows gone through. */
function placeOf<Row>(
  rows: readonly Row[],
  key: string,
  at: number,
  keyOf: (row: Row) => string,
): number {
  const there = rows[at];
  if (there !== undefined && keyOf(there) === key) return at;
  return rows.findIndex((row) => keyOf(row) === key);
}

/** @param held where the choice outlives the view */
export function useList<Row>(
  rows: readonly Row[],
  height: number,
  isActive = true,
  follow?: Follow<Row>,
  held?: RefObject<ListPlace | undefined>,
): List<Row> {
  const begin = { at: 0, first: 0, key: follow?.first };
  const [drawn, latest, setPlace] = useLatestState<ListPlace>(begin, held);
  const size = Math.max(1, height);
  const clamped = (at: number) => Math.max(0, Math.min(at, rows.length - 1));
  const besideHeading = (at: number) => {
    const row = rows[at];
    return row !== undefined && follow?.isHeading?.(row) ? clamped(at + 1) : at;
  };
  /** The rows may have become others meanwhile. */
  const placed = (place: ListPlace): ListPlace => {
    const found = follow && place.key ? placeOf(rows, place.key, place.at, follow.keyOf) : -1;
    const at = found < 0 ? besideHeading(clamped(place.at)) : found;
    return { ...place, at, first: windowStart(place.first, at, size, rows.length) };
  };
  const { at, first } = placed(drawn);
  const go = (to: number) => {
    const row = rows[clamped(to)];
    const key = row === undefined ? undefined : follow?.keyOf(row);
    setPlace(placed({ at: to, first: placed(latest()).first, key }));
  };
  const move = (key: Key): boolean => {
    const to = step(key, placed(latest()).at, size, rows.length);
    if (to !== undefined) go(to);
    return to !== undefined;
  };
  useKeys((_, key) => void move(key), { isActive });
  const visible = rows
    .slice(first, first + size)
    .map((row, index) => ({ row, chosen: first + index === at, at: first + index }));
  return {
    visible,
    chosen: rows[at],
    now: () => rows[placed(latest()).at],
    position: at,
    count: rows.length,
    choose: go,
    chooseKey: (key) => setPlace({ ...placed(latest()), key }),
    moveBy: (by) => go(placed(latest()).at + by),
    move,
  };
}
