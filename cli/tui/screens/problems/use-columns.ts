/** The problems by status, side by side: which column is looked at, and which problem in it. */
import { useMemo } from "react";
import type { Status } from "../../../../shared/ledger/problems.ts";
import type { Deadline } from "../../../../shared/tally/deadlines.ts";
import { useRemembered } from "../../remembering.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { type List, type ListPlace, useList } from "../../ui/use-list.ts";

export const statuses: readonly Status[] = ["found", "being-rectified", "rectified", "closed"];

/** Above the problems their status; below them a rule and the title of the chosen one in full. */
export const linesAround = 3;

export const keyOf = ({ problem }: Deadline): string => problem.id;

export interface Columns {
  readonly lists: readonly List<Deadline>[];
  readonly at: number;
  now(): List<Deadline> | undefined;
  /** To the next column on that side that holds something. */
  moveBy(by: 1 | -1): void;
  /** The column of a status, and in it one problem. */
  choose(status: Status, id: string): void;
  chooseColumn(at: number): void;
}

const nothing: readonly Deadline[] = [];

export function useColumns(
  rows: readonly Deadline[],
  height: number,
  focus: string | undefined,
): Columns {
  const [at, atNow, setAt] = useLatestState(0, useRemembered("problems.column", focus));
  const having = useMemo(() => Map.groupBy(rows, ({ status }) => status), [rows]);
  const lists = [
    useColumn(having, "found", height, focus),
    useColumn(having, "being-rectified", height, focus),
    useColumn(having, "rectified", height, focus),
    useColumn(having, "closed", height, focus),
  ];
  const go = (to: number) => setAt(Math.max(0, Math.min(lists.length - 1, to)));
  return {
    lists,
    at,
    now: () => lists[atNow()],
    moveBy: (by) => {
      let to = atNow() + by;
      while (lists[to]?.count === 0) to += by; // an empty column has nothing to choose
      if (lists[to]) go(to);
    },
    choose: (status, id) => {
      go(statuses.indexOf(status));
      lists[statuses.indexOf(status)]?.chooseKey(id);
    },
    chooseColumn: go,
  };
}

function useColumn(
  having: ReadonlyMap<Status, readonly Deadline[]>,
  status: Status,
  height: number,
  focus: string | undefined,
): List<Deadline> {
  const place = useRemembered<ListPlace>(`problems.place.${status}`, focus);
  return useList(having.get(status) ?? nothing, height, false, { keyOf }, place);
}
