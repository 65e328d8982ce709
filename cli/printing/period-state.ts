/** How a period stands, in one line: its lock with who and when, its exception, its reopening. */
import { findProfile, type Ledger } from "../../shared/ledger/ledger.ts";
import type { PeriodAct } from "../../shared/ledger/periods.ts";
import { closingOf, stateOf } from "../../shared/ledger/periods.ts";
import { findEdition } from "../../shared/report/document-for.ts";
import { localDateIn } from "../../shared/words/dates.ts";
import type { Period, PeriodId } from "../../shared/words/period.ts";
import type { Wording } from "../wording/wording.ts";

export function sayPeriodState(wording: Wording, ledger: Ledger, period: Period): string {
  const { say } = wording;
  const record = ledger.periods.get(period.id);
  const state = stateOf(ledger.periods, period.id);
  const counting = record?.acts.filter(({ forestalled }) => !forestalled) ?? [];
  const last = counting.findLast(({ type }) => !type.startsWith("period-exce"));
  const edition = findEdition(ledger, period);
  const parts = [
    last?.type === "period-reopened" && state === "open"
      ? say("period.state-reopened", { reason: last.reason ?? "", ...who(ledger, last) })
      : last
        ? say("words.aside", {
            what: say(`period.is-${state}`),
            more: Object.values(who(ledger, last)).join(" "),
          })
        : say("period.is-open"),
    edition ? say("period.state-edition", { number: edition.number }) : "",
    closingOf(record) && !edition ? say("period.state-unfrozen") : "",
    record?.exception
      ? say("period.state-exception", {
          day: record.exception.until,
          reason: record.exception.reason,
        })
      : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Who closed it and when, to the minute: for whoever meant to do so at the same time. */
export function sayClosing(
  { say }: Wording,
  ledger: Ledger,
  period: PeriodId,
  closing: PeriodAct,
  said: "period.closed-by" | "period.closed-first",
): string {
  const { by, day } = who(ledger, closing);
  const timeZone = timeZoneOf(ledger);
  const clock = new Date(closing.received).toLocaleTimeString("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
  });
  return say(said, { period, by, at: `${day} ${clock}` });
}

function who(ledger: Ledger, { by, received }: PeriodAct) {
  const name = ledger.members.get(by)?.name ?? by;
  return { by: name, day: localDateIn(timeZoneOf(ledger), new Date(received)) };
}

const timeZoneOf = (ledger: Ledger): string => findProfile(ledger)?.office.timeZone ?? "UTC";
