/** A problem as a form holds it, and back: what was found, or only what was changed of it. */
import type { OperationBody } from "../../../../shared/ledger/operation.ts";
import type { Position } from "../../../../shared/ledger/positions.ts";
import { findAssignment, type Problem, statusOf } from "../../../../shared/ledger/problems.ts";
import type { About } from "../../../../shared/tally/default-owner.ts";
import { addDays, type LocalDate } from "../../../../shared/words/dates.ts";
import { type MemberId, nameOf, ProblemId, type UnitId } from "../../../../shared/words/ids.ts";
import { readDate } from "../../../reading/dates.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Draft } from "../../../workstation/drafting.ts";
import { dayField } from "../../day-field.ts";
import { chosenIn, type Field, type Option, textIn, type Values } from "../../ui/field.ts";
import { levelField, levelIn } from "./level-field.ts";

/** Usual time to rectify something, offered and changed at will. */
export const usualDays = 15;

export interface ProblemFormContext {
  readonly wording: Wording;
  readonly today: LocalDate;
  readonly units: readonly Option[];
  readonly positions: readonly Option[];
  readonly members: readonly Option[];
  /** Whether this member may say who rectifies it until when. */
  readonly mayAssign: boolean;
  readonly findPosition: (id: string) => Position | undefined;
  /** Who answers for it by duty: offered as the owner until somebody chooses another. */
  readonly findAnswering: (about: About) => MemberId | undefined;
}

/**
 * @param problem the one that is amended; undefined for a new one
 * @param values what stands in the form so far
 */
export function problemFields(
  context: ProblemFormContext,
  problem: Problem | undefined,
  values: Values,
): readonly Field[] {
  const { wording, today, units, positions, members, mayAssign } = context;
  const { say } = wording;
  const assignment = problem && findAssignment(problem);
  const isAssigned = problem !== undefined && statusOf(problem) === "being-rectified";
  const choice = (name: "unit" | "position" | "owner", options: readonly Option[], id?: string) =>
    ({
      name,
      label: say(`field.${name}`),
      type: "one",
      options,
      initial: id === undefined ? [] : [id],
      hint: say(`problem.${name}-hint`),
    }) satisfies Field;
  const about = aboutIn(values, context.findPosition);
  const answering = problem || values.owner ? undefined : context.findAnswering(about);
  const owner = {
    ...choice("owner", members, assignment?.owner ?? answering),
    follows: problem === undefined,
    ...(answering ? { remark: () => ({ text: say("problem.by-duty") }) } : {}),
  };
  const hint = say("walk.deadline-hint", { day: addDays(today, usualDays) });
  return [
    {
      name: "title",
      label: say("field.title"),
      type: "text",
      initial: problem?.title ?? "",
      required: say("form.no-title"),
    },
    ...(problem ? [] : [choice("position", positions)]),
    choice("unit", units, problem?.unit),
    levelField(wording, problem?.level ?? "ordinary"),
    {
      name: "note",
      label: say("field.note"),
      type: "text",
      initial: inOneLine(problem?.note) ?? "",
    },
    ...(mayAssign && (problem === undefined || isAssigned)
      ? [
          owner,
          dayField(wording, today, "deadline", {
            hint,
            ...(assignment ? { initial: assignment.deadline } : {}),
          }),
        ]
      : []),
    dayField(wording, today, "found", { initial: problem?.on ?? today }),
  ];
}

/** A line break in a note is a blank in the form's one line; untouched, it stays one. */
const inOneLine = (text: string | undefined) => text?.replaceAll("\n", " ");

/** Where it is: a position brings its unit, unless another was chosen. */
function aboutIn(values: Values, findPosition: ProblemFormContext["findPosition"]): About {
  const position = findPosition(chosenIn(values, "position") ?? "");
  const unit = (chosenIn(values, "unit") as UnitId | undefined) ?? position?.unit;
  return {
    ...(unit ? { unit } : {}),
    ...(position ? { position: position.id, category: position.category } : {}),
  };
}

/** @throws WrongUse for a day that is none */
export function raisedFrom(
  values: Values,
  today: LocalDate,
  findPosition: ProblemFormContext["findPosition"],
): Draft[] {
  const note = textIn(values, "note");
  const on = readDate(textIn(values, "found") || undefined, today);
  const problem = {
    title: textIn(values, "title"),
    on,
    level: levelIn(values),
    ...aboutIn(values, findPosition),
    ...(note ? { note } : {}),
  };
  let id: ProblemId | undefined;
  const raised: Draft = (operation) => {
    id = ProblemId.parse(nameOf(operation));
    return { type: "problem-raised", problem: { id, ...problem } };
  };
  const assignment = assignmentIn(values, today);
  if (!assignment) return [raised];
  const assigned: Draft = () => ({
    type: "problem-assigned",
    problem: id as ProblemId, // drafts are made in their order
    on: on > today ? on : today,
    ...assignment,
  });
  return [raised, assigned];
}

interface Assignment {
  readonly owner: MemberId;
  readonly deadline: LocalDate;
}

function assignmentIn(values: Values, today: LocalDate): Assignment | undefined {
  const owner = chosenIn(values, "owner") as MemberId | undefined;
  if (owner === undefined) return undefined;
  const until = textIn(values, "deadline");
  return { owner, deadline: until === "" ? addDays(today, usualDays) : readDate(until, today) };
}

/**
 * Only what was changed is sent, so two people who amend different fields do not meet. Another
 * owner or deadline is an assignment of its own, made today.
 * @throws WrongUse for a day that is none
 */
export function amendedFrom(
  problem: Problem,
  values: Values,
  today: LocalDate,
): readonly OperationBody[] {
  const said = {
    title: textIn(values, "title"),
    on: readDate(textIn(values, "found"), today),
    level: levelIn(values),
    unit: (chosenIn(values, "unit") ?? null) as UnitId | null,
    note: textIn(values, "note") || null,
  };
  const stood: Readonly<Record<string, unknown>> = { ...problem, note: inOneLine(problem.note) };
  const changes = Object.fromEntries(
    Object.entries(said).filter(([field, value]) => (stood[field] ?? null) !== value),
  ) as Partial<typeof said>;
  const before = findAssignment(problem);
  const now = values.owner ? assignmentIn(values, today) : undefined;
  const isOther = now && (now.owner !== before?.owner || now.deadline !== before?.deadline);
  return [
    ...(Object.keys(changes).length > 0
      ? [{ type: "problem-amended" as const, problem: problem.id, changes }]
      : []),
    ...(isOther
      ? [{ type: "problem-assigned" as const, problem: problem.id, on: today, ...now }]
      : []),
  ];
}
