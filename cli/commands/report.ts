/** `report`: the half-year in words, every figure a tally. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import { checkReport } from "../../shared/report/check/check.ts";
import { severityOf } from "../../shared/report/check/severity.ts";
import type { Document } from "../../shared/report/document.ts";
import { documentFor, isClosedUnfrozen } from "../../shared/report/document-for.ts";
import { explain } from "../../shared/report/explain.ts";
import { toMarkdown } from "../../shared/report/formats/markdown.ts";
import { toText } from "../../shared/report/formats/text.ts";
import type { Period } from "../../shared/words/period.ts";
import { reportDocx } from "../exporting/report-bytes.ts";
import { writeReport } from "../exporting/report-file.ts";
import { Failed, WrongUse } from "../failure.ts";
import { plainEdition, sayEdition } from "../printing/editions.ts";
import { explanationLines } from "../printing/explanations.ts";
import { tellFindings } from "../printing/report-findings.ts";
import { readNumber, readPeriod } from "../reading/dates.ts";
import { readFileNamed } from "../reading/files.ts";
import { ledgerOf } from "../reading/ledger-of.ts";
import { readLedger, type Session } from "../session.ts";

export type ReportFormat = "text" | "md" | "docx";

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
  const needsRecords = options.explain || out.json || format === "docx";
  const then = needsRecords ? await ledgerOf(session, document, ledger) : ledger;
  const figures = explain(document, then);
  const text = options.template
    ? await fill(session, options.template, ledger, period, number)
    : printed(document, format);
  const findings = checkReport(document, ledger);
  tellFindings(session, findings);
  tellEdition(session, document, ledger);
  const { out: file, despite, annex } = options;
  const asked = { annex, today: opened.today };
  const written =
    file === undefined
      ? undefined
      : await writeReport(wording, {
          file,
          content: () => (format === "docx" ? reportDocx(document, then, asked) : text),
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
  const ending = /\.(docx|md)$/i.exec(out ?? "")?.[1]?.toLowerCase() as ReportFormat | undefined;
  const chosen = format ?? (template ? "text" : (ending ?? "text"));
  if (chosen === "docx" && out === undefined) throw new WrongUse("report.needs-out");
  return chosen;
}

/** The report as text; the screen's export writes the same. */
export const printed = (document: Document, format: ReportFormat = "text"): string =>
  format === "md" ? toMarkdown(document) : toText(document);

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
