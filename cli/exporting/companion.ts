/**
 * The companion of an exported report: what was found, from which ledger it was made, and every
 * figure with its value. Plain text, for people and for the archive; the same report of the same
 * ledger has the same companion.
 */
import { basename, dirname, extname, join } from "node:path";
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { ReportFinding } from "../../shared/report/check/finding.ts";
import { errorsIn, warningsIn } from "../../shared/report/check/severity.ts";
import type { Document } from "../../shared/report/document.ts";
import { type ExplainedFigure, explain } from "../../shared/report/explain.ts";
import { profileFor } from "../../shared/tally/profile-for.ts";
import { columns, type Row } from "../printing/columns.ts";
import { sayReportFinding } from "../printing/report-findings.ts";
import { version } from "../version.ts";
import type { Wording } from "../wording/wording.ts";

export interface Told {
  readonly file: string;
  readonly sha256: string;
  readonly document: Document;
  readonly ledger: Ledger;
  readonly findings: readonly ReportFinding[];
  readonly despite?: string | undefined;
}

/** Beside the report, under its name: 报告.docx → 报告.核对.txt. */
export const companionOf = ({ say }: Wording, file: string): string =>
  join(dirname(file), `${basename(file, extname(file))}.${say("companion.ending")}.txt`);

export function companionText(wording: Wording, told: Told): string {
  const { say } = wording;
  const { file, sha256, document, ledger, findings } = told;
  const despite = told.despite ?? document.edition?.closing.despite ?? "";
  const { period } = document;
  const office = profileFor(ledger, period)?.profile.office.name ?? "";
  const figures = explain(document, ledger);
  const { seq, hash } = document.edition?.report.ledger ?? ledger;
  const lines = [
    say("companion.title"),
    "",
    say("companion.office", { office }),
    say("companion.period", { period: period.id, from: period.from, to: period.to }),
    say("companion.file", { file: basename(file), sha256 }),
    say("companion.ledger", { seq, hash }),
    say("companion.program", { version }),
    "",
    ...listed(wording, "companion.errors", errorsIn(findings)),
    ...(despite.trim() === "" ? [] : [say("companion.despite", { reason: despite.trim() }), ""]),
    ...listed(wording, "companion.warnings", warningsIn(findings)),
    say("companion.figures", { count: figures.length }),
    ...figureLines(wording, figures),
  ];
  return `${lines.join("\n")}\n`;
}

function listed(
  wording: Wording,
  head: "companion.errors" | "companion.warnings",
  findings: readonly ReportFinding[],
): string[] {
  const lines = findings.map((finding, at) => `  ${at + 1}. ${sayReportFinding(wording, finding)}`);
  return [wording.say(head, { count: findings.length }), ...lines, ""];
}

function figureLines(wording: Wording, figures: readonly ExplainedFigure[]): string[] {
  const { say } = wording;
  const rows = figures.map(({ printed, tally }): Row => {
    const { label, id, value, rule, from = "", to, sources } = tally;
    return [
      `  ${label}（${id}）`,
      value ?? say("tally.no-answer"),
      wording.find(`rule.${rule}`) ?? rule,
      `${from} – ${to}`,
      say("tally.sources", { count: sources.length }),
      printed,
    ];
  });
  const heads: Row = [
    `  ${say("tally.head.label")}`,
    say("tally.head.value"),
    say("companion.rule"),
    say("companion.days"),
    say("tally.head.sources"),
    say("companion.printed"),
  ];
  return figures.length === 0 ? [] : columns([heads, ...rows]);
}
