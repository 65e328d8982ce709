/** `report`: the half-year in words, every figure a tally. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import { severityOf } from "../../shared/report/check/severity.ts";
import { differenceOf } from "../../shared/report/difference.ts";
import type { Document } from "../../shared/report/document.ts";
import { documentFor, isClosedUnfrozen } from "../../shared/report/document-for.ts";
import { explain } from "../../shared/report/explain.ts";
import { inFormat, reportDocx } from "../exporting/report-bytes.ts";
import { writeReport } from "../exporting/report-file.ts";
import {
  findFormat,
  foreignEnding,
  isTextFormat,
  printed,
  type ReportFormat,
} from "../exporting/report-format.ts";
import { fillText, fillWord, isWordFile } from "../exporting/templates.ts";
import { WrongUse } from "../failure.ts";
import { plainEdition, sayEdition } from "../printing/editions.ts";
import { explanationLines } from "../printing/explanations.ts";
import { tellFindings } from "../printing/report-findings.ts";
import { readNumber, readPeriod } from "../reading/dates.ts";
import { ledgerOf } from "../reading/ledger-of.ts";
import { readLedger, type Session } from "../session.ts";

export interface ReportOptions {
  readonly period?: string;
  readonly format?: ReportFormat;
  readonly template?: string;
  readonly out?: string;
  readonly annex?: boolean;
  readonly despite?: string;
  readonly explain?: boolean;
  readonly frozen?: string;
}

export async function report(session: Session, options: ReportOptions) {
  const { wording, out } = session;
  const { say } = wording;
  const opened = await readLedger(session);
  const { ledger } = opened;
  const period = readPeriod(options.period, () => opened.today);
  const number = options.frozen === undefined ? undefined : readNumber(options.frozen);
  const document = documentFor(ledger, period, number);
  if (!document) {
    if (number === undefined) throw new WrongUse("error.no-office", { folder: session.folder });
    throw new WrongUse("period.no-edition", { period: period.id, number });
  }
  const { edition } = document;
  const format = formatOf(options);
  const needsRecords = options.explain || out.json || !isTextFormat(format);
  const then = needsRecords ? await ledgerOf(session, document, ledger) : ledger;
  const figures = explain(document, then);
  const { out: file, despite, annex, template } = options;
  const isText = isTextFormat(format);
  const text =
    template && isText
      ? await fillText(wording, template, document, ledger)
      : printed(document, format);
  const docx = () =>
    template
      ? fillWord(wording, template, document, ledger, then)
      : reportDocx(document, then, { annex, today: opened.today });
  const findings = checkReport(document, ledger, opened.today);
  tellFindings(session, findings);
  tellEdition(session, document, ledger);
  const onConverting = (isAtWork: boolean) =>
    out.progress(isAtWork ? say("pdf.working") : undefined);
  const written =
    file === undefined
      ? undefined
      : await writeReport(wording, {
          file,
          content: async () => (isText ? text : inFormat(format, await docx(), onConverting)),
          document,
          ledger,
          findings,
          despite,
        });
  const data = {
    period: period.id,
    text,
    figures,
    findings: findings.map((finding) => ({ ...finding, severity: severityOf(finding) })),
    ...(edition && { edition: plainEdition(edition) }),
    ...written,
  };
  out.result(data, () => [
    ...(written
      ? [say("report.done", { ...written }), say("report.companion", { ...written })]
      : [text.trimEnd()]),
    ...(options.explain ? ["", ...explanationLines(wording, figures)] : []),
  ]);
}

/**
 * The format that was asked for, or that the file's name tells. A Word template gives a Word
 * document, a text template gives text.
 * @throws WrongUse
 */
function formatOf({ format, out, template, annex }: ReportOptions): ReportFormat {
  const named = out === undefined ? undefined : findFormat(out);
  const usual = template && isWordFile(template) ? "docx" : "text";
  const chosen = format ?? named ?? usual;
  if (template && isWordFile(template) === isTextFormat(chosen)) {
    throw new WrongUse(`report.template-${usual}`, { file: template });
  }
  const foreign = format || template || out === undefined ? undefined : foreignEnding(out);
  if (foreign) throw new WrongUse("report.ending", { ending: foreign });
  if (annex && isTextFormat(chosen)) throw new WrongUse("report.annex-in-text");
  if (!isTextFormat(chosen) && out === undefined) throw new WrongUse("report.needs-out");
  return chosen;
}

/** Which report this is, where it is one of a closing; and what an old closing does not carry. */
function tellEdition({ wording, out }: Session, { edition, period }: Document, ledger: Ledger) {
  if (edition) {
    out.note(sayEdition(wording, ledger, period, edition));
    const { figures, statements } = differenceOf(ledger, period, edition);
    const count = figures.length + statements.length;
    if (count > 0) out.note(wording.say("difference.some", { count, period: period.id }));
    return;
  }
  if (isClosedUnfrozen(ledger, period)) {
    out.note(wording.say("period.not-frozen", { period: period.id }));
  }
}
