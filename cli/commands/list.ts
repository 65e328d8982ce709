/** `list`: entries, newest last. */
import type { Entry } from "../../shared/ledger/entries.ts";
import { isVoided } from "../../shared/ledger/trail.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import { isWithin } from "../../shared/words/period.ts";
import { columns } from "../printing/columns.ts";
import { readNumber, readPeriod } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";
import { findIds } from "./log.ts";

export interface ListOptions {
  readonly period?: string;
  readonly kind?: string;
  readonly unit?: readonly string[];
  readonly mark?: readonly string[];
  readonly voided?: boolean;
  readonly limit?: string;
}

export async function list(session: Session, options: ListOptions) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const kind = options.kind && (await findNamed(wording, "word.kind", profile.kinds, options.kind));
  const units = await findIds(session, "word.unit", profile.units, options.unit);
  const marks = await findIds(session, "word.mark", profile.marks, options.mark);
  const period = options.period === undefined ? undefined : readPeriod(options.period, () => today);
  const found = ledger.entries.byId
    .valueSeq()
    .filter((entry) => options.voided || !isVoided(entry))
    .filter((entry) => !period || isWithin(entry.on, period))
    .filter((entry) => !kind || entry.kind === kind.id)
    .filter((entry) => units.length === 0 || units.some((unit) => entry.units.includes(unit)))
    .filter((entry) => marks.every((mark) => entry.marks.includes(mark)))
    .toArray()
    .sort(byDay);
  const limit = options.limit === undefined ? 50 : readNumber(options.limit);
  const shown = out.json && options.limit === undefined ? found : found.slice(-limit);
  out.result(shown, () => {
    if (shown.length === 0) return [wording.say("list.empty")];
    const rows = columns(shown.map((entry) => rowOf(session, profile, entry)));
    const earlier = found.length - shown.length;
    return earlier > 0 ? [...rows, wording.say("list.more", { count: earlier })] : rows;
  });
}

export const byDay = (a: Entry, b: Entry): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : (a.trail.seqs[0] ?? 0) - (b.trail.seqs[0] ?? 0);

function rowOf({ wording }: Session, profile: Profile, entry: Entry) {
  const label = profile.kinds.find(({ id }) => id === entry.kind)?.label ?? entry.kind;
  const title = isVoided(entry) ? `${entry.title}（${wording.say("field.voided")}）` : entry.title;
  return [entry.id, entry.on, label, entry.quantity, title];
}
