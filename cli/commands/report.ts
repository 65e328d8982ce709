/** `report`: the half-year in words, every figure a tally. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import type { ReportFinding } from "../../shared/report/check/finding.ts";
import { severityOf } from "../../shared/report/check/severity.ts";
import { compose } from "../../shared/report/compose.ts";
import type { Document } from "../../shared/report/document.ts";
import { explain } from "../../shared/report/explain.ts";
import { toMarkdown } from "../../shared/report/formats/markdown.ts";
import { toText } from "../../shared/report/formats/text.ts";
import type { Period } from "../../shared/words/period.ts";
import { writeReport } from "../exporting/report-file.ts";
import { Failed, WrongUse } from "../failure.ts";
import { explanationLines } from "../printing/explanations.ts";
import { sayReportFinding } from "../printing/report-findings.ts";
import { readPeriod } from "../reading/dates.ts";
import { readFileNamed } from "../reading/files.ts";
import { readLedger, type Session } from "../session.ts";

export type ReportFormat = "text" | "md";

export interface ReportOptions {
  readonly period?: string;
  readonly format?: ReportFormat;
  readonly template?: string;
  readonly out?: string;
  readonly despite?: string;
  readonly explain?: boolean;
}

export async function report(session: Session, options: ReportOptions) {
  const { wording, out } = session;
  const { say } = wording;
  const opened = await readLedger(session);
  const { ledger } = opened;
  const period = readPeriod(options.period, () => opened.today);
  const document = compose(ledger, period);
  if (!document) throw new WrongUse("error.no-office", { folder: session.folder });
  const figures = explain(document, ledger);
  const text = options.template
    ? await fill(session, options.template, ledger, period)
    : printed(document, options.format);
  const findings = checkReport(document, ledger);
  tellFindings(session, findings);
  const { out: file, despite } = options;
  const written =
    file === undefined
      ? undefined
      : await writeReport(wording, {
          file,
          content: () => text,
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
    ...written,
  };
  out.result(data, () => [
    ...(written
      ? [say("report.done", { ...written }), say("report.companion", { ...written })]
      : [text.trimEnd()]),
    ...(options.explain ? ["", ...explanationLines(wording, figures)] : []),
  ]);
}

/** The report as it is written to a file; the screen's export writes the same. */
export const printed = (document: Document, format: ReportFormat = "text"): string =>
  format === "md" ? toMarkdown(document) : toText(document);

/** What somebody should look at before the report goes out. */
function tellFindings({ wording, out }: Session, findings: readonly ReportFinding[]): void {
  if (findings.length === 0) return;
  out.note(wording.say("check.head", { count: findings.length }));
  for (const finding of findings) out.note(`  ${sayReportFinding(wording, finding)}`);
}

async function fill(
  { wording }: Session,
  file: string,
  ledger: Ledger,
  period: Period,
): Promise<string> {
  const source = await readFileNamed(file);
  const { fillTemplate } = await import("../../shared/report/template.ts");
  const filled = fillTemplate(source, ledger, period);
  if (filled.ok) return filled.text;
  const { line, column, issue, name, nearest } = filled.error;
  const near = nearest ? wording.say("error.nearest", { name: nearest }) : "";
  const what = wording.find(`template.${issue}`, { name, nearest: near }) ?? name;
  throw new Failed("error.template", { line, column, what });
}
