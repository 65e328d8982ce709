/** `duty`: who of the staff answers for what, from which day to which. Never a count. */
import type { Duty } from "../../shared/ledger/duties.ts";
import { byWritten, isVoided } from "../../shared/ledger/trail.ts";
import { areaWords } from "../../shared/report/duty-words.ts";
import { dutiesOn } from "../../shared/tally/default-owner.ts";
import { DutyId, nameOf } from "../../shared/words/ids.ts";
import { columns } from "../printing/columns.ts";
import { readDate } from "../reading/dates.ts";
import { readLedger, type Session } from "../session.ts";
import { findMember } from "./amend.ts";
import { findIds } from "./log.ts";
import { noRecord } from "./records.ts";
import { submit } from "./submitted.ts";

export interface AssignOptions {
  readonly standing: "first" | "direct" | "area";
  readonly kind?: readonly string[];
  readonly category?: readonly string[];
  readonly unit?: readonly string[];
  readonly area?: string;
  readonly date?: string;
}

export async function assignDuty(session: Session, name: string, options: AssignOptions) {
  const { wording, out } = session;
  const { profile, today } = await readLedger(session);
  const member = await findMember(session, name);
  const kinds = await findIds(session, "word.kind", profile.kinds, options.kind);
  const categories = await findIds(session, "word.category", profile.categories, options.category);
  const units = await findIds(session, "word.unit", profile.units, options.unit);
  const duty = {
    member: member.id,
    standing: options.standing,
    from: readDate(options.date, today),
    ...(kinds.length > 0 && { kinds }),
    ...(categories.length > 0 && { categories }),
    ...(units.length > 0 && { units }),
    ...(options.area && { area: options.area }),
  };
  const [id = ""] = await submit(session, [
    (operation) => ({
      type: "duty-assigned",
      duty: { id: DutyId.parse(nameOf(operation)), ...duty },
    }),
  ]);
  const standing = wording.say(`standing.${duty.standing}`);
  out.result({ id, ...duty }, () => [
    wording.say("duty.assigned", { id, name: member.name, standing }),
  ]);
}

export async function endDuty(
  session: Session,
  id: string,
  { date, reason }: { readonly date?: string; readonly reason?: string },
) {
  const { ledger, today } = await readLedger(session);
  const duty = ledger.duties.get(id as DutyId);
  if (!duty) throw noRecord(session.wording, id, "duty");
  const on = readDate(date, today);
  const body = { type: "duty-ended" as const, duty: duty.id, on, ...(reason && { reason }) };
  await submit(session, [() => body], { saw: ledger.seq });
  session.out.result({ id, on }, () => [session.wording.say("duty.ended", { id, on })]);
}

export async function listDuties(
  session: Session,
  { date, all }: { readonly date?: string; readonly all?: boolean },
) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const duties = all
    ? [...ledger.duties.values()].filter((duty) => !isVoided(duty)).sort(byWritten)
    : dutiesOn(ledger, readDate(date, today));
  const row = (duty: Duty) => [
    duty.id,
    ledger.members.get(duty.member)?.name ?? duty.member,
    wording.say(`standing.${duty.standing}`),
    areaWords(duty, profile),
    wording.say(duty.until ? "duty.span" : "duty.since", {
      from: duty.from,
      until: duty.until ?? "",
    }),
  ];
  out.result(
    duties.map(({ trail: _, ...duty }) => duty),
    () => (duties.length === 0 ? [wording.say("duty.empty")] : columns(duties.map(row))),
  );
}
