/** What the board shows: indicators with their targets and months, and the newest entries. */
import { useMemo } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { isVoided } from "../../../../shared/ledger/trail.ts";
import type { Indicator } from "../../../../shared/profile/indicator.ts";
import type { Profile } from "../../../../shared/profile/profile.ts";
import { monthNames } from "../../../../shared/tally/months.ts";
import { type Tally, tally } from "../../../../shared/tally/tally.ts";
import type { EntryId } from "../../../../shared/words/ids.ts";
import { type Period, type PeriodId, periodOf } from "../../../../shared/words/period.ts";
import { useLedger } from "../../office-context.tsx";

export interface BoardRow {
  readonly tally: Tally;
  readonly months: readonly number[]; // empty for a stock, which has no flow to show
}

/** Indicators with a target or marked for the board; all of them where none is. */
function boardIndicators({ indicators }: Profile): readonly Indicator[] {
  const used = indicators.filter(({ retired }) => !retired);
  const chosen = used.filter(({ target, board }) => board || target !== undefined);
  return chosen.length > 0 ? chosen : used;
}

function monthsOf(ledger: Ledger, indicator: Indicator, period: Period): number[] {
  const months = monthNames(period).slice(-12);
  return months.map((month) => tally(ledger, indicator, periodOf(month as PeriodId)).value ?? 0);
}

export function useBoard(period: Period) {
  const { ledger, profile, connected } = useLedger();
  const rows = useMemo(
    () =>
      boardIndicators(profile).map((indicator): BoardRow => {
        const answer = tally(ledger, indicator, period);
        const hasMonths = answer.kind === "flow" && indicator.question.of !== "rate";
        return { tally: answer, months: hasMonths ? monthsOf(ledger, indicator, period) : [] };
      }),
    [ledger, profile, period],
  );
  const newest = useMemo(() => newestEntries(ledger, 20), [ledger]);
  return { rows, newest, ledger, profile, connected };
}

/** The entries that were written down last, whatever their day. */
function newestEntries(ledger: Ledger, count: number): Entry[] {
  const ids: { id: EntryId; seq: number }[] = [];
  for (const entry of ledger.entries.byId.values()) {
    if (isVoided(entry)) continue;
    const seq = entry.trail.seqs[0] ?? 0;
    const lowest = ids.at(-1)?.seq ?? 0;
    if (ids.length >= count && seq <= lowest) continue;
    ids.push({ id: entry.id, seq });
    ids.sort((a, b) => b.seq - a.seq);
    if (ids.length > count) ids.pop();
  }
  return ids.flatMap(({ id }) => ledger.entries.byId.get(id) ?? []);
}
