/** The entries of a period in an order, filtered by a query as far as it has been looked through. */
import { useEffect, useMemo, useRef, useState } from "react";
import { isWithin, type Period } from "../../../../shared/words/period.ts";
import { type Filter, filterBy } from "../../../reading/entry-filter.ts";
import { daysOf, type EntryRows, entryRows, type Order } from "../../../reading/entry-rows.ts";
import { type Match, matchOf } from "../../../reading/match.ts";
import { parseQuery, printQuery, type Query, type QueryContext } from "../../../reading/query.ts";
import { useLedger, useOffice } from "../../office-context.tsx";
import { useSounds } from "../../use-sounds.ts";

export interface Entries {
  readonly rows: EntryRows;
  readonly query: Query;
  readonly context: QueryContext;
  /** What an entry must fit for a query; undefined where everything does. */
  matchFor(line: string): Match | undefined;
  /** The rows of another period, by date, as far as the filter knows them. */
  rowsOf(period: Period): EntryRows;
}

/** So long may looking take before a frame is drawn, and then at a time between keys. */
const beforeFrame = 10;
const atATime = 5;
/** Of a filter that was drawn before: operations of others come with many frames. */
const again = 2;
const redrawEvery = 100;

const until = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  return () => performance.now() >= end;
};

export function useEntries(period: Period, line: string, order: Order): Entries {
  const { ledger, profile, today } = useLedger();
  const { workstation } = useOffice();
  const sounds = useSounds();
  const seq = useRef<number>(ledger.seq);
  seq.current = ledger.seq;
  const year = period.to.slice(0, 4);
  const context = useMemo((): QueryContext => {
    const { kinds, units, marks } = profile;
    return { names: { kind: kinds, unit: units, mark: marks }, today, year, sounds };
  }, [profile, today, year, sounds]);

  const matchFor = (wanted: string): Match | undefined => {
    const read = parseQuery(wanted, context);
    if (read.terms.length === 0) return undefined;
    const { member } = workstation;
    return matchOf(read, { names: context.names, seq: () => seq.current, member, sounds });
  };
  const query = useMemo(() => parseQuery(line, context), [line, context]);
  const printed = printQuery(query);
  // The same query in other words keeps what was found.
  const kept = useRef<{ key: unknown[]; filter: Filter | undefined }>(undefined);
  const key = [printed, context];
  if (!kept.current?.key.every((one, at) => one === key[at])) {
    const match = matchFor(line);
    kept.current = { key, filter: match && filterBy(match) };
  }
  const { filter } = kept.current ?? {};
  const [turn, setTurn] = useState(0);
  const drawn = useRef<Filter>(undefined);
  const days = useMemo(
    () => daysOf(ledger.entries).filter(([day]) => isWithin(day, period)),
    [ledger.entries, period],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn has found more of the same
  const rows = useMemo(() => {
    filter?.look(days, until(filter === drawn.current ? again : beforeFrame));
    drawn.current = filter;
    const kinds = profile.kinds.map(({ id }) => id);
    return entryRows(ledger.entries, period, order, kinds, filter);
  }, [ledger.entries, period, order, profile, filter, days, turn]);

  useEffect(() => {
    if (!filter || rows.isWhole) return;
    let told = performance.now();
    let timer: NodeJS.Immediate;
    const look = () => {
      const isDone = filter.look(days, until(atATime));
      if (isDone || performance.now() - told > redrawEvery) {
        told = performance.now();
        setTurn((before) => before + 1);
      }
      if (!isDone) timer = setImmediate(look);
    };
    timer = setImmediate(look);
    return () => clearImmediate(timer);
  }, [filter, days, rows.isWhole]);
  const rowsOf = (of: Period) => {
    const inside = daysOf(ledger.entries).filter(([day]) => isWithin(day, of));
    filter?.look(inside, until(beforeFrame));
    return entryRows(ledger.entries, of, "date", [], filter);
  };
  return { rows, query, context, matchFor, rowsOf };
}
