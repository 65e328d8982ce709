/** `problem`: from found to closed, each step with its day. */
import type { Ledger } from "../../shared/ledger/ledger.ts";
import type { Member } from "../../shared/ledger/members.ts";
import type { OperationBody } from "../../shared/ledger/operation.ts";
import {
  findAssignment,
  isOverdue,
  Level,
  type Problem,
  statusOf,
} from "../../shared/ledger/problems.ts";
import { isVoided } from "../../shared/ledger/trail.ts";
import { findDefaultOwner } from "../../shared/tally/default-owner.ts";
import { daysBetween, type LocalDate } from "../../shared/words/dates.ts";
import { nameOf, ProblemId } from "../../shared/words/ids.ts";
import { WrongUse } from "../failure.ts";
import { columns } from "../printing/columns.ts";
import { readChoice } from "../reading/choices.ts";
import { readDate } from "../reading/dates.ts";
import { findNamed } from "../reading/named.ts";
import { readLedger, type Session } from "../session.ts";
import type { Key, Params } from "../wording/wording.ts";
import { findMember } from "./amend.ts";
import { findPosition } from "./positions.ts";
import { noRecord } from "./records.ts";
import { submit } from "./submitted.ts";

/** Overdue first, then by deadline; those without one last. */
function byDeadline(today: LocalDate) {
  const rank = (problem: Problem) =>
    `${isOverdue(problem, today) ? 0 : 1} ${findAssignment(problem)?.deadline ?? "9999"} ${problem.on}`;
  return (a: Problem, b: Problem) => (rank(a) < rank(b) ? -1 : 1);
}

export async function listProblems(session: Session, { all }: { readonly all?: boolean }) {
  const { wording, out } = session;
  const { ledger, today } = await readLedger(session);
  const problems = ledger.problems
    .valueSeq()
    .filter((problem) => !isVoided(problem) && (all || statusOf(problem) !== "closed"))
    .toArray()
    .sort(byDeadline(today));
  out.result(
    problems.map(({ trail: _, ...problem }) => ({
      ...problem,
      status: statusOf({ ...problem, trail: _ }),
      deadline: findAssignment({ ...problem, trail: _ })?.deadline,
    })),
    () =>
      problems.length === 0
        ? [wording.say("problem.empty")]
        : columns(
            problems.map((problem) => {
              const deadline = findAssignment(problem)?.deadline ?? "";
              const late = isOverdue(problem, today);
              return [
                problem.id,
                wording.say(`status.${statusOf(problem)}`),
                late && deadline
                  ? `${deadline} ${wording.say("problem.overdue", { days: daysBetween(deadline, today) })}`
                  : deadline,
                problem.title,
              ];
            }),
          ),
  );
}

export interface RaiseOptions {
  readonly date?: string;
  readonly unit?: string;
  readonly position?: string;
  readonly level?: string;
  readonly note?: string;
}

export async function raiseProblem(session: Session, title: string, options: RaiseOptions) {
  const { wording, out } = session;
  const { ledger, profile, today } = await readLedger(session);
  const position = options.position && (await findPosition(session, ledger, options.position));
  const named =
    options.unit && (await findNamed(wording, "word.unit", profile.units, options.unit));
  const unit = named ? named.id : position ? position.unit : undefined;
  const level = readChoice(wording, "level", Level.options, options.level ?? "ordinary");
  const problem = {
    title,
    level,
    on: readDate(options.date, today),
    ...(unit && { unit }),
    ...(position && { position: position.id, category: position.category }),
    ...(options.note && { note: options.note }),
  } as const;
  const [id = ""] = await submit(session, [
    (operation) => ({
      type: "problem-raised",
      problem: { id: ProblemId.parse(nameOf(operation)), ...problem },
    }),
  ]);
  const answering = findDefaultOwner(ledger, problem, today);
  const owner = answering && ledger.members.get(answering)?.name;
  out.result({ id, ...problem, answering }, () => [
    wording.say("problem.raised", { id, title }),
    ...(owner === undefined ? [] : [wording.say("problem.answering", { id, owner })]),
  ]);
}

interface StepContext {
  readonly ledger: Ledger;
  readonly problem: ProblemId;
  readonly on: LocalDate;
}

/** What all steps have in common: the problem by its id, and the day. */
async function takeStep(
  session: Session,
  id: string,
  date: string | undefined,
  step: (context: StepContext) => Promise<{ body: OperationBody; said: Key; params?: Params }>,
) {
  const { ledger, today } = await readLedger(session);
  const problem = ledger.problems.get(id as ProblemId);
  if (!problem) throw noRecord(session.wording, id, "problem");
  const on = readDate(date, today);
  const { body, said, params } = await step({ ledger, problem: problem.id, on });
  await submit(session, [() => body], { saw: ledger.seq });
  session.out.result({ id, on }, () => [session.wording.say(said, { id, ...params })]);
}

export const assignProblem = (
  session: Session,
  id: string,
  options: { readonly owner?: string; readonly deadline: string; readonly date?: string },
) =>
  takeStep(session, id, options.date, async ({ ledger, problem, on }) => {
    const owner = options.owner
      ? await findMember(session, options.owner)
      : ownerByDuty(ledger, problem, on);
    const deadline = readDate(options.deadline, on);
    return {
      body: { type: "problem-assigned", problem, on, owner: owner.id, deadline },
      said: "problem.assigned",
      params: { owner: owner.name, deadline },
    };
  });

/** @throws WrongUse where no duty in force says who it is */
function ownerByDuty(ledger: Ledger, id: ProblemId, on: LocalDate): Member {
  const problem = ledger.problems.get(id);
  const owner = problem && findDefaultOwner(ledger, problem, on);
  const member = owner && ledger.members.get(owner);
  if (!member) throw new WrongUse("duty.nobody", { id });
  return member;
}

export const rectifyProblem = (
  session: Session,
  id: string,
  options: { readonly measure: string; readonly result?: string; readonly date?: string },
) =>
  takeStep(session, id, options.date, async ({ problem, on }) => ({
    body: {
      type: "problem-rectified",
      problem,
      on,
      measure: options.measure,
      ...(options.result ? { result: options.result } : {}),
    },
    said: "problem.rectified",
  }));

export const closeProblem = (
  session: Session,
  id: string,
  options: { readonly date?: string; readonly note?: string },
) =>
  takeStep(session, id, options.date, async ({ problem, on }) => ({
    body: { type: "problem-closed", problem, on, ...(options.note ? { note: options.note } : {}) },
    said: "problem.closed",
  }));

export const reopenProblem = (
  session: Session,
  id: string,
  options: { readonly reason: string; readonly date?: string },
) =>
  takeStep(session, id, options.date, async ({ problem, on }) => ({
    body: { type: "problem-reopened", problem, on, reason: options.reason },
    said: "problem.reopened",
  }));

/** The last step no longer counts. */
export async function withdrawStep(session: Session, id: string) {
  const { ledger } = await readLedger(session);
  const problem = ledger.problems.get(id as ProblemId);
  if (!problem) throw noRecord(session.wording, id, "problem");
  const last = problem.steps.at(-1);
  if (!last) throw new WrongUse("problem.no-step", { id });
  const step = last.operation;
  const body = { type: "problem-step-withdrawn" as const, problem: problem.id, step };
  await submit(session, [() => body], { saw: ledger.seq });
  const { say } = session.wording;
  session.out.result({ id, withdrawn: last.type }, () => [
    say("problem.withdrawn", { id, step: say(`operation.${last.type}`) }),
  ]);
}
