/** The period that is shown: a record that the screen was opened at brings its own. */
import { useMemo, useState } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import { halfYearOf, isWithin, type Period } from "../../../../shared/words/period.ts";

/** A record of another half-year is shown in its own, until another period is asked for. */
export function usePeriodOf(focused: Entry | undefined, period: Period): Period {
  const [begin] = useState(period);
  const isElsewhere = focused !== undefined && !isWithin(focused.on, period);
  const on = isElsewhere && begin.id === period.id ? focused.on : undefined;
  return useMemo(() => (on ? halfYearOf(on) : period), [on, period]);
}
