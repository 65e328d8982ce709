/** Going to a day, also of another half-year, and to the next record that fits a query. */
import { useRef } from "react";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { halfYearOf, isWithin, type Period } from "../../../../shared/words/period.ts";
import { findDays } from "../../../reading/query-days.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { bad } from "../../use-submit.ts";
import { seek } from "./seek.ts";
import type { Entries } from "./use-entries.ts";
import type { Window } from "./use-window.ts";

export function useGoing({
  entries,
  window,
  shown,
  showPeriodOf,
  onNotice,
}: Pick<ScreenProps, "onNotice"> & {
  readonly entries: Entries;
  readonly window: Window;
  readonly shown: Period;
  readonly showPeriodOf: (day: LocalDate) => void;
}) {
  const { say } = useOffice().wording;
  const { today } = useLedger();
  const turns = useRef(0);

  async function goToMatch(query: string, by: 1 | -1) {
    const match = entries.matchFor(query);
    if (!match) return onNotice(bad(say("ledger.no-query")));
    const turn = ++turns.current;
    const isWanted = () => turn === turns.current;
    const found = await seek(entries.rows, match, window.now().at + by, by, isWanted);
    if (!isWanted()) return;
    if (!found) return onNotice(bad(say("ledger.no-match", { query })));
    window.choose(found.id);
  }

  function goToDay(text: string) {
    const days = findDays(text.trim(), today, shown.to.slice(0, 4));
    if (!days) return onNotice(bad(say("error.not-a-date", { text })));
    // Of another half-year the rows are there with the next frame; the choice is made on them now.
    const isHere = isWithin(days.to, shown);
    const rows = entries.rowsOf(isHere ? shown : halfYearOf(days.to));
    const [entry] = rows.slice(rows.placeOn(days.to) ?? rows.count - 1, 1);
    if (!entry) return onNotice(bad(say("ledger.no-day", { day: text })));
    if (!isHere) showPeriodOf(days.to);
    window.choose(entry.id);
  }
  return { goToMatch, goToDay };
}
