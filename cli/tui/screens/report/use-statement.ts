/**
 * A statement as it is written: what it begins with, and what becomes of it. Handed in where that
 * goes; where not, or where its author left in between, it is a draft on this disk and the next
 * beginning.
 */
import { useRef } from "react";
import { statementKey } from "../../../../shared/ledger/periods.ts";
import { type Seq, type StatementId, seqOf } from "../../../../shared/words/ids.ts";
import type { Period } from "../../../../shared/words/period.ts";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { editIn, findEditor } from "../../../reading/editor.ts";
import {
  dropStatementDraft,
  findStatementDraft,
  keepStatementDraft,
} from "../../../workstation/statement-draft.ts";
import { type Notice, useLedger, useOffice } from "../../office-context.tsx";
import { useHandOver } from "../../terminal/hand-over.tsx";
import { bad, good, useSubmit } from "../../use-submit.ts";

export interface StatementText {
  readonly statement: StatementId;
  readonly period: Period;
  readonly label: string;
  readonly text: string;
  /** What its author has seen: who changed it meanwhile is not written over unseen. */
  readonly saw: Seq;
  /** It begins with what was not handed in the last time. */
  readonly isDraft: boolean;
}

export function useStatement(period: Period, onNotice: (notice: Notice) => void) {
  const { workstation, wording, folder } = useOffice();
  const { ledger, profile } = useLedger();
  const handOver = useHandOver();
  const submit = useSubmit();
  const { say } = wording;
  /** One after another: what is kept late must not bring back what was handed in. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const handedIn = useRef<StatementText>(undefined);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.current.then(work);
    turn.current = done.catch(() => undefined);
    return done;
  };
  const placeOf = ({ statement, period: of }: Pick<StatementText, "statement" | "period">) => ({
    office: folder,
    workstation: workstation.id,
    period: of.id,
    statement,
  });
  const complain = (error: unknown) => onNotice(bad(sayFailure(wording, error).sentence));

  async function begin(name: string): Promise<StatementText> {
    const statement = name as StatementId;
    const label = profile.statements.find(({ id }) => id === statement)?.label ?? name;
    const recorded = ledger.statements.get(statementKey(period.id, statement))?.text ?? "";
    const draft = await inTurn(() => findStatementDraft(placeOf({ statement, period })));
    const { text, saw } = draft ?? { text: recorded, saw: ledger.seq };
    const seen = seqOf(Math.min(saw, ledger.seq)); // of a journal that was restored since
    return { statement, period, label, text, saw: seen, isDraft: draft !== undefined };
  }

  /** @returns whether it differs from what it began with, and is kept now */
  const keep = (begun: StatementText, typed: string): Promise<boolean> =>
    inTurn(async () => {
      if (handedIn.current === begun) return false;
      const text = toPlainLines(typed);
      if (text.trim() !== begun.text.trim()) {
        await keepStatementDraft(placeOf(begun), { text, saw: begun.saw });
        return true;
      }
      if (!begun.isDraft) await dropStatementDraft(placeOf(begun));
      return begun.isDraft;
    });

  async function leave(begun: StatementText, typed: string, why?: string): Promise<void> {
    try {
      const said = (await keep(begun, typed))
        ? say("statement.draft-kept", { label: begun.label })
        : undefined;
      if (why !== undefined) return onNotice(bad([why, said].filter(Boolean).join(" ")));
      if (said) onNotice({ text: said, tone: "quiet" });
    } catch (error) {
      complain(error);
    }
  }

  /** @returns whether it was handed in */
  async function save(begun: StatementText, typed: string): Promise<boolean> {
    const { statement, label, saw } = begun;
    const text = toPlainLines(typed).trim();
    if (text === begun.text.trim() && !begun.isDraft) {
      await leave(begun, text);
      onNotice({ text: say("statement.unchanged", { label }), tone: "quiet" });
      return true;
    }
    const body = { type: "statement-written" as const, period: begun.period.id, statement, text };
    const result = await submit([() => body], { saw });
    if (!result.ok) {
      await leave(begun, typed, result.sentence);
      return false;
    }
    handedIn.current = begun;
    await inTurn(() => dropStatementDraft(placeOf(begun))).catch(() => undefined);
    onNotice(good(say(result.late ? "late.note" : "statement.written", { label })));
    return true;
  }

  /** Through the person's own editor; the terminal is this program's again on every way out. */
  async function writeOutside(begun: StatementText, editor: string): Promise<void> {
    try {
      let edited: Awaited<ReturnType<typeof editIn>> | undefined;
      await handOver(async () => {
        edited = await editIn(editor, begun.text);
      });
      if (edited?.outcome === "written") await save(begun, edited.text);
      if (edited?.outcome !== "failed") return;
      const { what, text } = edited;
      await leave(begun, text, say("statement.editor-failed", { editor, what }));
    } catch (error) {
      complain(error);
    }
  }
  /** While it is typed, without a word: who loses power or window finds it again. */
  const keepQuietly = (begun: StatementText, typed: string): void =>
    void keep(begun, typed).catch(() => undefined); // leaving or saving it says what is wrong
  return { begin, leave, save, keepQuietly, writeOutside, editor: findEditor() };
}
