/** `statement`: the paragraphs of the report that people write. */
import { statementKey } from "../../shared/ledger/periods.ts";
import { toPlainLines } from "../../shared/words/plain-text.ts";
import { columns } from "../printing/columns.ts";
import { readPeriod } from "../reading/dates.ts";
import { readFileNamed } from "../reading/files.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";
import { submit } from "./submitted.ts";

export interface StatementOptions {
  readonly period?: string;
  readonly text?: string;
  readonly file?: string;
}

export async function statement(
  session: Session,
  name: string | undefined,
  options: StatementOptions,
) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const { id: period } = readPeriod(options.period, () => today);
  const textOf = (id: (typeof profile.statements)[number]["id"]) =>
    ledger.statements.get(statementKey(period, id))?.text ?? "";
  if (name === undefined) {
    const all = profile.statements.map(({ id, label }) => ({ id, label, text: textOf(id) }));
    out.result(all, () =>
      columns(
        all.map(({ id, label, text }) => [
          id,
          label,
          text
            ? wording.say("statement.done", { count: text.length })
            : wording.say("statement.unwritten"),
        ]),
      ),
    );
    return;
  }
  const slot = await findNamed(wording, "word.statement", profile.statements, name);
  const typed = options.file === undefined ? options.text : await readFileNamed(options.file);
  if (typed === undefined) {
    const text = textOf(slot.id);
    out.result({ id: slot.id, period, text }, () => [text || wording.say("statement.unwritten")]);
    return;
  }
  const text = toPlainLines(typed).trim();
  const body = { type: "statement-written" as const, period, statement: slot.id, text };
  await submit(session, [() => body], { saw: ledger.seq });
  out.result({ id: slot.id, period, text }, () => [
    wording.say("statement.written", { label: slot.label }),
  ]);
}
