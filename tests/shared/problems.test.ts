import { beforeEach, expect, test } from "vitest";
import { isOverdue, type Problem, statusOf, statusOn } from "../../shared/ledger/problems.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import type { ProblemId } from "../../shared/words/ids.ts";
import { type Body, beginDays, type Days } from "../support/days.ts";
import type { Writer } from "../support/office.ts";

let days: Days;
let leader: Writer;
let other: Writer;
let staff: Writer;
let problem: ProblemId;

const day = (text: string) => text as LocalDate;
const at = () => days.ledger.problems.get(problem) as Problem;
const take = (writer: Writer, type: string, on: string, more: object = {}) => {
  writer.saw = days.ledger.seq;
  const body: Body = () => ({ type, problem, on, ...more });
  const answer = days.write(writer, body);
  return answer.outcome === "declined" ? answer.refusal.reason : answer.outcome;
};
const assign = (on = "2022-04-02", deadline = "2022-04-20") =>
  take(leader, "problem-assigned", on, { owner: staff.member, deadline });
const rectify = (writer = staff, on = "2022-04-10") =>
  take(writer, "problem-rectified", on, { measure: "更换" });

beforeEach(() => {
  days = beginDays();
  [, leader, other, staff] = days.writers as [Writer, Writer, Writer, Writer];
  days.write(staff, (_, name) => ({
    type: "problem-raised",
    problem: { id: name, title: "破损", on: "2022-04-01", level: "ordinary" },
  }));
  problem = `${staff.workstation}-${staff.n}` as ProblemId;
});

test("a problem goes from found to closed in order, and no step is skipped", () => {
  expect(rectify()).toBe("step-not-possible");
  expect(take(leader, "problem-closed", "2022-04-05")).toBe("step-not-possible");
  expect(assign()).toBe("recorded");
  expect(take(leader, "problem-closed", "2022-04-05")).toBe("step-not-possible");
  expect(take(staff, "problem-rectified", "2022-04-10", { measure: " " })).toBe("malformed");
  expect(rectify()).toBe("recorded");
  expect(take(leader, "problem-closed", "2022-04-12")).toBe("recorded");
  expect(statusOf(at())).toBe("closed");
});

test("it is closed by another than the one who rectified it", () => {
  assign();
  expect(rectify(leader)).toBe("recorded");
  expect(take(leader, "problem-closed", "2022-04-12")).toBe("closed-by-its-rectifier");
  expect(take(other, "problem-closed", "2022-04-12")).toBe("recorded");
});

test("only a leader assigns, closes and reopens", () => {
  expect(
    take(staff, "problem-assigned", "2022-04-02", { owner: staff.member, deadline: "2022-05-01" }),
  ).toBe("role-required");
  assign();
  rectify();
  expect(take(staff, "problem-closed", "2022-04-12")).toBe("role-required");
  expect(take(staff, "problem-reopened", "2022-04-12", { reason: "反复" })).toBe("role-required");
});

test("reopened with a reason, it is being rectified again", () => {
  assign();
  rectify();
  take(leader, "problem-closed", "2022-04-12");
  expect(take(leader, "problem-reopened", "2022-04-15", { reason: "" })).toBe("reason-required");
  expect(take(leader, "problem-reopened", "2022-04-15", { reason: "又裂" })).toBe("recorded");
  expect(statusOf(at())).toBe("being-rectified");
  expect(rectify(staff, "2022-04-18")).toBe("recorded");
});

test("its status can be asked of any day", () => {
  assign();
  rectify();
  expect(statusOn(at(), day("2022-03-31"))).toBeUndefined();
  expect(statusOn(at(), day("2022-04-01"))).toBe("found");
  expect(statusOn(at(), day("2022-04-09"))).toBe("being-rectified");
  expect(statusOn(at(), day("2022-04-10"))).toBe("rectified");
});

test("it is overdue from the day after its deadline until it is rectified", () => {
  assign();
  expect(isOverdue(at(), day("2022-04-20"))).toBe(false);
  expect(isOverdue(at(), day("2022-04-21"))).toBe(true);
  rectify(staff, "2022-04-25");
  expect(isOverdue(at(), day("2022-04-24"))).toBe(true);
  expect(isOverdue(at(), day("2022-04-25"))).toBe(false);
});

test("of two steps that met unseen the first counts, the second is kept as a conflict", () => {
  assign();
  rectify();
  const seen = days.ledger.seq;
  other.saw = seen;
  leader.saw = seen;
  days.write(leader, () => ({ type: "problem-closed", problem, on: "2022-04-12" }));
  days.write(other, () => ({
    type: "problem-reopened",
    problem,
    on: "2022-04-12",
    reason: "未见整改",
  }));
  const second = days.write(other, () => ({ type: "problem-closed", problem, on: "2022-04-12" }));
  expect(["recorded", "declined"]).toContain(second.outcome);
  expect(at().steps.map(({ type }) => type)).toContain("problem-closed");
});
