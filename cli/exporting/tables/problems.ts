/**
 * 问题: what was found in the period, and what was still open when it began; each as it stood on
 * the period's last day. Whether one is overdue is computed, never typed.
 */
import {
  findAssignment,
  isOverdue,
  type Problem,
  type Step,
  statusOn,
} from "../../../shared/ledger/problems.ts";
import { byWritten, isDisputed, isVoided } from "../../../shared/ledger/trail.ts";
import type { Row, Table } from "../../../shared/sheets/table.ts";
import { addDays, daysBetween } from "../../../shared/words/dates.ts";
import type { Period } from "../../../shared/words/period.ts";
import { day, label, number, type TableContext, text } from "./context.ts";

export function problemsTable(context: TableContext): Table {
  const { wording } = context;
  return {
    name: "problems",
    title: wording.say("sheet.problems"),
    columns: [
      number(wording, "sheet.number"),
      text(wording, "field.id"),
      day(wording, "sheet.found-on"),
      text(wording, "sheet.problem-title"),
      label(wording, "field.category"),
      label(wording, "field.level"),
      label(wording, "field.unit"),
      label(wording, "field.position"),
      text(wording, "sheet.from-inspection"),
      label(wording, "field.owner"),
      day(wording, "sheet.deadline"),
      label(wording, "sheet.progress"),
      number(wording, "sheet.overdue-days"),
      text(wording, "sheet.measure"),
      day(wording, "sheet.rectified-on"),
      label(wording, "sheet.rectified-by"),
      text(wording, "sheet.rectified-result"),
      day(wording, "sheet.closed-on"),
      label(wording, "sheet.closed-by"),
      text(wording, "field.note"),
      text(wording, "field.status"),
    ],
    fixedColumns: 4,
    rows: function* () {
      let at = 0;
      for (const problem of problemsWithin(context)) yield rowOf(context, ++at, problem);
    },
  };
}

const problemsWithin = ({ ledger, period }: TableContext): Problem[] =>
  [...ledger.problems.values()]
    .filter((problem) => !isVoided(problem) && isOfPeriod(problem, period))
    .sort((a, b) => a.on.localeCompare(b.on) || byWritten(a, b));

function isOfPeriod(problem: Problem, { from, to }: Period): boolean {
  const before = statusOn(problem, addDays(from, -1));
  return problem.on <= to && (before === undefined || before !== "closed");
}

function rowOf({ labels, period, wording }: TableContext, at: number, problem: Problem): Row {
  const { to } = period;
  const status = statusOn(problem, to) ?? "found";
  const assignment = findAssignment(problem, to);
  const taken = (type: Step["type"]) =>
    problem.steps.findLast((step) => step.type === type && step.on <= to);
  const isDone = status === "rectified" || status === "closed";
  const rectified = isDone ? taken("problem-rectified") : undefined;
  const closed = status === "closed" ? taken("problem-closed") : undefined;
  const isLate = isOverdue(problem, to) && assignment !== undefined;
  return [
    at,
    problem.id,
    problem.on,
    problem.title,
    labels.category(problem.category),
    wording.say(`level.${problem.level}`),
    labels.unit(problem.unit),
    labels.position(problem.position),
    problem.inspection,
    labels.member(assignment?.owner),
    assignment?.deadline,
    wording.say(`status.${status}`),
    isLate ? daysBetween(assignment.deadline, to) : undefined,
    rectified?.type === "problem-rectified" ? rectified.measure : undefined,
    rectified?.on,
    labels.member(rectified?.by),
    rectified?.type === "problem-rectified" ? rectified.result : undefined,
    closed?.on,
    labels.member(closed?.by),
    problem.note,
    isDisputed(problem) ? wording.say("ledger.state.disputed") : undefined,
  ];
}
