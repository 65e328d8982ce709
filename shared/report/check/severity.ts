/**
 * Which findings hold an export up. An error is a figure that contradicts another one or the
 * ledger: nobody who reads the report could tell which of them is right. All else is for a person
 * to look at, and the report goes out with it.
 */
import type { ReportFinding } from "./finding.ts";

export type Severity = "error" | "warning";

/** Every issue is named here, so that a new one has to be weighed before it compiles. */
const severities: Readonly<Record<ReportFinding["issue"], Severity>> = {
  "broken-partition": "error",
  "part-above-whole": "error",
  "hedged-exact": "error",
  "hedged-twice": "error",
  "differs-from-ledger": "error",
  "above-ledger": "error",
  "other-days": "warning",
  "typed-figure": "warning",
  "other-unit": "warning",
  "units-differ": "warning",
  "rate-differs": "warning",
  "mixed-notation": "warning",
  "missing-months": "warning",
  overdue: "warning",
  "typed-merged": "warning",
  merged: "warning",
  "nothing-to-name": "warning",
  "not-complete": "warning",
  unfilled: "error",
  unwritten: "warning",
  disputed: "warning",
  "disputed-statement": "warning",
  late: "warning",
};

export const severityOf = ({ issue }: ReportFinding): Severity => severities[issue];

/** What has to be mended, or explained, before the report leaves the ledger. */
export const errorsIn = (findings: readonly ReportFinding[]): ReportFinding[] =>
  findings.filter((finding) => severityOf(finding) === "error");

/** What a person should look at; it holds nothing up. */
export const warningsIn = (findings: readonly ReportFinding[]): ReportFinding[] =>
  findings.filter((finding) => severityOf(finding) === "warning");
