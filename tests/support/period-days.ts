/** What a leader does with a period, seeing this ledger; it may be something that is not allowed. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { freeze } from "../../shared/report/freeze.ts";
import { type PeriodId, periodOf } from "../../shared/words/period.ts";
import { testEpoch } from "./office.ts";

const names = ["2021-H2", "2022-H1", "2022-Q1", "2022-H1@2022-05-20"] as PeriodId[];

export function periodBody(ledger: Ledger, which: number): object {
  const period = names[which % names.length] as PeriodId;
  switch (Math.floor(which / names.length) % 7) {
    case 0:
      return { type: "period-settled", period };
    case 1:
      return { type: "period-closed", period }; // as releases before 0.3 wrote it
    case 2:
    case 3:
      return { type: "period-closed", period, frozen: freeze(ledger, testEpoch, periodOf(period)) };
    case 4:
      return { type: "period-reopened", period, reason: "漏记" };
    case 5: {
      // Days are played on the first of January 2022; some exceptions are over by then.
      const until = which % 2 ? "2021-12-31" : "2022-01-02";
      const ends = `${until}T15:59:59.999Z`;
      return { type: "period-excepted", period, until, ends, reason: "在途" };
    }
    default:
      return { type: "period-exception-ended", period };
  }
}
