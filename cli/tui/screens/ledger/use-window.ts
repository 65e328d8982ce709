/**
 * The part of the rows that is seen, and which of them is chosen. The choice follows the record,
 * not the row number: what others write meanwhile comes in around it.
 */
import { type RefObject, useState } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { EntryTable } from "../../../../shared/ledger/entry-table.ts";
import type { EntryId } from "../../../../shared/words/ids.ts";
import type { EntryRows } from "../../../reading/entry-rows.ts";
import { windowStart } from "../../ui/use-list.ts";

export interface Place {
  readonly id: EntryId | undefined;
  readonly at: number;
  readonly first: number;
}
const atTheTop: Place = { id: undefined, at: 0, first: 0 };

/** Where the chosen record stands now. If it is gone, the choice stays at its place. */
function placed(place: Place, rows: EntryRows, entries: EntryTable, height: number): Place {
  const entry = place.id && entries.byId.get(place.id);
  const found = entry && rows.placeOf(entry);
  const at = Math.max(0, Math.min(found ?? place.at, rows.count - 1));
  // At the top what is new is seen; further down the chosen row keeps its line on the screen.
  const wanted = place.first === 0 ? 0 : at - (place.at - place.first);
  const first = windowStart(Math.max(0, wanted), at, height, rows.count);
  const id = found === undefined ? rows.slice(at, 1)[0]?.id : place.id;
  return { id, at, first };
}

export type Window = ReturnType<typeof useWindow>;

/**
 * @param held where the place outlives the screen
 * @param begin the record that is chosen at first
 */
export function useWindow(
  rows: EntryRows,
  entries: EntryTable,
  height: number,
  held: RefObject<Place | undefined>,
  begin: Entry | undefined,
) {
  const [, redraw] = useState(0);
  const [place] = useState((): { current: Place } => {
    held.current ??= { ...atTheTop, id: begin?.id };
    return held as RefObject<Place>;
  });
  const now = (): Place => {
    const there = placed(place.current, rows, entries, height);
    // While a filter is still looking, the record may yet turn up: it stays the one that is meant.
    const isSettled = rows.isWhole || there.id === place.current.id;
    if (isSettled && rows.count > 0) place.current = there;
    return there;
  };
  const { at, first, id } = now();
  const visible = rows.slice(first, height);
  const go = (to: number) => {
    const before = now();
    const next = Math.max(0, Math.min(rows.count - 1, to));
    const start = windowStart(before.first, next, height, rows.count);
    place.current = { id: rows.slice(next, 1)[0]?.id, at: next, first: start };
    redraw((times) => times + 1);
  };
  /** A record that may come among the rows only with the next frame. */
  const choose = (wanted: EntryId) => {
    place.current = { ...now(), id: wanted };
    redraw((times) => times + 1);
  };
  return {
    visible,
    first,
    at,
    chosen: visible[at - first],
    chosenId: id,
    now,
    /** The chosen entry as it is now, also before it has been drawn: for keys. */
    entryNow: (): Entry | undefined => rows.slice(now().at, 1)[0],
    go,
    choose,
  };
}
