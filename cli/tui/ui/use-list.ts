/**
 * A list that may be long: which row is chosen, and which rows fit on the screen. Only those are
 * ever drawn, so ten thousand rows cost as much as ten.
 */
import type { Key } from "ink";
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
  /** So many rows down, or up; also before the last step has been drawn. */
  moveBy(rows: number): void;
}

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

export function useList<Row>(rows: readonly Row[], height: number, isActive = true): List<Row> {
  const [drawn, latest, setPlace] = useLatestState({ at: 0, first: 0 });
  const size = Math.max(1, height);
  /** The rows may have become fewer meanwhile. */
  const placed = (place: { readonly at: number; readonly first: number }) => {
    const at = Math.max(0, Math.min(place.at, rows.length - 1));
    return { at, first: windowStart(place.first, at, size, rows.length) };
  };
  const { at, first } = placed(drawn);
  const go = (to: number) => setPlace(placed({ at: to, first: placed(latest()).first }));
  useKeys(
    (_, key) => {
      const to = step(key, placed(latest()).at, size, rows.length);
      if (to !== undefined) go(to);
    },
    { isActive },
  );
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
    moveBy: (by) => go(placed(latest()).at + by),
  };
}
