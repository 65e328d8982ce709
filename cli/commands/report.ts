/** `report`: the half-year in words, every figure a tally. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import { severityOf } from "../../shared/report/check/severity.ts";
import type { Document } from "../../shared/report/document.ts";
import { documentFor, isClosedUnfrozen } from "../../shared/report/document-for.ts";
import { explain } from "../../shared/report/explain.ts";
import type { Period } from "../../shared/words/period.ts";
import { reportBytes } from "../exporting/report-bytes.ts";
import { writeReport } from "../exporting/report-file.ts";
import {
  findFormat,
  isTextFormat,
  printed,
  type ReportFormat,
} from "../exporting/report-format.ts";
import { Failed, WrongUse } from "../failure.ts";
import { plainEdition, sayEdition } from "../printing/editions.ts";
import { explanationLines } from "../printing/explanations.ts";
import { tellFindings } from "../printing/report-findings.ts";
import { readNumber, readPeriod } from "../reading/dates.ts";
import { readFileNamed } from "../reading/files.ts";
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
  const text = options.template
    ? await fill(session, options.template, ledger, period, number)
    : printed(document, format);
  const findings = checkReport(document, ledger);
  tellFindings(session, findings);
  tellEdition(session, document, ledger);
  const { out: file, despite, annex } = options;
  const onConverting = (isAtWork: boolean) =>
    out.progress(isAtWork ? say("pdf.working") : undefined);
  const asked = { annex, today: opened.today, onConverting };
  const written =
    file === undefined
      ? undefined
      : await writeReport(wording, {
          file,
          content: () => (isTextFormat(format) ? text : reportBytes(format, document, then, asked)),
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

/** The format that was asked for, or that the file's name tells. @throws WrongUse */
function formatOf({ format, out, template }: ReportOptions): ReportFormat {
  const named = template || out === undefined ? undefined : findFormat(out);
  const chosen = format ?? named ?? "text";
  if (!isTextFormat(chosen) && out === undefined) throw new WrongUse("report.needs-out");
  return chosen;
}

/** Which report this is, where it is one of a closing; and what an old closing does not carry. */
function tellEdition({ wording, out }: Session, { edition, period }: Document, ledger: Ledger) {
  if (edition) return out.note(sayEdition(wording, ledger, period, edition));
  if (isClosedUnfrozen(ledger, period)) {
    out.note(wording.say("period.not-frozen", { period: period.id }));
  }
}

async function fill(
  { wording }: Session,
  file: string,
  ledger: Ledger,
  period: Period,
  edition: number | undefined,
): Promise<string> {
  const source = await readFileNamed(file);
  const { fillTemplate } = await import("../../shared/report/template.ts");
  const filled = fillTemplate(source, ledger, period, edition);
  if (filled.ok) return filled.text;
  const { line, column, issue, name, nearest } = filled.error;
  const near = nearest ? wording.say("error.nearest", { name: nearest }) : "";
  const what = wording.find(`template.${issue}`, { name, nearest: near }) ?? name;
  throw new Failed("error.template", { line, column, what });
}
