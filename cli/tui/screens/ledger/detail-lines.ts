/** Everything there is to say of one entry, as lines: its fields, what is disputed, its history. */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { Change } from "../../../../shared/ledger/history.ts";
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { statusOf } from "../../../../shared/ledger/problems.ts";
import { localDateIn } from "../../../../shared/words/dates.ts";
import { sayValue } from "../../../commands/records.ts";
import { problemsOf } from "../../../reading/raised.ts";
import { statesOf } from "../../../reading/states.ts";
import type { Wording } from "../../../wording/wording.ts";
import { padTo, widthOf, wrap } from "../../ui/width.ts";
import type { History } from "./use-history.ts";

export interface DetailLine {
  readonly text: string;
  readonly tone?: "head" | "bad" | "quiet";
}
export interface DetailContext {
  readonly wording: Wording;
  readonly ledger: Ledger;
  readonly timeZone: string;
}

const shownFields = [
  "on",
  "kind",
  "title",
  "quantity",
  "attendance",
  "units",
  "marks",
  "place",
  "note",
  "inspection",
  "files",
] as const;

export function detailLines(
  entry: Entry,
  history: History,
  context: DetailContext,
  width: number,
): DetailLine[] {
  const { wording, ledger, timeZone } = context;
  const { say } = wording;
  const label = (field: string) => wording.find(`field.${field}`) ?? field;
  const value = (field: string, of: unknown) => sayValue(wording, ledger, field, of);
  const labels = Math.max(...shownFields.map((field) => widthOf(label(field)))) + 2;
  const row = (head: string, text: string, tone?: DetailLine["tone"]): DetailLine[] =>
    wrap(text, Math.max(8, width - labels)).map((line, at) => ({
      text: padTo(at === 0 ? head : "", labels) + line,
      ...(tone ? { tone } : {}),
    }));
  const fields: Readonly<Record<string, unknown>> = entry;
  const { trail } = entry;
  const day = (instant: string) => localDateIn(timeZone, new Date(instant));
  const isEmpty = (of: unknown) => of === undefined || (Array.isArray(of) && of.length === 0);

  const own = shownFields.flatMap((field) => {
    if (isEmpty(fields[field])) return [];
    const text =
      field === "files"
        ? (entry.files ?? []).map(({ name }) => name).join("、")
        : value(field, fields[field]);
    return row(label(field), text);
  });
  const states = statesOf(entry, ledger.seq).flatMap((state) =>
    row(
      say("field.status"),
      say(`ledger.says.${state}`, { reason: trail.voided?.reason ?? "" }),
      "bad",
    ),
  );
  const conflicts = (trail.conflicts ?? []).flatMap((conflict) => {
    const by = value("by", conflict.by);
    if (conflict.about !== "field") {
      return row(label("conflict"), say(`tray.about-${conflict.about}`, { by }), "bad");
    }
    const { field } = conflict;
    return [
      ...row(label("conflict"), label(field), "bad"),
      ...row("", say("tray.kept", { value: value(field, fields[field]) }), "bad"),
      ...row("", say("tray.other", { value: value(field, conflict.value), by }), "bad"),
    ];
  });
  const problems = problemsOf(ledger, entry).flatMap((problem) =>
    row(say("word.problem"), `${say(`status.${statusOf(problem)}`)}  ${problem.title}`),
  );
  return [
    ...own,
    ...row(label("id"), entry.id, "quiet"),
    ...row(label("written"), `${value("by", trail.by)} ${day(trail.received)}`, "quiet"),
    ...states,
    ...conflicts,
    ...problems,
    { text: "" },
    { text: say("ledger.history"), tone: "head" },
    ...historyLines(),
  ];

  function historyLines(): DetailLine[] {
    if (history === "reading") return [{ text: say("ledger.history-reading"), tone: "quiet" }];
    if (history === "failed") return [{ text: say("ledger.history-failed"), tone: "bad" }];
    return history.flatMap((change) => changeLines(change));
  }
  function changeLines({ received, by, type, fields: changed, seq }: Change): DetailLine[] {
    const when = seq > ledger.seq ? say("ledger.state.pending") : day(received);
    const head = `${when}  ${value("by", by)}  ${wording.find(`operation.${type}`) ?? type}`;
    const isFirst = type === "entry-logged"; // its values are those above, but for what was changed
    const lines = (isFirst ? [] : changed).flatMap(({ field, before, after }) => {
      const now = value(field, after);
      const was = value(field, before);
      return wrap(
        say("history.change", { label: label(field), was, now }),
        Math.max(8, width - 2),
      ).map((line) => ({ text: `  ${line}`, tone: "quiet" as const }));
    });
    return [{ text: head }, ...lines];
  }
}
