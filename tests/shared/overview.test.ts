import { expect, test } from "vitest";
import { findProfile, type Ledger } from "../../shared/ledger/ledger.ts";
import { Indicator } from "../../shared/profile/indicator.ts";
import { Profile } from "../../shared/profile/profile.ts";
import { checklistsOn } from "../../shared/tally/checklists.ts";
import { overviewOf } from "../../shared/tally/overview.ts";
import { tally } from "../../shared/tally/tally.ts";
import type { LocalDate } from "../../shared/words/dates.ts";
import { smallProfile } from "../support/profile.ts";
import { logged, period, type Told, tell, tellOn } from "../support/told.ts";

const indicators = [
  {
    id: "meetings",
    label: "会议",
    unit: "次",
    target: 3,
    question: { of: "entries", measure: "count", where: { kinds: ["meeting"] } },
  },
  {
    id: "reached",
    label: "开过会的村",
    question: { of: "entries", measure: "distinct-units", where: { unitTypes: ["village"] } },
  },
  {
    id: "villages",
    label: "村",
    question: { of: "roster", measure: "units", where: { unitTypes: ["village"] } },
  },
  { id: "coverage", label: "覆盖", question: { of: "rate", part: "reached", whole: "villages" } },
].map((one) => Indicator.parse(one));

const profile = Profile.parse({
  ...smallProfile,
  indicators,
  categories: smallProfile.categories.map((one) =>
    one.id === "board" ? { ...one, inspected: "month" } : one,
  ),
});
const opened =
  (name: string, on: string, category = "board"): Told =>
  (id) => ({
    type: "position-opened",
    position: { id, name, category, quantity: 1, opened: on },
  });
const inspected = (position: string, on: string): Told =>
  logged("check", { on, inspection: { position, items: [] } });
const raised: Told = (id) => ({
  type: "problem-raised",
  problem: { id, title: "褪色", on: "2022-05-01", level: "ordinary" },
});
const assigned =
  (problem: string, deadline: string): Told =>
  () => ({ type: "problem-assigned", problem, on: "2022-05-02", owner: "told0001-1", deadline });

const half = period("2022-H1");
const day = (text: string) => text as LocalDate;
const see = (ledger: Ledger, today: string) =>
  overviewOf(ledger, findProfile(ledger) ?? profile, half, day(today));
const office = (...happened: readonly Told[]) => tell(profile, ...happened);

test("a position is due in its category's rhythm, and overdue where a whole stretch went by", () => {
  const ledger = office(
    opened("宣传栏", "2021-01-01"), // 2
    opened("新栏", "2022-04-10"), // 3
    opened("工作群", "2021-01-01", "group"), // 4: half-yearly
    inspected("told0001-4", "2022-02-01"),
  );
  const states = (today: string, of = ledger) =>
    checklistsOn(of, profile, day(today)).map(({ position, state, overdue }) => [
      position.name,
      state,
      overdue,
    ]);
  expect(states("2022-05-20")).toEqual([
    ["宣传栏", "overdue", 20],
    ["新栏", "due", 0],
    ["工作群", "done", 0],
  ]);
  // In use through all of May and nobody came.
  expect(states("2022-06-02")).toContainEqual(["新栏", "overdue", 2]);
  const walked = tellOn(ledger, inspected("told0001-2", "2022-05-19"));
  expect(states("2022-05-20", walked)).toContainEqual(["宣传栏", "done", 0]);
  expect(states("2022-05-18", walked)).toContainEqual(["宣传栏", "overdue", 18]);
  expect(states("2022-06-02", walked)).toContainEqual(["宣传栏", "due", 0]);
});

test("a category without check items asks for no inspection", () => {
  const ledger = office(opened("工作群", "2021-01-01", "group"));
  expect(see(ledger, "2022-05-20").positions).toEqual([]);
});

