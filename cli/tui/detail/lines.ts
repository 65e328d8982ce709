/**
 * What is told of one record, as lines: its fields under their names, what two people disagree on,
 * and its history. What each screen tells of its own records stands with the screen.
 */
import type { Change } from "../../../shared/ledger/history.ts";
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import type { Tracked } from "../../../shared/ledger/trail.ts";
import { type LocalDate, localDateIn } from "../../../shared/words/dates.ts";
import { sayValue } from "../../commands/records.ts";
import type { Wording } from "../../wording/wording.ts";
import { padTo, widthOf, wrap } from "../ui/width.ts";
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

/** No text is broken into less than this, however narrow the pane. */
const narrowest = 8;

/** @param named the fields by whose names the texts are lined up */
export function teller(
  { wording, ledger, timeZone }: DetailContext,
  named: readonly string[],
  width: number,
) {
  const { say } = wording;
  const label = (field: string): string => wording.find(`field.${field}`) ?? field;
  const value = (field: string, of: unknown): string => sayValue(wording, ledger, field, of);
  const day = (instant: string): LocalDate => localDateIn(timeZone, new Date(instant));
  const labels = Math.max(...named.map((field) => widthOf(label(field)))) + 2;

  const row = (head: string, text: string, tone?: DetailLine["tone"]): DetailLine[] =>
    wrap(text, Math.max(narrowest, width - labels)).map((line, at) => ({
      text: padTo(at === 0 ? head : "", labels) + line,
      ...(tone ? { tone } : {}),
    }));
  const below = (text: string, tone?: DetailLine["tone"]): DetailLine[] =>
    wrap(text, Math.max(narrowest, width - 2)).map((line) => ({
      text: `  ${line}`,
      ...(tone ? { tone } : {}),
    }));

  /** Both values of what is disputed, and who wrote the one that does not count. */
  const conflicts = (record: Tracked): DetailLine[] =>
    (record.trail.conflicts ?? []).flatMap((conflict) => {
      const by = value("by", conflict.by);
      if (conflict.about !== "field") {
        return row(label("conflict"), say(`tray.about-${conflict.about}`, { by }), "bad");
      }
      const { field } = conflict;
      const now = (record as unknown as Readonly<Record<string, unknown>>)[field];
      return [
        ...row(label("conflict"), label(field), "bad"),
        ...row("", say("tray.kept", { value: value(field, now) }), "bad"),
        ...row("", say("tray.other", { value: value(field, conflict.value), by }), "bad"),
      ];
    });

  /** Id, and who wrote it down when. */
  const origin = (id: string, { trail }: Tracked): DetailLine[] => [
    ...row(label("id"), id, "quiet"),
    ...row(label("written"), `${value("by", trail.by)} ${day(trail.received)}`, "quiet"),
  ];

  /**
   * Who did what to it when. What it began with stands above, but for what was changed since.
   * @param isTold of which sort of operation everything is told above, so that it is only named
   */
  function history(of: History, isTold?: (type: string) => boolean): DetailLine[] {
    const head: DetailLine[] = [{ text: "" }, { text: say("ledger.history"), tone: "head" }];
    if (of === "reading") return [...head, { text: say("ledger.history-reading"), tone: "quiet" }];
    if (of === "failed") return [...head, { text: say("ledger.history-failed"), tone: "bad" }];
    return [
      ...head,
      ...of.flatMap((change, at) =>
        changeLines(change, at === 0 || (isTold?.(change.type) ?? false)),
      ),
    ];
  }
  function changeLines(change: Change, isNamed: boolean): DetailLine[] {
    const { received, by, type, fields, seq } = change;
    const when = seq > ledger.seq ? say("ledger.state.pending") : day(received);
    const head = `${when}  ${value("by", by)}  ${wording.find(`operation.${type}`) ?? type}`;
    const lines = (isNamed ? [] : fields)
      .filter(({ field }) => field !== "step") // the operation says it
      .flatMap(({ field, before, after }) => {
        const was = value(field, before);
        const now = value(field, after);
        return below(say("history.change", { label: label(field), was, now }), "quiet");
      });
    return [{ text: head }, ...lines];
  }
  return { label, value, day, row, below, conflicts, origin, history };
}
