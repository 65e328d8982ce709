/** `period show`: every act on a period, and the reports that its closings froze. */
import { hashFrozen } from "../../shared/ledger/frozen.ts";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { PeriodAct } from "../../shared/ledger/periods.ts";
import { stateOf } from "../../shared/ledger/periods.ts";
import { editionsOf } from "../../shared/report/document-for.ts";
import { localDateIn } from "../../shared/words/dates.ts";
import { columns } from "../printing/columns.ts";
import { plainEdition, shortHash } from "../printing/editions.ts";
import { readPeriod } from "../reading/dates.ts";
import { readLedger, type Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";
import { sayValue } from "./records.ts";

export async function showPeriod(session: Session, name: string) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const period = readPeriod(name, () => today);
  const { id, from, to } = period;
  const record = ledger.periods.get(id);
  const state = stateOf(ledger.periods, id);
  const editions = editionsOf(ledger, period);
  const acts = record?.acts ?? [];
  const data = {
    id,
    from,
    to,
    state,
    exception: record?.exception,
    acts: acts.map(({ frozen: _, ...said }) => said),
    editions: editions.map(plainEdition),
  };
  out.result(data, () => [
    `${id}  ${from} – ${to}  ${wording.say(`period.is-${state}`)}`,
    ...columns(acts.map((act) => actRow(wording, ledger, act, profile.office.timeZone))),
    ...(editions.length > 0 ? [wording.say("period.editions")] : []),
    ...columns(
      editions.map(({ number, closing, report, counts }) => [
        `  ${number}`,
        shortHash(hashFrozen(report)),
        wording.say("period.of-seq", { seq: report.ledger.seq }),
        counts ? wording.say("period.counts") : "",
        closing.despite ? wording.say("period.despite-said", { reason: closing.despite }) : "",
      ]),
    ),
  ]);
}

/** Day, name, act, and what was said with it. */
function actRow(
  wording: Wording,
  ledger: Ledger,
  act: PeriodAct,
  timeZone: string,
): readonly string[] {
  const { type, by, received, reason = "", until, forestalled } = act;
  return [
    `  ${localDateIn(timeZone, new Date(received))}`,
    sayValue(wording, ledger, "by", by),
    wording.find(`operation.${type}`) ?? type,
    [
      until ? wording.say("period.until-day", { day: until }) : "",
      reason,
      forestalled ? wording.say("period.forestalled") : "",
    ]
      .filter(Boolean)
      .join(" "),
  ];
}
