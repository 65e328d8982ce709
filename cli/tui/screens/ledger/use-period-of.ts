/**
 * The period that is shown: the office's, until a record or a day of another half-year is asked
 * for; then that one, until another period is chosen.
 */
import { type RefObject, useMemo } from "react";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { halfYearOf, isWithin, type Period } from "../../../../shared/words/period.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";

export interface Elsewhere {
  readonly on: LocalDate;
  readonly instead: string; // the period that was asked for then
}

/**
 * @param begin the day of the record that the screen was opened at
 * @param held where it outlives the screen
 */
export function usePeriodOf(
  period: Period,
  begin: LocalDate | undefined,
  held: RefObject<Elsewhere | undefined>,
) {
  const [elsewhere, , set] = useLatestState<Elsewhere | undefined>(
    begin && { on: begin, instead: period.id },
    held,
  );
  const on = elsewhere?.instead === period.id ? elsewhere.on : undefined;
  const shown = useMemo(
    () => (on && !isWithin(on, period) ? halfYearOf(on) : period),
    [on, period],
  );
  return [shown, (day: LocalDate) => set({ on: day, instead: period.id })] as const;
}
