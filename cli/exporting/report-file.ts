/**
 * A report to a file, in whatever format: checked first, and with its companion beside it.
 *
 * A report whose figures contradict each other is not written unless somebody gives a reason. The
 * reason, and what was found, stand in the companion (报告.docx → 报告.核对.txt), so whoever gets
 * the file later can see what its figures were and from which ledger they came.
 */
import { createHash } from "node:crypto";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { ReportFinding } from "../../shared/report/check/finding.ts";
import { errorsIn } from "../../shared/report/check/severity.ts";
import type { Document } from "../../shared/report/document.ts";
import { Failed } from "../failure.ts";
import { sayReportFinding } from "../printing/report-findings.ts";
import { writeFileNamed } from "../reading/files.ts";
import type { Wording } from "../wording/wording.ts";
import { companionOf, companionText } from "./companion.ts";

export interface ReportFile {
  readonly file: string;
  /** Made only once nothing holds it up. */
  readonly content: () => string | Uint8Array | Promise<string | Uint8Array>;
  readonly document: Document;
  readonly ledger: Ledger; // that the document was composed from
  readonly findings: readonly ReportFinding[];
  /** Why it is written although its figures contradict each other. */
  readonly despite?: string | undefined;
}

export interface WrittenReport {
  readonly file: string;
  readonly companion: string;
}

/** @throws Failed for contradictions without a reason, and where the disk refuses */
export async function writeReport(wording: Wording, report: ReportFile): Promise<WrittenReport> {
  refuseContradictions(wording, report);
  const { file, document, ledger, findings, despite } = report;
  const content = await report.content();
  const sha256 = createHash("sha256").update(content).digest("hex");
  const companion = companionOf(wording, file);
  await writeFileNamed(file, content);
  const told = { file, sha256, document, ledger, findings, despite };
  await writeFileNamed(companion, companionText(wording, told));
  return { file, companion };
}

function refuseContradictions(wording: Wording, { findings, despite = "" }: ReportFile): void {
  const errors = errorsIn(findings);
  const [first] = errors;
  if (!first || despite.trim() !== "") return;
  const finding = sayReportFinding(wording, first);
  throw new Failed("report.contradicts", { count: errors.length, finding });
}
