/**
 * The report as it is read: its lines, where the window stands, and the figure or statement under
 * the cursor. The place is kept when the window, the period or the ledger changes.
 */
import { useMemo } from "react";
import type { Document } from "../../../../shared/report/document.ts";
import { documentFor } from "../../../../shared/report/document-for.ts";
import type { Period } from "../../../../shared/words/period.ts";
import { useLedger } from "../../office-context.tsx";
import { useRemembered } from "../../remembering.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { windowStart } from "../../ui/use-list.ts";
import { type Layout, layOut, type Place, type Stop } from "./lines.ts";
import { headingFrom, lineAt } from "./places.ts";

export interface Reading {
  readonly document: Document | undefined;
  readonly layout: Layout;
  readonly first: number; // the first line that is seen
  readonly at: number; // the stop under the cursor
  readonly stop: Stop | undefined;
  /** The stop as it is now, also before it has been drawn: for keys. */
  now(): Stop | undefined;
  nextStop(by: 1 | -1): void;
  scroll(by: number): void;
  heading(by: 1 | -1): void;
  goTo(place: { readonly line: number; readonly stop?: number }): void;
}

const nothing: Layout = { lines: [], stops: [], lineOfStop: [], blocks: [] };
/** The cursor begins at the first figure; -1 until it was moved. */
const start = { top: { heading: 0, block: 0, line: 0 } as Place, at: -1 };

export function useReport(period: Period, measure: number, height: number): Reading {
  const { ledger } = useLedger();
  const document = useMemo(() => documentFor(ledger, period), [ledger, period]);
  const layout = useMemo(
    () => (document ? layOut(document, measure) : nothing),
    [document, measure],
  );
  const [drawn, latest, set] = useLatestState(start, useRemembered("report.place", undefined));
  const { lines, stops, lineOfStop } = layout;
  const last = Math.max(0, lines.length - height);
  const bounded = (line: number) => Math.max(0, Math.min(last, line));
  const firstOf = ({ top }: typeof start) => bounded(lineAt(layout, top));
  const firstFigure = stops.findIndex(({ type }) => type === "figure");
  const atOf = ({ at }: typeof start) =>
    Math.max(0, Math.min(stops.length - 1, at < 0 ? firstFigure : at));
  const put = (line: number, at = latest().at) =>
    set({ top: lines[bounded(line)] ?? start.top, at });

  function nextStop(by: 1 | -1) {
    if (stops.length === 0) return;
    const first = firstOf(latest());
    const at = atOf(latest());
    const isSeen = (line = 0) => line >= first && line < first + height;
    // Somebody scrolled away: the cursor comes along.
    const seen = isSeen(lineOfStop[at])
      ? -1
      : by > 0
        ? lineOfStop.findIndex(isSeen)
        : lineOfStop.findLastIndex(isSeen);
    const next = seen >= 0 ? seen : (at + by + stops.length) % stops.length;
    put(windowStart(first, lineOfStop[next] ?? 0, height, lines.length), next);
  }
  return {
    document,
    layout,
    first: firstOf(drawn),
    at: atOf(drawn),
    stop: stops[atOf(drawn)],
    now: () => stops[atOf(latest())],
    nextStop,
    scroll: (by) => put(firstOf(latest()) + by),
    heading: (by) => {
      const line = headingFrom(layout, firstOf(latest()), by);
      if (line !== undefined) put(line);
    },
    goTo: ({ line, stop }) => put(line - 2, stop),
  };
}
