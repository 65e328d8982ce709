/** `list`: entries, newest last. */
import type { Entry } from "../../shared/ledger/entries.ts";
import { isVoided } from "../../shared/ledger/trail.ts";
import type { Profile } from "../../shared/profile/profile.ts";
import { isWithin } from "../../shared/words/period.ts";
import { WrongUse } from "../failure.ts";
import { columns } from "../printing/columns.ts";
import { readNumber, readPeriod } from "../reading/dates.ts";
import { matchOf } from "../reading/match.ts";
import { findNamed } from "../reading/named.ts";
import { parseQuery, type QueryContext } from "../reading/query.ts";
import { statesOf } from "../reading/states.ts";
import { readLedger, type Session } from "../session.ts";
import { findIds } from "./log.ts";

export interface ListOptions {
  readonly period?: string;
  readonly kind?: string;
  readonly unit?: readonly string[];
  readonly mark?: readonly string[];
  readonly query?: string;
  readonly voided?: boolean;
  readonly limit?: string;
  /** A workbook or CSV file for what was found, instead of lines. */
  readonly out?: string;
  readonly force?: boolean;
}

export async function list(session: Session, options: ListOptions) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const kind = options.kind && (await findNamed(wording, "word.kind", profile.kinds, options.kind));
  const units = await findIds(session, "word.unit", profile.units, options.unit);
  const marks = await findIds(session, "word.mark", profile.marks, options.mark);
  const period = options.period === undefined ? undefined : readPeriod(options.period, () => today);
  const days = { today, year: period?.to.slice(0, 4) };
  const query = await readQuery(session, profile, days, options.query);
  const { member } = await session.workstation();
  const fits = matchOf(query, {
    names: query.names,
    sounds: query.sounds,
    seq: () => ledger.seq,
    member,
  });
  const asksVoided = query.terms.some((term) => term.of === "is" && term.state === "voided");
  const found = ledger.entries.byId
    .valueSeq()
    .filter((entry) => options.voided || asksVoided || !isVoided(entry))
    .filter(fits)
    .filter((entry) => !period || isWithin(entry.on, period))
    .filter((entry) => !kind || entry.kind === kind.id)
    .filter((entry) => units.length === 0 || units.some((unit) => entry.units.includes(unit)))
    .filter((entry) => marks.every((mark) => entry.marks.includes(mark)))
    .toArray()
    .sort(byDay);
  if (options.out !== undefined) {
    const { writeFound } = await import("../exporting/found-entries.ts");
    const file = options.out;
    return writeFound(session, ledger, { file, found, force: options.force, period, today });
  }
  const limit = options.limit === undefined ? 50 : readNumber(options.limit);
  const shown = out.json && options.limit === undefined ? found : found.slice(-limit);
  const listed = shown.map((entry) => ({ ...entry, states: statesOf(entry, ledger.seq) }));
  out.result(listed, () => {
    if (shown.length === 0) return [wording.say("list.empty")];
    const rows = columns(shown.map((entry) => rowOf(session, profile, entry, ledger.seq)));
    const earlier = found.length - shown.length;
    return earlier > 0 ? [...rows, wording.say("list.more", { count: earlier })] : rows;
  });
}

const byDay = (a: Entry, b: Entry): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : (a.trail.seqs[0] ?? 0) - (b.trail.seqs[0] ?? 0);

function rowOf({ wording }: Session, profile: Profile, entry: Entry, seq: number) {
  const label = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id;
  const states = statesOf(entry, seq).map((state) => wording.say(`ledger.state.${state}`));
  const title =
    states.length > 0
      ? wording.say("words.aside", { what: entry.title, more: states })
      : entry.title;
  const { attendance } = entry;
  return [
    entry.id,
    entry.on,
    label(profile.kinds, entry.kind),
    entry.quantity,
    attendance === undefined ? "" : wording.say("ledger.attendance", { count: attendance }),
    entry.units.map((id) => label(profile.units, id)).join("、"),
    title,
  ];
}

/**
 * The query, with the names that it was read with.
 * @throws WrongUse for a word that means nothing: a list of too much would look like an answer
 */
async function readQuery(
  { wording }: Session,
  profile: Profile,
  days: Pick<QueryContext, "today" | "year">,
  line = "",
) {
  const names = { kind: profile.kinds, unit: profile.units, mark: profile.marks };
  // The table of pinyin is large: it is loaded for Latin letters only.
  const isLatin = /[a-z]{2}/i.test(line);
  const sounds = isLatin ? (await import("../reading/sounds.ts")).sounds : undefined;
  const query = parseQuery(line, { names, sounds, ...days });
  const [unknown] = query.unknown;
  if (unknown) {
    const { word } = unknown;
    const nearest = unknown.nearest ? wording.say("error.nearest", { name: unknown.nearest }) : "";
    throw new WrongUse("ledger.unknown-word", { word, nearest });
  }
  return { ...query, names, sounds };
}