test("the half-year before is to be closed once it is over and has entries", () => {
  const ledger = office(logged("meeting", { on: "2022-03-01" }));
  const unclosed = (today: string, id: string, of = ledger) => {
    const found = overviewOf(of, profile, period(id), day(today)).unclosed;
    return found && [found.period.id, found.state];
  };
  expect(unclosed("2022-07-01", "2022-H2")).toEqual(["2022-H1", "open"]);
  expect(unclosed("2022-06-30", "2022-H2")).toBeUndefined(); // not over yet
  expect(unclosed("2023-01-01", "2023-H1")).toBeUndefined(); // nothing was logged in it
  expect(unclosed("2022-07-01", "2022-Q3")).toBeUndefined();
  const settled = tellOn(ledger, () => ({ type: "period-settled", period: "2022-H1" }));
  expect(unclosed("2022-07-01", "2022-H2", settled)).toEqual(["2022-H1", "settled"]);
  const closedEarly = tellOn(settled, () => ({
    type: "period-closed",
    period: "2022-01-01..2022-05-31",
    name: "2022-H1@2022-05-31",
  }));
  expect(unclosed("2022-07-01", "2022-H2", closedEarly)).toBeUndefined();
});

test("problems are due from a week before their deadline, until somebody rectifies them", () => {
  const ledger = office(raised, assigned("told0001-2", "2022-05-20"));
  const due = (today: string, of = ledger) => see(of, today).problems.map(({ left }) => left);
  expect(due("2022-05-12")).toEqual([]);
  expect(due("2022-05-13")).toEqual([7]);
  expect(due("2022-05-23")).toEqual([-3]);
  const rectified = tellOn(ledger, () => ({
    type: "problem-rectified",
    problem: "told0001-2",
    on: "2022-05-19",
    measure: "换新",
  }));
  expect(due("2022-05-23", rectified)).toEqual([]);
});

test("a target that is not reached is due while the period lasts, with the days that are left", () => {
  const ledger = office(logged("meeting", { on: "2022-03-01" }));
  const { targets, daysLeft } = see(ledger, "2022-06-20");
  expect(targets.map(({ indicator, value }) => [indicator.id, value])).toEqual([["meetings", 1]]);
  expect(daysLeft).toBe(10);
  expect(see(ledger, "2022-07-01")).toMatchObject({ targets: [], daysLeft: undefined });
  const more = tellOn(ledger, logged("meeting"), logged("meeting"));
  expect(see(more, "2022-06-20").targets).toEqual([]);
});

test("a target measures its own kind of period only, closed early or not", () => {
  const ledger = office(logged("meeting", { on: "2022-03-01" }));
  const [meetings] = indicators;
  if (!meetings) throw new Error("no indicator");
  const byKind = { ...meetings, target: { quarter: 2, year: 6 } };
  const targets = (of: Indicator) =>
    ["2022-H1", "2022-H1@2022-05-31", "2022-Q1", "2022", "2022-01", "2022-01-01..2022-06-30"].map(
      (name) => tally(ledger, of, period(name)).target,
    );
  expect(targets(meetings)).toEqual([3, 3, undefined, undefined, undefined, undefined]);
  expect(targets(byKind)).toEqual([undefined, undefined, 2, 6, undefined, undefined]);
});

test("a matter that asks for all units names those with nothing logged yet, and no person", () => {
  const ledger = office(logged("meeting", { units: ["east"] }));
  const names = (of: Ledger) =>
    see(of, "2022-05-01").uncovered.map(({ units }) => units.map(({ label }) => label));
  expect(names(ledger)).toEqual([["西村"]]);
  expect(names(tellOn(ledger, logged("meeting", { units: ["west"] })))).toEqual([]);
});

test("months stand beside a flow; what was written last comes first, without what was voided", () => {
  const ledger = office(
    logged("meeting", { on: "2022-02-01", title: "甲" }),
    logged("meeting", { on: "2022-01-01", title: "乙" }),
    logged("meeting", { on: "2022-03-01", title: "丙" }),
    () => ({
      type: "record-voided",
      record: { type: "entry", id: "told0001-4" },
      reason: "重复",
    }),
    logged("meeting", { on: "2021-12-01", title: "去年的" }),
  );
  const { rows, newest } = see(ledger, "2022-05-01");
  expect(rows.map(({ months }) => months)).toEqual([[1, 1, 0, 0, 0, 0]]);
  expect(newest.map(({ title }) => title)).toEqual(["乙", "甲"]);
});
