/**
 * A statement as it is written: what it begins with, and what becomes of it. Handed in where that
 * goes; where not, or where its author left in between, it is a draft on this disk and the next
 * beginning.
 */
import { useApp } from "ink";
import { statementKey } from "../../../../shared/ledger/periods.ts";
import type { StatementId } from "../../../../shared/words/ids.ts";
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
import { bad, good, useSubmit } from "../../use-submit.ts";

export interface StatementText {
  readonly statement: StatementId;
  readonly label: string;
  readonly text: string;
  /** It begins with what was not handed in the last time. */
  readonly isDraft: boolean;
}

export function useStatement(period: Period, onNotice: (notice: Notice) => void) {
  const { workstation, wording, folder } = useOffice();
  const { ledger, profile } = useLedger();
  const { suspendTerminal } = useApp();
  const submit = useSubmit();
  const { say } = wording;
  const draftOf = (statement: string) => ({
    office: folder,
    workstation: workstation.id,
    period: period.id,
    statement,
  });
  const recorded = (id: StatementId) =>
    ledger.statements.get(statementKey(period.id, id))?.text ?? "";

  async function begin(name: string): Promise<StatementText> {
    const statement = name as StatementId;
    const label = profile.statements.find(({ id }) => id === statement)?.label ?? name;
    const draft = await findStatementDraft(draftOf(name)).catch(() => undefined);
    return { statement, label, text: draft ?? recorded(statement), isDraft: draft !== undefined };
  }

  async function keep({ statement, label }: StatementText, text: string, why?: string) {
    if (toPlainLines(text).trim() === recorded(statement)) return;
    try {
      await keepStatementDraft(draftOf(statement), toPlainLines(text));
      const said = say("statement.draft-kept", { label });
      onNotice(why ? bad(`${why} ${said}`) : { text: said, tone: "quiet" });
    } catch (error) {
      onNotice(bad(sayFailure(wording, error).sentence));
    }
  }

  /** @returns whether it was handed in */
  async function save(begun: StatementText, typed: string): Promise<boolean> {
    const { statement, label } = begun;
    const text = toPlainLines(typed).trim();
    if (text === recorded(statement)) {
      await dropStatementDraft(draftOf(statement)).catch(() => undefined);
      onNotice({ text: say("statement.unchanged", { label }), tone: "quiet" });
      return true;
    }
    const body = { type: "statement-written" as const, period: period.id, statement, text };
    const result = await submit([() => body]);
    if (!result.ok) {
      await keep(begun, typed, result.sentence);
      return false;
    }
    await dropStatementDraft(draftOf(statement)).catch(() => undefined);
    onNotice(good(say(result.late ? "late.note" : "statement.written", { label })));
    return true;
  }

  /** Through the person's own editor; the terminal is this program's again on every way out. */
  async function writeOutside(begun: StatementText, editor: string): Promise<void> {
    try {
      let edited: Awaited<ReturnType<typeof editIn>> | undefined;
      await suspendTerminal(async () => {
        edited = await editIn(editor, begun.text);
      });
      if (!edited) return;
      if (edited.outcome === "written") return void (await save(begun, edited.text));
      const { what, text } = edited;
      await (text.trim() === begun.text.trim()
        ? onNotice(bad(say("statement.editor-failed", { editor, what })))
        : keep(begun, text, say("statement.editor-failed", { editor, what })));
    } catch (error) {
      onNotice(bad(sayFailure(wording, error).sentence));
    }
  }
  return { begin, keep, save, writeOutside, editor: findEditor() };
}
