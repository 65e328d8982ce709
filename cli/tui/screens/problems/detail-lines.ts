/** Everything there is to say of one problem: what was found, each step with its day, its history. */
import { findEntry } from "../../../../shared/ledger/entry-table.ts";
import {
  type Problem,
  type Step,
  statusOf,
  stepsFrom,
} from "../../../../shared/ledger/problems.ts";
import { deadlineOf } from "../../../../shared/tally/deadlines.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import { type DetailContext, type DetailLine, teller } from "../../detail/lines.ts";
import type { History } from "../../detail/use-history.ts";

const shownFields = ["title", "level", "unit", "position", "category", "note"] as const;

export interface ProblemContext extends DetailContext {
  readonly today: LocalDate;
}

export function problemLines(
  problem: Problem,
  history: History,
  context: ProblemContext,
  width: number,
): DetailLine[] {
  const { wording, ledger, today } = context;
  const { say } = wording;
  const tell = teller(context, [...shownFields, "status", "deadline", "inspection"], width);
  const fields: Readonly<Record<string, unknown>> = problem;
  const { deadline, overdue, left } = deadlineOf(problem, today);
  const late = overdue > 0 ? say("problem.overdue", { days: overdue }) : "";
  const soon = left !== undefined && left >= 0 ? say("board.problem-left", { days: left }) : "";
  const status = `${say(`status.${statusOf(problem)}`)}  ${late}`.trimEnd();
  const inspection = problem.inspection && findEntry(ledger.entries, problem.inspection);
  const items = inspection?.inspection?.items ?? [];
  const item = items.find((one) => one.item === problem.item);
  return [
    ...tell.row(tell.label("title"), problem.title),
    ...tell.row(tell.label("status"), status, overdue > 0 ? "bad" : undefined),
    ...(deadline
      ? tell.row(
          tell.label("deadline"),
          `${deadline}  ${soon}`.trimEnd(),
          overdue > 0 ? "bad" : undefined,
        )
      : []),
    ...shownFields
      .filter((field) => field !== "title" && fields[field] !== undefined)
      .flatMap((field) => tell.row(tell.label(field), tell.value(field, fields[field]))),
    ...(inspection
      ? tell.row(tell.label("inspection"), `${inspection.on}  ${item?.text ?? inspection.title}`)
      : []),
    ...tell.row(tell.label("id"), problem.id, "quiet"),
    ...tell.conflicts(problem),
    { text: "" },
    { text: say("problem.steps"), tone: "head" },
    { text: `${problem.on}  ${say("status.found")}  ${tell.value("by", problem.trail.by)}` },
    ...problem.steps.flatMap(stepLines),
    ...tell.history(history, (type) => type in stepsFrom),
  ];

  /** Its day, what it was, who took it; below it what it carries. */
  function stepLines(step: Step): DetailLine[] {
    const { on, type, by } = step;
    const head = `${on}  ${say(`operation.${type}`)}  ${tell.value("by", by)}`;
    return [{ text: head }, ...carried(step).flatMap((text) => tell.below(text, "quiet"))];
  }
  function carried(step: Step): string[] {
    const said = (field: string, text: string | undefined) =>
      text ? [say("history.field", { label: tell.label(field), now: text })] : [];
    switch (step.type) {
      case "problem-assigned":
        return [
          ...said("owner", tell.value("owner", step.owner)),
          ...said("deadline", step.deadline),
        ];
      case "problem-rectified":
        return [...said("measure", step.measure), ...said("result", step.result)];
      case "problem-closed":
        return said("note", step.note);
      case "problem-reopened":
        return said("reason", step.reason);
    }
  }
}
