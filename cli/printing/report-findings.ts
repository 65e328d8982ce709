/** What is doubtful about a report, a sentence each. */
import type { Amount, ReportFinding } from "../../shared/report/check/finding.ts";
import type { Session } from "../session.ts";
import type { Wording } from "../wording/wording.ts";

/** What somebody should look at before the report goes out. */
export function tellFindings(
  { wording, out }: Pick<Session, "wording" | "out">,
  findings: readonly ReportFinding[],
): void {
  if (findings.length === 0) return;
  out.note(wording.say("check.head", { count: findings.length }));
  for (const finding of findings) out.note(`  ${sayReportFinding(wording, finding)}`);
}

export function sayReportFinding(wording: Wording, finding: ReportFinding): string {
  const { issue } = finding;
  const params = {
    whole: "whole" in finding ? sayAmount(finding.whole) : "",
    part: "part" in finding ? sayAmount(finding.part) : "",
    parts: "parts" in finding ? finding.parts.map(sayAmount) : "",
    sum: "sum" in finding ? finding.sum : "",
    number: "number" in finding ? finding.number : "",
    said: ("said" in finding && finding.said) || "",
    figure: "figure" in finding ? sayAmount(finding.figure) : "",
    slot: "slot" in finding ? finding.slot : "",
    label: "label" in finding ? finding.label : "",
    record: "record" in finding ? finding.record : "",
    statement: "statement" in finding ? finding.statement : "",
    computed: "computed" in finding ? finding.computed : "",
    months: "months" in finding ? finding.months : "",
    problem: "problem" in finding ? finding.problem : "",
    title: "title" in finding ? finding.title : "",
    deadline: "deadline" in finding ? finding.deadline : "",
    days: "days" in finding ? finding.days : "",
    operation: "operation" in finding ? finding.operation : "",
    type: "type" in finding ? (wording.find(`operation.${finding.type}`) ?? finding.type) : "",
  };
  const said = wording.find(`check.${issue}`, params) ?? issue;
  const place = "place" in finding ? finding.place : undefined;
  return place ? `${said}${wording.say("check.place", { sentence: place.sentence })}` : said;
}

const sayAmount = ({ label, text }: Amount): string => (label ? `${label} ${text}` : text);
